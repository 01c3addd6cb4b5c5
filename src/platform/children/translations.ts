import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** Where a run of the tests keeps what it has translated of our TypeScript. */
export const TRANSLATIONS = join(ROOT, 'node_modules/.cache/viva-voce-tests');
/** What a translation depends on besides its source. */
export const TRANSLATOR: readonly string[] = ['node_modules/@swc/core/package.json', '.swcrc'].map((path) => join(ROOT, path));

let translator: string | undefined;

/** The file that holds what was made of a source, if it was translated before. */
export function translationOf(filename: string, source: string): string {
  translator ??= TRANSLATOR.map((path) => readFileSync(path, 'utf8')).join('\0');
  return join(TRANSLATIONS, `${createHash('sha256').update(translator).update(`\0${filename}\0`).update(source).digest('hex')}.js`);
}
