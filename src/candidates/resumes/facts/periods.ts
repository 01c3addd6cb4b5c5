import { folded } from './folded.js';

/** A point in time as a resume writes it; `month` 1 to 12, or null where only the year is said. */
export interface Point {
  readonly year: number;
  readonly month: number | null;
}

/** A time between two points, where it stands in its line; `until` null: it goes on. */
export interface Period {
  readonly from: Point;
  readonly until: Point | null;
  readonly start: number;
  readonly end: number;
}

const MONTHS: readonly string[] = [
  'jan|january|januar|janner|jaenner|janvier|janv|enero|ene|janeiro|gennaio|gen|januari|stycznia|styczen|sty',
  'feb|february|februar|fevrier|fevr|fev|febrero|fevereiro|febbraio|februari|lutego|luty|lut',
  'mar|march|marz|maerz|mrz|mars|marzo|marco|maart|mrt|marca|marzec',
  'apr|april|avril|avr|abril|abr|aprile|kwietnia|kwiecien|kwi',
  'may|mai|mayo|maio|maggio|mag|mei|maj|maja',
  'jun|june|juni|juin|junio|junho|giugno|giu|czerwca|czerwiec|cze',
  'jul|july|juli|juillet|juil|julio|julho|luglio|lug|lipca|lipiec|lip',
  'aug|august|aout|agosto|ago|augustus|augusti|sierpnia|sierpien|sie',
  'sep|sept|september|septembre|septiembre|setembro|set|settembre|wrzesnia|wrzesien|wrz',
  'oct|october|okt|oktober|octobre|octubre|outubro|out|ottobre|ott|pazdziernika|pazdziernik|paz',
  'nov|november|novembre|noviembre|novembro|listopada|listopad|lis',
  'dec|december|dez|dezember|decembre|diciembre|dic|dezembro|dicembre|desember|des|grudnia|grudzien|gru',
];
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)));
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12, q1: 1, q2: 4, q3: 7, q4: 10 };

const NAME = String.raw`(?:${[...MONTH_OF.keys(), ...Object.keys(SEASONS)].sort((a, b) => b.length - a.length).join('|')})`;
const YEAR = String.raw`(?:19[5-9]\d|20[0-4]\d)`;
const POINT = String.raw`(?:(?:\d{1,2}\.?\s)?${NAME}\b\.?,?[\s/-]{0,2}(?:de\s|del\s)?(?:${YEAR}|['’]\d{2}|\d{2}(?!\d))|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?${YEAR}|\d{1,2}\s?[./-]\s?${YEAR}|${YEAR}\s?[./-]\s?(?:0?[1-9]|1[0-2])(?!\d)|${YEAR})`;
const NOW = String.raw`(?:present|current(?:ly)?|now|today|to date|till date|date|ongoing|heute|jetzt|aktuell|derzeit|laufend|dato|present jour|a ce jour|aujourd['’]hui|actuel(?:lement)?|en cours|ce jour|maintenant|atual(?:mente)?|presente|o momento|momento|hoje|actualidad|actual(?:mente)?|la fecha|hoy|oggi|attuale|in corso|heden|nu|na|idag|i dag|nuvaerende|obecnie|teraz|dzis|dzisiaj)`;
const BETWEEN = String.raw`\s{0,3}(?:[-–—−‒―~→]+|\b(?:to|until|till|bis|au|a|al|ate|hasta|t\/m|tot|til|till|do|through)\b)\s{0,3}`;
const RANGE = new RegExp(String.raw`(?<![\p{L}\d.,])(?:(${POINT})${BETWEEN}(${POINT}|${NOW})|(${NAME})\b\.?${BETWEEN}(${NAME}\b\.?,?\s${YEAR})|(${YEAR})\s?[-–—/]\s?(\d{2}))(?![\p{L}\d])`, 'gu');
const SINCE = new RegExp(String.raw`(?<![\p{L}])(?:since|seit|depuis|desde|sinds|siden|sedan|from|ab|od|dal)\s(?:le\s|o\s)?(${POINT})(?![\p{L}\d])|(?<![\p{L}\d.,])(${POINT})\s?[-–—]\s?(?=$|\t|\))`, 'gu');
const ALONE = new RegExp(String.raw`(?<![\p{L}\d.,/-])${POINT}(?![\p{L}\d%])`, 'gu');

