import { findSkillLines, findSkills } from '../skills/find-skills.js';
import { type SkillDictionary } from '../skills/skill-dictionary.js';
import { wordsOf } from '../skills/words.js';
import { educationIn } from './facts/education.js';
import { type Point } from './facts/periods.js';
import { workLife } from './facts/positions.js';
import { languagesIn } from './facts/spoken-languages.js';
import { fileText } from './formats/file-text.js';
import { countWords } from './formats/page-text.js';
import { type Reading, type ReadingLimits, Refusal } from './reading.js';
import { redact, type Redacted } from './redaction/redact.js';

// A scan or an empty page gives a few stray words at most; nothing is invented from them.
const FEWEST_WORDS = 30;
// More than a stray page number or the rest of a template.
const MOST_HIDDEN_WORDS = 20;
const MOST_POSITIONS = 40;

/** What was read of a file. `redacted` is for measuring; only `reading` leaves the child process. */
export interface ReadResume {
  readonly reading: Reading;
  readonly redacted: Redacted;
}

/** Reads a resume from start to end: its text, without anything personal, and the facts in what is left. Throws a Refusal. */
export async function readResume(bytes: Buffer, limits: ReadingLimits, dictionary: SkillDictionary, today: Date): Promise<ReadResume> {
  const file = await fileText(bytes, limits);
  const text = file.lines.map((line) => line.text).join('\n');
  if (isStuffed(file.hidden, text, dictionary)) throw new Refusal('hidden_text');
  const words = countWords(text);
  if (words < FEWEST_WORDS) throw new Refusal('no_text');
  const redacted = redact(file, (text) => isSkill(text, dictionary));
  const { lines, places, leftOut } = redacted;
  const now: Point = { year: today.getUTCFullYear(), month: today.getUTCMonth() + 1 };
  const { positions, years } = workLife(lines, places, now);
  const skills = findSkillLines(lines.join('\n'), dictionary).map(({ id, line }) => ({ id, line }));
  return {
    reading: wellFormed({
      format: file.format, pages: file.pages, words, skills, positions: positions.slice(0, MOST_POSITIONS), years,
      education: educationIn(lines, places), languages: languagesIn(lines, places), leftOut,
    }),
    redacted,
  };
}

/** Whether a file says to machines what it does not say to people: a skill, or more than a few words. */
function isStuffed(hidden: string, seen: string, dictionary: SkillDictionary): boolean {
  if (countWords(hidden) === 0) return false;
  if (countWords(hidden) > MOST_HIDDEN_WORDS) return true;
  const shown = new Set(findSkills(seen, dictionary));
  return findSkills(hidden, dictionary).some((skill) => !shown.has(skill));
}

/** Half an emoji, left where a line was cut, is no text to the database. */
function wellFormed(reading: Reading): Reading {
  return JSON.parse(JSON.stringify(reading), (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)) as Reading;
}

/** Whether a text is the name of a skill and nothing else, with or without another meaning. */
function isSkill(text: string, dictionary: SkillDictionary): boolean {
  const words = wordsOf(text).map((word) => word.text);
  return dictionary.startingWith(words[0] ?? '').some((spelling) => spelling.words.join(' ') === words.join(' '));
}
