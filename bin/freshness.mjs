import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const INSTALLED = join(root, 'node_modules/.viva-voce-installed');
/** npm's own note of what it installed. */
const NPM_NOTE = join(root, 'node_modules/.package-lock.json');
const BUILT = join(root, 'dist/.built');
const SOURCES = [
  'src', 'web', 'policies', 'migrations', 'package-lock.json', 'package.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', '.swcrc',
];
const NOT_SOURCES = /(^|\/)(node_modules|web\/dist)(\/|$)|\.spec\.tsx?$|\/compiled\.json$/;

/** True when the packages of the lock file are installed, by us or by a person who ran npm. */
export function packagesAreFresh() {
  if (!existsSync(join(root, 'node_modules/.bin/node'))) return false;
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === lockDigest()) return true;
  const byHand = existsSync(NPM_NOTE) && statSync(NPM_NOTE).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (byHand) markInstalled();
  return byHand;
}

export function markInstalled() {
  writeFileSync(INSTALLED, lockDigest());
}

/** True when nothing that the build reads has changed since it ran. */
export function buildIsFresh(digest) {
  if (!existsSync(join(root, 'dist/runtime/start.js')) || !existsSync(BUILT)) return false;
  if (existsSync(join(root, 'web/index.html')) && !existsSync(join(root, 'web/dist/index.html'))) return false;
  return readFileSync(BUILT, 'utf8') === digest;
}

/** `digest` is that of before the build: what was changed meanwhile is built the next time. */
export function markBuilt(digest) {
  writeFileSync(BUILT, digest);
}

function lockDigest() {
  return createHash('sha256').update(`${process.platform} ${process.arch} `).update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

/** One number for everything that the build reads. */
export function sourcesDigest() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesUnder)) hash.update(`${path}\0`).update(readFileSync(join(root, path))).update('\0');
  return hash.digest('hex');
}

function filesUnder(path) {
  if (NOT_SOURCES.test(path) || !existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).sort().flatMap((name) => filesUnder(`${path}/${name}`));
}
