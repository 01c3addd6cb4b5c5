import { type SkillDictionary, type Skill, type SkillCategory, type Spelling } from './skill-dictionary.js';
import { mayJoin, type Word, wordsOf } from './words.js';

interface Mention {
  readonly skill: Skill;
  readonly careful: boolean;
  readonly start: number;
  readonly end: number;
}

/** The skills a text names, each once, in the order of their first mention. Takes time in proportion to the text. */
export function findSkills(text: string, dictionary: SkillDictionary): Skill[] {
  const readable = withoutAddresses(text);
  const mentions = mentionsIn(readable, dictionary);
  const certain = mentions.filter(({ careful }) => !careful);
  const believed = mentions.filter((mention) => !mention.careful || isMeant(readable, mention, certain));
  return [...new Set(believed.map(({ skill }) => skill))];
}

const ADDRESS = /[^\s@]{1,64}@[^\s@]{1,255}|https?:\S{1,2000}|www\.\S{1,2000}|(?<![\w.-])(?:[\w-]{1,63}\.){1,4}(?:com|org|net|io|dev|me)\/\S{0,2000}|(?<![\w.-])(?:[\w-]{1,63}\.){1,4}(?:com|org)(?![\w-])/gi;

/** An account at github.com or a mail address at example.net shows no skill. Places stay where they were. */
function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, (address) => ' '.repeat(address.length));
}

function mentionsIn(text: string, dictionary: SkillDictionary): Mention[] {
  const words = wordsOf(text);
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; ) {
    const spelling = dictionary.startingWith(words[at]!.text).find((candidate) => isSpelledAt(text, words, at, candidate));
    const last = words[at + (spelling?.words.length ?? 1) - 1]!;
    if (spelling) mentions.push({ skill: spelling.skill, careful: spelling.care === 'careful', start: words[at]!.start, end: last.end });
    at += spelling?.words.length ?? 1;
  }
  return mentions;
}

function isSpelledAt(text: string, words: readonly Word[], at: number, { words: wanted, written, care }: Spelling): boolean {
  const fits = wanted.every((word, index) => {
    const found = words[at + index];
    if (found?.text !== word) return false;
    return index === 0 || mayJoin(text.slice(words[at + index - 1]!.end, found.start));
  });
  if (!fits || care === 'any') return fits;
  const found = text.slice(words[at]!.start, words[at + wanted.length - 1]!.end);
  return found === written || found === written.toUpperCase();
}

/** Categories whose presence nearby shows that `Go`, `C` or `Spring` is meant as a skill. */
const TECHNICAL: ReadonlySet<SkillCategory> = new Set([
  'language', 'frontend', 'backend', 'mobile', 'data', 'ai', 'database', 'infrastructure', 'quality', 'design', 'product',
] as const);
const NEARBY = 120;
const LABEL = /\b(?:languages?|skills?|technolog(?:y|ies)|stack|tools?|frameworks?|programming|software)\b/i;
const OPENS_AN_ITEM = /(?:^|[\n\t,;:|/(+&•·▪◦●■‣–—*]|(?:^|[\n\t])\s*-|\b(?:and|or|in|using|with))\s*$/i;
const CLOSES_AN_ITEM = /^\s*(?:$|[\n\t,;:|/)(+•·▪◦●■‣–—]|&(?!\w)|\.(?:\s|$)|(?:and|or|on|for|at|with)\b)/i;

/** True when a spelling with another everyday meaning stands as an item among skills, or under a label that promises them. */
function isMeant(text: string, { start, end }: Mention, certain: readonly Mention[]): boolean {
  const before = text.slice(Math.max(0, start - NEARBY), start);
  const after = text.slice(end, end + 12);
  if (!OPENS_AN_ITEM.test(before) || !CLOSES_AN_ITEM.test(after)) return false;
  // "C. Smith" and "J. R. Miller" are people.
  if (end - start === 1 && /^\.\s+\S/.test(after) && /[\n\t.]\s*$|^$/.test(before)) return false;
  return LABEL.test(before) || hasNeighbour(certain, start, end);
}

function hasNeighbour(certain: readonly Mention[], start: number, end: number): boolean {
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
