import { createHash } from 'node:crypto';

/** A skill as the listing's index knows it: 31 bits of a hash, of the dictionary's id, or of the name where the dictionary has none. */
export function skillNumber({ id, name }: { readonly id: string | null; readonly name: string }): number {
  const spelled = id ?? `other: ${name.trim().toLowerCase()}`;
  return createHash('sha256').update(spelled).digest().readUInt32BE(0) & 0x7fffffff;
}
