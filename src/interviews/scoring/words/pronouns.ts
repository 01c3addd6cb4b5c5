import { PALE_WORDS } from './function-words.js';

/** One form for whoever is spoken of. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ...forms('they', 'he she xe ze ey fae they'),
  ...forms('their', 'him his her hers them their theirs xem xyr xyrs hir hirs zir zirs eir faer'),
  ...forms('themselves', 'himself herself themself themselves xemself hirself zirself'),
]);

/** What agrees with "she" and not with "they". */
const AGREEING: ReadonlyMap<string, string> = new Map(Object.entries({
  was: 'were', is: 'are', has: 'have', does: 'do', "wasn't": "weren't", "isn't": "aren't", "hasn't": "haven't", "doesn't": "don't", goes: 'go',
}));

/** The form that stands for this word of the third person, or null for other words. Both in lower case. */
export function oneForm(word: string): string | null {
  const [pronoun = '', shortened] = word.split("'");
  const form = FORMS.get(pronoun);
  if (form === undefined) return null;
  if (shortened === undefined) return form;
  if (form !== 'they') return null;
  // "She's" is "they're" as well as "they've".
  return ['s', 're', 've'].includes(shortened) ? "they're" : `they'${shortened}`;
}

/** The form of a verb behind "they". */
export function agreeing(verb: string): string {
  const plural = AGREEING.get(verb);
  if (plural !== undefined) return plural;
  const bare = verb.replace(/s$/, '');
  return PALE_WORDS.has(bare) && !PALE_WORDS.has(verb) ? bare : verb;
}

function forms(one: string, all: string): [string, string][] {
  return all.split(' ').map((form) => [form, one]);
}
