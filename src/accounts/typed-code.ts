import { randomInt } from 'node:crypto';

/** Digits and letters that are not taken for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random code to be typed by hand: groups of four, `7KQM-2XWD`. Each character carries 4.9 bits. */
export function newCode(groups: number): string {
  const group = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** The code as it was meant: case, blanks and hyphens do not matter. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '');
}
