import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const house = mkdtempSync(join(tmpdir(), 'viva-linted-'));

const functionOf = (lines: number): string => `export function lines${lines}(): void {\n${'  console.log();\n'.repeat(lines - 2)}}\n`;
const promise = 'const later = (): Promise<number> => Promise.resolve(1);\n';

/** What is planted where, and the one rule that must find it there; null where nothing is wrong. */
const planted: readonly (readonly [what: string, path: string, text: string, rule: string | null])[] = [
  ['a function of the server of 40 lines', 'src/enough.ts', functionOf(40), null],
  ['a function of the server above 40 lines', 'src/long.ts', functionOf(41), 'eslint(max-lines-per-function)'],
  ['a component of 50 lines', 'web/enough.tsx', functionOf(50), null],
  ['a component above 50 lines', 'web/long.tsx', functionOf(51), 'eslint(max-lines-per-function)'],
  ['a test that tells its whole story', 'test/story.spec.ts', functionOf(60), null],
  ['a file above 300 lines', 'src/large.ts', 'console.log();\n'.repeat(301), 'eslint(max-lines)'],
  ['an enum', 'src/enum.ts', 'export enum Colour { Red = 1 }\n', 'house(no-enum)'],
  ['a default export', 'src/default.ts', 'export default 1;\n', 'house(no-default-export)'],
  ['the default export that Vite asks for', 'web/vite.config.ts', 'export default {};\n', null],
  ['a class imported for its type only', 'src/type.ts', "import { Thing } from './thing.js';\nexport const take = (thing: Thing): Thing => thing;\n", 'house(type-imports)'],
  ['a value imported for its type only', 'src/typeof.ts', "import { Thing } from './thing.js';\nexport const take = (thing: typeof Thing): typeof Thing => thing;\n", 'house(type-imports)'],
  ['a class imported to be handed on', 'src/handed-on.ts', "import { Thing } from './thing.js';\nexport { Thing };\n", null],
  ['a class imported as a type', 'src/type-only.ts', "import { type Thing } from './thing.js';\nexport const take = (thing: Thing): Thing => thing;\n", null],
  ['a class imported for a decorated constructor', 'src/injected.ts', "import { decorated } from './decorated.js';\nimport { Thing } from './thing.js';\n@decorated()\nexport class Holder { constructor(readonly thing: Thing) {} }\n", null],
  ['any', 'src/any.ts', 'export const anything: any = 1;\n', 'typescript(no-explicit-any)'],
  ['a value that may be anything', 'src/unsafe.ts', "export const anything = JSON.parse('1');\n", 'typescript(no-unsafe-assignment)'],
  ['a value that may be anything, in a test', 'test/unsafe.spec.ts', "export const anything = JSON.parse('1');\n", null],
  ['a promise nobody waits for', 'src/floating.ts', `${promise}export const go = (): void => { later(); };\n`, 'typescript(no-floating-promises)'],
  ['a promise taken for its value', 'src/misused.ts', `${promise}export const go = (): string => { if (later()) return 'yes'; return 'no'; };\n`, 'typescript(no-misused-promises)'],
  ['a choice that forgets a case', 'src/switch.ts', "export function go(way: 'left' | 'right'): number { switch (way) { case 'left': return 1; } return 2; }\n", 'typescript(switch-exhaustiveness-check)'],
  ['a name that nobody uses', 'src/unused.ts', 'const _left = 1;\nexport const right = 2;\n', 'eslint(no-unused-vars)'],
  ['a ternary in a ternary', 'src/ternary.ts', 'export const go = (a: boolean, b: boolean): number => a ? 1 : b ? 2 : 3;\n', 'eslint(no-nested-ternary)'],
  ['a hook that is called now and then', 'web/hook.tsx', "import { useState } from 'react';\nexport function Now({ is }: { is: boolean }) { if (is) useState(1); return null; }\n", 'react-hooks(rules-of-hooks)'],
  ['an effect that forgets what it depends on', 'web/effect.tsx', "import { useEffect } from 'react';\nexport function Now({ is }: { is: boolean }) { useEffect(() => { console.log(is); }, []); return null; }\n", 'react-hooks(exhaustive-deps)'],
  ['a component that changes with the clock', 'web/impure.tsx', 'export const Now = () => <p>{Date.now()}</p>;\n', 'react(purity)'],
];

let found: ReadonlyMap<string, string[]>;

beforeAll(async () => {
  for (const [, path, text] of planted) write(path, text);
  write('src/thing.ts', 'export class Thing { readonly is = true; }\n');
  write('src/decorated.ts', 'export const decorated = (): ClassDecorator => () => undefined;\n');
  for (const path of ['.oxlintrc.json', 'bin/lint-rules.mjs', 'tsconfig.json', 'web/tsconfig.json']) cpSync(join(root, path), join(house, path));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  found = await linted();
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the linter', () => {
  it.each(planted.filter(([, , , rule]) => rule !== null))('shows %s', (_what, path, _text, rule) => {
    expect(found.get(path)).toEqual([rule]);
  });

  it.each(planted.filter(([, , , rule]) => rule === null))('lets pass %s', (_what, path) => {
    expect(found.get(path)).toBeUndefined();
  });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

/** The rules that found something in each file of `house`, once each. */
async function linted(): Promise<ReadonlyMap<string, string[]>> {
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', 'src', 'web', 'test'], { cwd: house }, (_fault, stdout) => resolve(stdout));
  });
  const { diagnostics } = JSON.parse(said) as { diagnostics: { filename: string; code: string }[] };
  const rules = new Map<string, string[]>();
  for (const { filename, code } of diagnostics) rules.set(filename, [...new Set([...(rules.get(filename) ?? []), code])]);
  return rules;
}
