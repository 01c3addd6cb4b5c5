import { type FileText, type ReadingLimits, Refusal } from '../reading.js';
import { docxText } from './docx-text.js';
import { plainText } from './plain-text.js';
import { tidy } from './tidy-text.js';

const HEADER_WITHIN = 1024;
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** What Word calls the part that holds an encrypted document, as old Office files write names. */
const ENCRYPTED_PART = Buffer.from('EncryptedPackage', 'utf16le');

/** The text of a file, whose kind is told by what it holds; throws a Refusal for everything that is no resume we can read. */
export async function fileText(bytes: Buffer, limits: ReadingLimits): Promise<FileText> {
  return tidy(await textAsWritten(bytes, limits));
}

async function textAsWritten(bytes: Buffer, limits: ReadingLimits): Promise<FileText> {
  const starts = (mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);
  if (bytes.length === 0) throw new Refusal('unknown_format');
  if (starts(ZIP)) return docxText(bytes, limits);
  if (starts(OLD_OFFICE)) throw new Refusal(bytes.includes(ENCRYPTED_PART) ? 'encrypted' : 'unknown_format');
  if (starts(EMPTY_ZIP)) throw new Refusal('unknown_format');
  // Readers accept the header anywhere in the first kilobyte (ISO 32000-1, annex H, note 13).
  if (bytes.subarray(0, HEADER_WITHIN).includes('%PDF-')) {
    // Loaded only here: it is the largest of our libraries.
    const { pdfText } = await import('./pdf-text.js');
    return pdfText(bytes, limits);
  }
  return plainText(bytes, limits);
}
