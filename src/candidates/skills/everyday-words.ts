import { type Candidate } from './find-skills.js';
import { type SkillCategory } from './skill-dictionary.js';

/** Categories whose presence nearby shows that `Go`, `C` or `Word` is meant as a skill. */
const TECHNICAL: ReadonlySet<SkillCategory> = new Set([
  'language', 'frontend', 'backend', 'mobile', 'data', 'ai', 'database', 'infrastructure', 'quality', 'security', 'design', 'product', 'marketing', 'office',
] as const);
/** Where people write whole lists in small letters: `python, go, react`. */
const WRITTEN_SMALL: ReadonlySet<SkillCategory> = new Set(['language', 'frontend', 'backend', 'database'] as const);
const NEARBY = 120;
const LABEL = /\b(?:languages?|skills?|technolog(?:y|ies)|stack|tools?|frameworks?|programming|software|programs?)\b/i;
const OPENS_AN_ITEM = /(?:^|[\n\t,;:|/(+&•·▪◦●■‣–—*]|(?:^|[\n\t])\s*-|\b(?:and|or|in|using|with|of|also|know))\s*$/i;
const CLOSES_AN_ITEM = /^\s*(?:$|[\n\t,;:|/)(+•·▪◦●■‣–—]|&(?!\w)|\.(?:\s|$)|(?:and|or|on|for|at|with)\b)/i;
const IS_WEIGHED = /^\s*(?:(?:is|are|would be)\s+)?(?:an? (?:\w+ )?(?:plus|bonus|must|advantage|asset)|(?:strongly |highly )?(?:required|preferred|optional|desirable|mandatory|essential|nice to have))\b/i;
const OPENS_A_SENTENCE = /(?:^|\n)\s*$/;
const GOES_ON = /^\s*(?:on|for|at|with)\b/i;
const OPENS_A_LISTED_WORD = /(?:^|[\n\t,;:|/(+•·▪◦●■‣*])[ \t]*$/;
const CLOSES_A_LISTED_WORD = /^[ \t]*(?:$|[\n\t,;|/)+•·▪◦●■‣])/;

/** True when a spelling with another everyday meaning stands as an item among skills, or under a label that promises them. */
export function isMeant(text: string, { skill, start, end, doubt }: Candidate, certain: readonly Candidate[]): boolean {
  const before = text.slice(Math.max(0, start - NEARBY), start);
  const after = text.slice(end, end + 48);
  if (doubt === 'everyday word in small letters') {
    const isListed = OPENS_A_LISTED_WORD.test(before) && CLOSES_A_LISTED_WORD.test(after);
    return isListed && WRITTEN_SMALL.has(skill.category) && hasNeighbour(certain, start, end);
  }
  if (!OPENS_AN_ITEM.test(before)) return false;
  // "Go is a plus" speaks of a skill, with no other beside it.
  if (IS_WEIGHED.test(after)) return true;
  if (!CLOSES_AN_ITEM.test(after)) return false;
  // "Lean on me" and "Outlook for 2027" begin a sentence.
  if (OPENS_A_SENTENCE.test(before) && GOES_ON.test(after)) return false;
  // "C. Smith" and "J. R. Miller" are people.
  if (end - start === 1 && /^\.\s+\S/.test(after) && /[\n\t.]\s*$|^$/.test(before)) return false;
  return LABEL.test(before) || hasNeighbour(certain, start, end);
}

function hasNeighbour(certain: readonly Candidate[], start: number, end: number): boolean {
  let low = 0;
  let high = certain.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (certain[middle]!.end < start - NEARBY) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < certain.length && certain[at]!.start <= end + NEARBY; at += 1) {
    if (TECHNICAL.has(certain[at]!.skill.category)) return true;
  }
  return false;
}