/** The periods a line names: `Mar 2019 – Present`, `2018-2020`, `03/2017 - 12/2019`, `seit 2020`. `now` is today. */
export function periodsIn(line: string, now: Point): Period[] {
  const plain = sameLength(line);
  const found = Array.from(plain.matchAll(RANGE), (match): Period | null => {
    const [whole, from, until, onlyMonth, untilMonth, fromYear, shortYear] = match;
    const place = { start: match.index, end: match.index + whole.length };
    if (fromYear !== undefined && shortYear !== undefined) return period(place, pointOf(fromYear), { year: Math.floor(Number(fromYear) / 100) * 100 + Number(shortYear), month: null }, now);
    if (onlyMonth !== undefined && untilMonth !== undefined) {
      const end = pointOf(untilMonth);
      return period(place, end && { year: end.year, month: monthOf(onlyMonth) }, end, now);
    }
    return period(place, pointOf(from ?? ''), isNow(until ?? '') ? null : pointOf(until ?? '') ?? undefined, now);
  });
  const open = Array.from(plain.matchAll(SINCE), (match) => period({ start: match.index, end: match.index + match[0].length }, pointOf(match[1] ?? match[2] ?? ''), null, now));
  const sure = found.filter((one) => one !== null);
  return [...sure, ...open.filter((one) => one !== null && !sure.some(({ start, end }) => one.start < end && one.end > start)).filter((one) => one !== null)];
}

/** The last year a line names; null when it names none. */
export function lastYearIn(line: string): number | null {
  const years = Array.from(sameLength(line).matchAll(ALONE), ([found]) => pointOf(found)?.year).filter((year) => year !== undefined);
  const ranges = periodsIn(line, { year: 2100, month: 1 }).map(({ until }) => until?.year).filter((year) => year !== undefined);
  const all = [...years, ...ranges];
  return all.length === 0 ? null : Math.max(...all);
}

/** How many months these periods cover together, each month once. A year without months counts from one January to the next. */
export function monthsCovered(periods: readonly Period[], now: Point): number {
  const present = now.year * 12 + (now.month ?? 12);
  const stretches = periods.map(({ from, until }) => {
    const start = from.year * 12 + (from.month ?? 1);
    const end = until ? until.year * 12 + (until.month === null ? lastOfYear(from, until) : until.month + 1) : present + 1;
    return { start, end: Math.max(start, Math.min(end, present + 1)) };
  }).sort((a, b) => a.start - b.start);
  let months = 0;
  let covered = -Infinity;
  for (const { start, end } of stretches) {
    months += Math.max(0, end - Math.max(start, covered));
    covered = Math.max(covered, end);
  }
  return months;
}

/** `2018–2020` are two years, `2018–2018` one, and `Mar 2018 – 2020` ends somewhere in 2020. */
function lastOfYear(from: Point, until: Point): number {
  if (from.month !== null) return 7;
  return from.year === until.year ? 13 : 1;
}

function period(place: { start: number; end: number }, from: Point | null, until: Point | null | undefined, now: Point): Period | null {
  if (!from || until === undefined || from.year > now.year) return null;
  if (until && (until.year < from.year || until.year > now.year + 6)) return null;
  return { ...place, from, until };
}

const isNow = (text: string): boolean => new RegExp(`^${NOW}$`, 'u').test(text);

function pointOf(text: string): Point | null {
  const year = new RegExp(`${YEAR}(?!\\d)`).exec(text)?.[0];
  const name = /\p{L}{2,}\d?/u.exec(text.replace(/\b(?:de|del)\b/g, ''))?.[0];
  if (name !== undefined) {
    const short = /(\d{2})$/.exec(text)?.[1];
    if (year === undefined && short === undefined) return null;
    return { year: year === undefined ? centuryOf(Number(short)) : Number(year), month: monthOf(name) };
  }
  if (year === undefined) return null;
  const others = text.replace(year, ' ').match(/\d{1,2}/g)?.map(Number) ?? [];
  // 25.03.2019 and 03/25/2019: what cannot be a month is a day.
  const months = others.length === 2 && (others[1] ?? 0) <= 12 ? others.slice(1) : others;
  const month = months[0] ?? null;
  return { year: Number(year), month: month !== null && month >= 1 && month <= 12 ? month : null };
}

const centuryOf = (short: number): number => short + (short > 60 ? 1900 : 2000);
const monthOf = (name: string): number | null => MONTH_OF.get(name) ?? SEASONS[name] ?? null;

/** In small letters without accents, each sign in its place. */
function sameLength(line: string): string {
  return Array.from(line, (sign) => (folded(sign).length === sign.length ? folded(sign) : sign)).join('');
}
