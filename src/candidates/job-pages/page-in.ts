import { TextDecoder } from 'node:util';
import { type PageText, textOfPage } from './page-text.js';

/** Far more than an advertisement has, and than one may keep; the rest of a page that has even more is left out. */
const MOST_CHARACTERS = 40_000;

/** The text of a page out of its bytes, in the character set that its server or the page itself names. */
export function pageIn(bytes: Buffer, contentType: string): PageText {
  const decoded = decoder(contentType, bytes).decode(bytes);
  const page = /^text\/plain/i.test(contentType) ? { title: '', text: decoded.replaceAll('\0', '').replaceAll('\r\n', '\n').trim() } : textOfPage(decoded);
  return { title: page.title.slice(0, 200).toWellFormed(), text: page.text.slice(0, MOST_CHARACTERS).toWellFormed() };
}

function decoder(contentType: string, bytes: Buffer): TextDecoder {
  const named = /charset\s*=\s*["']?([\w-]+)/i;
  const label = named.exec(contentType)?.[1] ?? named.exec(bytes.toString('latin1', 0, 2048))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
