import { isId } from '../../kernel/index.js';

/** The 256 folders objects lie in, named after the last two digits of their ids, which are random. */
export const folders: readonly string[] = Array.from({ length: 256 }, (_, number) => number.toString(16).padStart(2, '0'));

/** Where an object lies. Made of its id and nothing else, so that no name from outside can lead out of the folder. */
export function keyOf(id: string): string {
  if (!isId(id)) throw new TypeError('An object is found by its id only');
  return `${id.slice(-2)}/${id}`;
}

/** The id behind a key; null for anything we would not have put there, which we never touch. */
export function idOf(key: string): string | null {
  const id = key.slice(key.lastIndexOf('/') + 1);
  return isId(id) && key === keyOf(id) ? id : null;
}
