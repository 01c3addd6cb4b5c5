import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** Why somebody on a list is not sent to. `invited`: an invitation of this template waits for them. `refused`: they, or the organisation, said never again. */
export const listFaults = ['malformed', 'long_name', 'twice', 'invited', 'member', 'refused'] as const;
export type ListFault = (typeof listFaults)[number];

/** Somebody on a list; `email` in lower case, null where there is none to be read. Lines count from 1. */
export interface ListedAddress {
  readonly line: number;
  readonly email: string | null;
  readonly name: string | null;
  readonly fault: ListFault | null;
}

const NAME_CHARACTERS = 200;
const NAMED = /^"?([^"<>@]*)"?\s*<([^<>]*)>\s*[,;]?$/;
/** Longer is nobody's name and address, and a pattern takes too long to find that out. */
const NAMED_CHARACTERS = 600;
const ADDRESS_CHARACTERS = 254;
const address = z.email().max(ADDRESS_CHARACTERS).transform((email) => email.toLowerCase());
const EMAIL_HEADS = /^(e-?mail|mail|e-?mail[ -_]?address|address)$/i;
const NAME_HEADS = /^(name|full[ -_]?name|first[ -_]?name|last[ -_]?name|given[ -_]?name|family[ -_]?name|surname)$/i;

interface Columns {
  readonly email: number;
  readonly names: readonly number[];
}

/** Everybody on a list that was typed, pasted or exported (RFC 4180, or with semicolons or tabs), in its order. Of more than `most` it reads one more, and no further. */
export function readAddressList(text: string, most = Infinity): ListedAddress[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const columns = columnsOf(cellsOf(lines[first] ?? ''));
  const seen = new Set<string>();
  const people: ListedAddress[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || (columns && index === first)) continue;
    for (const person of peopleIn(line, columns)) {
      people.push(checked(index + 1, person, seen));
      if (people.length > most) return people;
    }
  }
  return people;
}

function peopleIn(line: string, columns: Columns | null): { email: string; name: string }[] {
  const [, called, at] = named(line) ?? [];
  if (called !== undefined && at !== undefined) return [{ email: at, name: called }];
  const cells = cellsOf(line);
  if (columns) return [{ email: cells[columns.email] ?? '', name: columns.names.map((column) => cells[column] ?? '').join(' ') }];
  const emails = cells.filter((cell) => cell.includes('@'));
  // Addresses beside each other, or one with the name of whose it is.
  if (emails.length > 1) return emails.map((one) => ({ email: named(one)?.[2] ?? one, name: named(one)?.[1] ?? '' }));
  const [email] = emails;
  return [email === undefined ? { email: line, name: '' } : { email, name: cells.filter((cell) => cell !== email).join(' ') }];
}

function named(text: string): RegExpExecArray | null {
  const whole = text.trim();
  return whole.length > NAMED_CHARACTERS ? null : NAMED.exec(whole);
}

function checked(line: number, { email: typed, name: called }: { email: string; name: string }, seen: Set<string>): ListedAddress {
  const name = called.toWellFormed().replaceAll(/[\p{Cc}\s]+/gu, ' ').trim() || null;
  const { data: email } = typed.length > NAMED_CHARACTERS ? {} : address.safeParse(typed.trim());
  if (email === undefined) return { line, email: typed.trim().slice(0, 300) || null, name: name?.slice(0, NAME_CHARACTERS) ?? null, fault: 'malformed' };
  if (name !== null && name.length > NAME_CHARACTERS) return { line, email, name: name.slice(0, NAME_CHARACTERS), fault: 'long_name' };
  const isTwice = seen.has(email);
  seen.add(email);
  return { line, email, name, fault: isTwice ? 'twice' : null };
}

/** A first line that names its columns; null when it is an address like the others. */
function columnsOf(cells: readonly string[]): Columns | null {
  const email = cells.findIndex((cell) => EMAIL_HEADS.test(cell));
  if (email < 0) return null;
  return { email, names: cells.flatMap((cell, index) => (NAME_HEADS.test(cell) ? [index] : [])) };
}

/** A line with a quote too many is no reason to refuse the others: it is read as one cell, and found to be malformed by itself. */
function cellsOf(line: string): string[] {
  try {
    const [cells = []]: string[][] = parse(line, { delimiter: [',', ';', '\t'], relax_column_count: true, relax_quotes: true, trim: true });
    return cells;
  } catch {
    return [line];
  }
}
