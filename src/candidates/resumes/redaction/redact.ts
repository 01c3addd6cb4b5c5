import { titleWordIn } from '../facts/job-titles.js';
import { type Place, placesOf } from '../facts/sections.js';
import { type FileText, type PersonalKind, personalKinds } from '../reading.js';
import { emailsIn, linksIn, phonesIn } from './contact-data.js';
import { addressesIn, particularsIn } from './personal-particulars.js';
import { findName, localPartsAgain, nameSpans, wordsOfEmail } from './person-name.js';
import { type Span, withoutSpans } from './spans.js';

/** A resume with nothing personal in it, and what was found to be personal. */
export interface Redacted {
  readonly lines: readonly string[];
  readonly places: readonly Place[];
  readonly leftOut: readonly PersonalKind[];
  /** What was taken for the name and for addresses; for measuring only, it never leaves the process that reads. */
  readonly found: { readonly name: string | null; readonly emails: readonly string[] };
}

// How near to an e-mail address or a phone number people write the rest of how to reach them, in lines.
const NEAR = 2;
const MOST_HEAD_LINES = 14;

/** Takes out everything that says who somebody is or how to reach them. */
export function redact(file: FileText, isSkill: (text: string) => boolean): Redacted {
  const texts = file.lines.map(({ text }) => text);
  const text = texts.join('\n');
  const places = placesOf(texts);
  const emails = emailsIn(text);
  const addresses = emails.map(({ start, end }) => text.slice(start, end));
  const isContact = contactZone(texts, places, [...emails, ...phonesIn(text, () => false)]);
  const name = findName({ lines: file.lines, places, emails: addresses, author: file.author, isSkill });
  const words = name ?? addresses.flatMap((email) => wordsOfEmail(email, isSkill));
  const isTown = (found: string): boolean => found.split(/,\s?/).every((part) => !isSkill(part) && titleWordIn(part) === null) && nameSpans(found, words, isSkill).length === 0;
  const spans: Span[] = [
    ...emails, ...linksIn(text, isContact), ...phonesIn(text, isContact), ...particularsIn(text), ...addressesIn(text, isContact, isTown), ...nameSpans(text, words, isSkill, addresses), ...localPartsAgain(text, addresses, isSkill),
  ];
  const lines = withoutSpans(text, spans).split('\n').map((line, index) => (places[index]?.section === 'references' ? '' : line));
  const kinds = new Set(spans.map(({ kind }) => kind));
  return { lines, places, leftOut: personalKinds.filter((kind) => kinds.has(kind)), found: { name: name?.join(' ') ?? null, emails: addresses } };
}

/** Where people write how to reach them: the head, a section for it, and the lines around an address or a number. */
function contactZone(texts: readonly string[], places: readonly Place[], certain: readonly Span[]): (at: number) => boolean {
  const starts = [0];
  for (const text of texts) starts.push(starts.at(-1)! + text.length + 1);
  const lineAt = (at: number): number => {
    let [low, high] = [0, texts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const zone = places.map(({ section }, index) => section === 'contact' || (section === 'head' && index < MOST_HEAD_LINES));
  for (const { start } of certain) {
    const line = lineAt(start);
    for (let near = Math.max(0, line - NEAR); near <= Math.min(texts.length - 1, line + NEAR); near += 1) zone[near] ||= places[near]!.section === places[line]!.section;
  }
  return (at) => zone[lineAt(at)] ?? false;
}
