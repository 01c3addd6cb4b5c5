import { type Position } from '../reading.js';
import { titleWordIn } from './job-titles.js';
import { monthsCovered, type Period, periodsIn, type Point } from './periods.js';
import { type Place } from './sections.js';

/** What a resume says of the person's work. */
export interface WorkLife {
  readonly positions: readonly Position[];
  readonly years: number | null;
}

const LONGEST = 100;
const BULLET = /^\s*[•▪◦●■‣*·–—-]\s?/;
const PARTS = /\t|\s[|•·/]\s|\s[–—-]\s|,\s|\s@\s|\s(?:at|bei|chez|na|em|en|bij|hos|presso|w)\s(?=\p{Lu})|\s*\(|\)\s*/u;
const COMPANY = /(?<![\p{L}])(?:inc|ltd|limited|llc|llp|gmbh|ag|kg|se|corp|corporation|company|co|plc|pvt|sa|s\.a\.?|s\.?r\.?l|sarl|sas|bv|b\.v|nv|as|asa|ab|aps|a\/s|oy|ltda|eireli|sp\. z o\.o|group|bank|university|technologies|solutions|systems|labs|software|consulting|hospital|school)\.?(?![\p{L}])/iu;
const PLACEHOLDER = /\[(?:name|e-mail|phone|address|link|birth date|personal detail)\]/g;
const EMPLOYMENT = /^(?:full[ -]?time|part[ -]?time|contract|permanent|remote|hybrid|freelance|internship|vollzeit|teilzeit|temps plein|cdi|cdd|on-?site|employer|company|firma|duration|period|role|position|title)\s*:?$/i;
// "Working as an engineer in Acme Ltd from …" is a heading, too.
const TOLD = /^(?:(?:currently|presently) )?(?:work(?:ing|ed)|employed|associated) (?:as )?(?:an? )?(.{3,60}?) (?:in|with|at|for) /i;
const SHORT_FORM = /(?<!\p{L})(?:\p{Lu}|Inc|Ltd|Corp|Co|Cie|Bros)\.$/u;
const STATED = /(\d{1,2})(?:[.,](\d))?\s?\+?\s?(?:years?|yrs?\.?|jahren?|ans|años|anos|anni|jaar|års?|lat)(?![\p{L}])(?=[^.\n]{0,60}(?:experience|erfahrung|expérience|experiencia|experiência|esperienza|ervaring|erfaring|erfarenhet|doświadczenia))/iu;
const WORDS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, twenty: 20 };
const STATED_WORD = new RegExp(String.raw`\b(${Object.keys(WORDS).join('|')})\s(?:years?)(?=[^.\n]{0,60}experience)`, 'i');

/** Positions with their times, newest first, and the years they come to. `lines` are redacted already. */
export function workLife(lines: readonly string[], places: readonly Place[], now: Point): WorkLife {
  const hasSection = places.some(({ section }) => section === 'experience');
  const counts = (index: number): boolean => {
    const { section } = places[index]!;
    return hasSection ? section === 'experience' : section === 'head' || section === 'profile' || section === 'other';
  };
  const dated = lines.flatMap((line, index) => (counts(index) ? periodsAt(lines, index, now).map((period) => ({ index, period })) : []));
  const positions = dated.map(({ index, period }) => positionAt(lines, places, index, period, now));
  const worked = dated.filter((_, index) => hasSection || positions[index]!.title !== null);
  const months = monthsCovered(worked.map(({ period }) => period), now);
  return {
    positions: positions.filter(({ title, employer }) => title !== null || employer !== null).sort((a, b) => Number(a.until !== null) - Number(b.until !== null) || (b.until ?? b.from).localeCompare(a.until ?? a.from) || b.from.localeCompare(a.from)),
    years: months > 0 ? Math.round(months / 1.2) / 10 : statedYears(lines.join('\n')),
  };
}

/** A narrow column may break a period after its dash. */
function periodsAt(lines: readonly string[], index: number, now: Point): Period[] {
  const line = lines[index]!;
  if (BULLET.test(line) && line.length > 60) return [];
  const next = lines[index + 1] ?? '';
  const own = periodsIn(line, now);
  if (!/[–—-]\s*$/.test(line) || next === '') return own;
  const joined = periodsIn(`${line} ${next.split('\t')[0]}`, now).filter(({ start }) => start < line.length);
  return joined.length >= own.length ? joined.map((period) => ({ ...period, end: Math.min(period.end, line.length) })) : own;
}

function positionAt(lines: readonly string[], places: readonly Place[], index: number, period: Period, now: Point): Position {
  const line = lines[index]!;
  const around = [line.slice(0, period.start) + '\t' + line.slice(period.end), ...neighbours(lines, places, index, now)];
  const parts = around.map((text) => text.replace(BULLET, '').replace(PLACEHOLDER, '').replace(TOLD, '$1\t').split(PARTS).map(cleaned).filter(isPart));
  const title = parts.flat().find((part) => titleWordIn(part) !== null && part.split(' ').length <= 9) ?? null;
  const names = parts.flatMap((list) => list.filter((part) => part !== title && titleWordIn(part) === null && /\p{Lu}/u.test(part) && part.split(' ').length <= 7));
  const employer = names.find((part) => COMPANY.test(part)) ?? names[0] ?? null;
  return { title, employer, from: written(period.from), until: period.until && written(period.until) };
}

/** The lines beside a dated one that may belong to its heading: not another dated one, not a heading, not a bullet, not a sentence. */
function neighbours(lines: readonly string[], places: readonly Place[], index: number, now: Point): string[] {
  const fits = (at: number): boolean => {
    const line = lines[at];
    if (line === undefined || places[at]!.isHeading || BULLET.test(line) || line.length > LONGEST || isSentence(line) || periodsIn(line, now).length > 0) return false;
    return line.split(/\s+/).length <= 12;
  };
  const before = [index - 1, index - 2].filter((at, order) => fits(at) && (order === 0 || fits(index - 1)));
  const after = [index + 1].filter(fits);
  // With a dated line that says everything else itself, what stands above belongs to the entry before.
  return [...before.slice(0, 1), ...after, ...before.slice(1)].map((at) => lines[at]!);
}

/** `Acme S.A.` ends with a full stop, too. */
const isSentence = (line: string): boolean => /[!?;]$/.test(line) || (line.endsWith('.') && line.split(/\s+/).length > 6 && !SHORT_FORM.test(line));
const cleaned = (part: string): string => part.replace(/\b(?:from|since|during)\s*$/i, '').replace(/^[\s,;:|•·()–—-]+|[\s,;:|•·()–—-]+$/g, '').slice(0, LONGEST);
const isPart = (part: string): boolean => /\p{L}{2}/u.test(part) && !EMPLOYMENT.test(part);
const written = ({ year, month }: Point): string => (month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`);

function statedYears(text: string): number | null {
  const found = STATED.exec(text);
  if (found) return Number(`${found[1]}.${found[2] ?? 0}`);
  const word = STATED_WORD.exec(text)?.[1];
  return word === undefined ? null : WORDS[word.toLowerCase()] ?? null;
}
