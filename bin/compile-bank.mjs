// Writes what the YAML of the question bank says into one JSON beside it, because reading a hundred YAML files takes half a
// second of each start. Each text is known by its hash: a file that was changed since is read as YAML, and nothing can be stale.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

for (const folder of ['src/interviews/bank', 'dist/interviews/bank'].map((path) => join(import.meta.dirname, '..', path))) {
  if (!existsSync(join(folder, 'questions'))) continue;
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.yaml'));
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  writeFileSync(join(folder, 'compiled.json'), JSON.stringify(Object.fromEntries(texts.map((text) => [createHash('sha256').update(text).digest('hex'), parse(text)]))));
}
