import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/config/index.js';

/** A promise of this field, how it is kept here, and the test that proves it; null while none does. */
export interface KnownPromise {
  readonly id: string;
  readonly promise: string;
  readonly kept: string;
  readonly provedBy: string | null;
}

/** docs/promises.md as it was written from the results of the tests; nothing when the page is not there. */
export function readPromises(): KnownPromise[] {
  try {
    return promisesOn(readFileSync(join(projectRoot, 'docs/promises.md'), 'utf8'));
  } catch {
    return [];
  }
}

/** The rows of the page. */
export function promisesOn(page: string): KnownPromise[] {
  return page.split('\n').flatMap((line) => {
    const [id, , promise, kept, state, proof] = line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim().replaceAll('\\|', '|'));
    if (!/^[A-Z]{2}\d{2}$/.test(id ?? '')) return [];
    return [{ id: id ?? '', promise: promise ?? '', kept: kept ?? '', provedBy: state === 'proved' && proof ? proof : null }];
  });
}
