import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What texts say that were here when this was built, by their hash. */
const known = compiled();

/** What YAML says. A text that `bin/compile-yaml.mjs` has read need not be read again, which takes longer than all else at the start. */
export function readYaml(text: string): unknown {
  return known[createHash('sha256').update(text).digest('hex')] ?? parse(text);
}

function compiled(): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(join(import.meta.dirname, 'compiled.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
