import { excerpt, linesOf, type Mention, mentionsOf } from '../skills/find-skills.js';
import { type OneOf } from '../skills/role-skills.js';
import { type SkillDictionary } from '../skills/skill-dictionary.js';
import { weightsIn } from './clauses.js';
import { isBoilerplate, labelOf, markerIn, type Section, sectionOf } from './description-wording.js';
import { alternativesAmong } from './one-of.js';
import { withoutBullet } from './wording.js';
import { yearsAsked } from './years-asked.js';

/** A line of the description as it is shown: its number from 1, and its text. */
export interface DescriptionLine {
  readonly number: number;
  readonly text: string;
}

/** Something the description asks for: a skill, or one of several. */
export interface Wish {
  readonly oneOf: OneOf;
  readonly importance: 'must' | 'nice';
  readonly line: DescriptionLine;
  /** Years of it that are asked for in the same sentence. */
  readonly years: number | null;
}

/** What a description asks for, in the order of its lines. */
export interface JobDescription {
  readonly wishes: readonly Wish[];
  readonly years: { readonly asked: number; readonly line: DescriptionLine } | null;
}

const LONGEST_LINE = 300;

/** Reads what a description asks for. What it says of the employer, of benefits and of equal treatment is passed over. */
export function readJobDescription(text: string, dictionary: SkillDictionary): JobDescription {
  const mentions = mentionsOf(text, dictionary);
  const wishes: Wish[] = [];
  const title = titleIn(text);
  let years: JobDescription['years'] = null;
  let section: Section = 'must';
  let next = 0;
  for (const [index, { start, text: line }] of linesOf(text).entries()) {
    const first = next;
    while (next < mentions.length && mentions[next]!.start <= start + line.length) next += 1;
    section = sectionOf(line, next > first) ?? section;
    const governing = labelOf(line) ?? section;
    if (governing === 'elsewhere' || isBoilerplate(line)) continue;
    const quote = (at: number): DescriptionLine => ({ number: index + 1, text: withoutBullet(excerpt(line, at, LONGEST_LINE)) });
    for (const sentence of sentencesOf(line, mentions.slice(first, next).map((mention) => moved(mention, start)))) {
      const found = readSentence(sentence, governing);
      wishes.push(...found.wishes.map(({ at, ...wish }) => ({ ...wish, line: quote(sentence.start + at) })));
      if (found.years !== null && found.years > (years?.asked ?? 0)) years = { asked: found.years, line: quote(sentence.start) };
    }
  }
  // "Backend engineer" at the top is the name of the work; what it takes stands below.
  const below = wishes.filter(({ line }) => line.number !== title);
  return { wishes: onceEach(below.length > 0 ? below : wishes), years };
}

/** The number of the first line that says anything. */
function titleIn(text: string): number {
  return linesOf(text).findIndex(({ text: line }) => line.trim() !== '') + 1;
}

interface Sentence {
  /** Where it begins in its line. */
  readonly start: number;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

function sentencesOf(line: string, mentions: readonly Mention[]): Sentence[] {
  let start = 0;
  let next = 0;
  return line.split(/(?<=[.!?;](?=\s))(?<!\b(?:e\.\s?g|i\.\s?e|min|approx)\.)/i).map((text) => {
    const first = next;
    while (next < mentions.length && mentions[next]!.start < start + text.length) next += 1;
    const sentence = { start, text, mentions: mentions.slice(first, next).map((mention) => moved(mention, start)) };
    start += text.length;
    return sentence;
  });
}

function moved({ skill, start, end }: Mention, by: number): Mention {
  return { skill, start: start - by, end: end - by };
}

function readSentence({ text, mentions }: Sentence, section: Exclude<Section, 'elsewhere'>): { wishes: (Omit<Wish, 'line'> & { at: number })[]; years: number | null } {
  const weights = weightsIn(text, mentions.map(({ start }) => start));
  const weighed = new Map(mentions.map((mention, index) => [mention, weights[index] ?? section]));
  const wanted = mentions.filter((mention) => weighed.get(mention) !== 'not');
  const years = yearsAsked(text, mentions.length > 0);
  const wishes = alternativesAmong(text, wanted).map((group) => ({
    oneOf: [...new Set(group.map(({ skill }) => skill.id))],
    importance: weighed.get(group[0]!) === 'nice' ? ('nice' as const) : ('must' as const),
    years,
    at: group[0]!.start,
  }));
  const isMust = (markerIn(text)?.weight ?? section) === 'must';
  return { wishes, years: isMust ? years : null };
}

/** Each skill once: the stronger wish wins, then the earlier; a choice falls away when one of its skills is a must by itself. */
function onceEach(wishes: readonly Wish[]): Wish[] {
  const key = ({ oneOf }: Wish): string => [...oneOf].sort().join('|');
  const musts = new Set(wishes.filter(({ importance, oneOf }) => importance === 'must' && oneOf.length === 1).map(key));
  const kept = new Map<string, Wish>();
  for (const wish of wishes) {
    if (wish.oneOf.length > 1 && wish.oneOf.some((id) => musts.has(id))) continue;
    const before = kept.get(key(wish));
    const isStronger = before?.importance === 'nice' && wish.importance === 'must';
    const years = Math.max(before?.years ?? 0, wish.years ?? 0) || null;
    kept.set(key(wish), { ...(before && !isStronger ? before : wish), years });
  }
  return [...kept.values()];
}
