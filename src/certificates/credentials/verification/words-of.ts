import { createHash } from 'node:crypto';

const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/**
 * What a JSON text says, whatever the order and spacing of its members, as a SHA-256. One with a member that stands twice is like no
 * other, since programs disagree about which of the two counts.
 */
export function wordsOf(text: string): string {
  let members = 0;
  const said = JSON.stringify(JSON.parse(text), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value);
    members += entries.length;
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
  const written = [...text.matchAll(STRING)].filter(([, colon]) => colon !== undefined).length;
  return `${createHash('sha256').update(said).digest('hex')}${written === members ? '' : ' and more'}`;
}
