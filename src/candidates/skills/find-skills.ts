import { isMeant } from './everyday-words.js';
import { type Skill, type SkillDictionary, type Spelling } from './skill-dictionary.js';
import { mayJoin, type Word, wordsOf } from './words.js';

/** A skill as it is named at one place of a text. */
export interface Mention {
  readonly skill: Skill;
  readonly start: number;
  readonly end: number;
}

/** A mention before it is known whether a skill is meant; `doubt` says how sure its spelling is. */
export interface Candidate extends Mention {
  readonly doubt: 'none' | 'everyday word' | 'everyday word in small letters';
}

/** Where a skill was seen: its first line, white space closed up and cut to 200 characters, and the number of that line from 1. */
export interface SkillLine {
  readonly id: string;
  readonly line: string;
  readonly number: number;
}

const LONGEST_LINE = 200;
// Half of a character that takes two places of a string, left over by a cut, is no text for the database.
const HALVES = /^[\udc00-\udfff]|[\ud800-\udbff]$/g;

/** The skills a text names, each once, in the order of their first mention. Takes time in proportion to the text. */
export function findSkills(text: string, dictionary: SkillDictionary): Skill[] {
  return [...new Set(mentionsOf(text, dictionary).map(({ skill }) => skill))];
}

/** As `findSkills`, each with the line of its first mention. */
export function findSkillLines(text: string, dictionary: SkillDictionary): SkillLine[] {
  const lines = linesOf(text);
  const seen = new Set<string>();
  let index = 0;
  return mentionsOf(text, dictionary).flatMap(({ skill, start }) => {
    if (seen.has(skill.id)) return [];
    seen.add(skill.id);
    while (index + 1 < lines.length && lines[index + 1]!.start <= start) index += 1;
    const { start: opens, text: line } = lines[index]!;
    return [{ id: skill.id, line: excerpt(line, start - opens, LONGEST_LINE), number: index + 1 }];
  });
}

/** Every mention of a skill, in order. */
export function mentionsOf(text: string, dictionary: SkillDictionary): Mention[] {
  const readable = withoutAddresses(text);
  const candidates = candidatesIn(readable, dictionary);
  const certain = candidates.filter(({ doubt }) => doubt === 'none');
  return candidates.filter((candidate) => candidate.doubt === 'none' || isMeant(readable, candidate, certain));
}

/** The lines of a text and where each begins. */
export function linesOf(text: string): { start: number; text: string }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { start: at, text: line };
  });
}

/** A line as it is quoted: without superfluous space, cut around a place in it when it is too long. */
export function excerpt(line: string, at: number, longest: number): string {
  const from = line.length <= longest ? 0 : Math.max(0, Math.min(at - 60, line.length - longest));
  const cut = line.slice(from, from + longest - 2);
  const whole = line.length <= longest ? line : cut;
  const closed = whole.replace(HALVES, '').replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${closed}${from + whole.length < line.length ? '…' : ''}`;
}

const ADDRESS = /[^\s@]{1,64}@[^\s@]{1,255}|https?:\S{1,2000}|www\.\S{1,2000}|(?<![\w.-])(?:[\w-]{1,63}\.){1,4}(?:com|org|net|io|dev|me)\/\S{0,2000}|(?<![\w.-])(?:[\w-]{1,63}\.){1,4}(?:com|org)(?![\w-])/gi;

/** An account at github.com or a mail address at example.net shows no skill. Places stay where they were. */
function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, (address) => ' '.repeat(address.length));
}

function candidatesIn(text: string, dictionary: SkillDictionary): Candidate[] {
  const words = wordsOf(text);
  const candidates: Candidate[] = [];
  for (let at = 0; at < words.length; ) {
    const spelling = dictionary.startingWith(words[at]!.text).find((known) => isSpelledAt(text, words, at, known));
    const last = words[at + (spelling?.words.length ?? 1) - 1]!;
    if (spelling && spelling.care !== 'never') {
      const [start, end] = [words[at]!.start, last.end];
      candidates.push({ skill: spelling.skill, start, end, doubt: doubtAbout(spelling, text.slice(start, end)) });
    }
    at += spelling?.words.length ?? 1;
  }
  return candidates;
}

function isSpelledAt(text: string, words: readonly Word[], at: number, { words: wanted }: Spelling): boolean {
  return wanted.every((word, index) => {
    const found = words[at + index];
    if (found?.text !== word) return false;
    return index === 0 || mayJoin(text.slice(words[at + index - 1]!.end, found.start));
  });
}

function doubtAbout({ care, written }: Spelling, found: string): Candidate['doubt'] {
  if (care === 'any') return 'none';
  if (found !== written && found !== written.toUpperCase()) return 'everyday word in small letters';
  return care === 'exact' ? 'none' : 'everyday word';
}
