import { dirname, posix } from 'node:path';
import { importsOf, type SourceFile } from './source-files.js';

/** The building: each row is a floor, and modules of one row do not know each other. Platform parts stand on each other in order. */
const FLOORS: readonly (readonly string[])[] = [
  ['kernel'],
  ['platform/config'], ['platform/keys'], ['platform/policy'], ['platform/db'], ['platform/clock'], ['platform/personal-data'], ['platform/invariants'],
  ['platform/audit'], ['platform/jobs'], ['platform/storage'], ['platform/journal'], ['platform/children'], ['platform/media'], ['platform/mail'], ['platform/ai'], ['platform/pages'], ['platform/http'], ['platform/paper'],
  ['accounts', 'consent'],
  ['notifications'],
  ['candidates', 'payments', 'privacy'],
  ['interviews'],
  ['certificates', 'bookings'],
  ['recruiters'],
  ['app'],
  ['runtime'],
  ['main'],
];

const MOST_NAMES_OF_A_DOOR = 12;

/** What tests stand on lies outside of the house: specs may reach for it, and nothing else may. */
const STANDS = ['test/support/', 'bench/'];

/** What is wrong with a tree of files under `src/`: imports upwards or sideways, past a door, and doors too wide. */
export function floorFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => [...importFaults(file), ...doorFaults(file)]);
}

function importFaults(file: SourceFile): string[] {
  const from = moduleOf(file.path);
  if (from === null || floorOf(from) < 0) return [`${file.path} stands in no module of the house`];
  return importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .flatMap((specifier) => {
      const target = posix.join(dirname(file.path), specifier);
      const to = moduleOf(target);
      if (to === from || (isSpec(file.path) && STANDS.some((folder) => target.startsWith(folder)))) return [];
      if (to === null || floorOf(to) < 0) return [`${file.path} imports ${target}, which stands in no module of the house`];
      if (floorOf(to) >= floorOf(from)) return [`${file.path} imports ${to}, which does not stand below ${from}`];
      return target === `src/${to}/index.js` ? [] : [`${file.path} imports ${target} past the door of ${to}`];
    });
}

function doorFaults({ path, text }: SourceFile): string[] {
  const module = moduleOf(path);
  if (module === null || path !== `src/${module}/index.ts`) return [];
  const names = [...text.matchAll(/export\s*(?:type\s*)?\{([^}]*)\}/g)].flatMap((match) => (match[1] ?? '').split(',').filter((name) => name.trim() !== ''));
  const wide = names.length > MOST_NAMES_OF_A_DOOR ? [`${path} has ${names.length} names; a door has at most ${MOST_NAMES_OF_A_DOOR}`] : [];
  return /export\s*\*/.test(text) ? [...wide, `${path} exports everything; a door names what it lets through`] : wide;
}

function isSpec(path: string): boolean {
  return path.endsWith('.spec.ts');
}

function moduleOf(path: string): string | null {
  const [, top, second] = path.split('/');
  if (path.startsWith('src/main.')) return 'main';
  if (!path.startsWith('src/') || top === undefined) return null;
  return top === 'platform' ? `platform/${second}` : top;
}

function floorOf(module: string): number {
  return FLOORS.findIndex((floor) => floor.includes(module));
}
