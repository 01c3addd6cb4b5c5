// Writes what the YAML of questions and skills says into one JSON beside it, because reading it takes the larger part of a second
// of each start, and half the time of reading a resume. Each text is known by its hash: a file that was changed since is read as
// YAML, and nothing can be stale.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDERS = ['interviews/bank', 'candidates/skills'];

for (const folder of ['src', 'dist'].flatMap((side) => FOLDERS.map((path) => join(import.meta.dirname, '..', side, path)))) {
  if (!existsSync(folder)) continue;
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.yaml'));
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  writeFileSync(join(folder, 'compiled.json'), JSON.stringify(Object.fromEntries(texts.map((text) => [createHash('sha256').update(text).digest('hex'), parse(text)]))));
}
