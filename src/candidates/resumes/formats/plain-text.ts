import { type FileText, type ReadingLimits, Refusal } from '../reading.js';

const WIDE_LITTLE = [0xff, 0xfe];
const WIDE_BIG = [0xfe, 0xff];
const CONTROL = /[^\P{Cc}\t\n\v\f\r\u0085]/u;
// Bytes that are no text become many signs that do not exist.
const NO_SIGNS = /[\p{Cn}\p{Co}\p{Cs}\ufffd]/gu;
const MOST_NO_SIGNS = 0.01;
// Other kinds of file that are made of readable signs.
const ANOTHER_KIND = /^\s*(?:<!doctype|<html|<\?xml|<svg|\{\\rtf|%!PS|MIME-Version:|From )/i;
const MOST_FOREIGN_SHARE = 0.3;

/** The text of a file that is nothing but text: UTF-8, UTF-16, or the old Western code page. */
export function plainText(bytes: Buffer, limits: ReadingLimits): FileText {
  const text = decoded(bytes);
  if (CONTROL.test(text) || ANOTHER_KIND.test(text) || (text.match(NO_SIGNS)?.length ?? 0) > MOST_NO_SIGNS * text.length) throw new Refusal('unknown_format');
  if (text.length > limits.characters) throw new Refusal('too_long');
  const pages = 1 + (text.match(/\f(?=[\s\S]*\S)/g)?.length ?? 0);
  if (pages > limits.pages) throw new Refusal('too_many_pages');
  // Three spaces and more stand between columns.
  const lines = text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/).map((line) => ({ text: line.trim().replace(/[ \u00a0]{3,}/g, '\t'), size: 0 }));
  return { format: 'txt', lines, pages, author: null, hidden: '' };
}

function decoded(bytes: Buffer): string {
  const starts = (mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (starts(WIDE_LITTLE)) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(WIDE_BIG)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return western(bytes);
  }
}

/** Any bytes are text in the old code page; those of a resume are mostly plain letters. */
function western(bytes: Buffer): string {
  const foreign = bytes.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0);
  if (foreign > MOST_FOREIGN_SHARE * bytes.length) throw new Refusal('unknown_format');
  return new TextDecoder('windows-1252').decode(bytes);
}
