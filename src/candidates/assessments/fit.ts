import { type SkillCategory } from '../skills/skill-dictionary.js';
import { type Assessment, type Finding, type FindingState, type FitPart, type FitPartId, type Importance } from './assessment.js';

// A must counts three times a wish that is nice to have; what only the role asks counts once beside a description.
const WITH_DESCRIPTION: Readonly<Record<Importance, number>> = { must: 3, nice: 1, role_core: 1, role_helpful: 0 };
const ROLE_ALONE: Readonly<Record<Importance, number>> = { must: 3, nice: 1, role_core: 3, role_helpful: 1 };
// Every advertisement asks for communication and teamwork, and hardly a resume names them: an interview shows them.
const GENERAL = 1;
const YEARS = 3;
/** In tenths, so that the sum is exact: a skill counts whole, one near it half. */
const CREDIT: Readonly<Record<FindingState, number>> = { matched: 10, related: 5, missing: 0 };

const TITLES: readonly (readonly [FitPartId, string])[] = [
  ['must', 'Asked for by the description'], ['nice', 'Nice to have'], ['role', 'Usual for the role'], ['years', 'Years of experience'],
];

/** How many points a skill is worth. */
export function weightOf(importance: Importance, category: SkillCategory, isDescribed: boolean): number {
  const weight = (isDescribed ? WITH_DESCRIPTION : ROLE_ALONE)[importance];
  return category === 'general' ? Math.min(weight, GENERAL) : weight;
}

/** The fit is the points of all parts over the most there were, in percent, halves rounded up. */
export function fitOf(findings: readonly Finding[], years: Assessment['years']): { fit: number; parts: FitPart[] } {
  const sums = new Map<FitPartId, { tenths: number; most: number }>(TITLES.map(([id]) => [id, { tenths: 0, most: 0 }]));
  const count = (id: FitPartId, weight: number, credit: number): void => {
    const sum = sums.get(id)!;
    sum.tenths += weight * credit;
    sum.most += weight;
  };
  for (const { importance, weight, state } of findings) count(partOf(importance), weight, CREDIT[state]);
  if (years.asked !== null && years.found !== null) count('years', YEARS, creditForYears(years.asked, years.found));
  const parts = TITLES.map(([id, title]): FitPart => ({ id, title, points: sums.get(id)!.tenths / 10, of: sums.get(id)!.most })).filter(({ of }) => of > 0);
  const all = [...sums.values()];
  const [tenths, most] = [all.reduce((sum, part) => sum + part.tenths, 0), all.reduce((sum, part) => sum + part.most, 0)];
  return { fit: most === 0 ? 0 : Math.floor((20 * tenths + most) / (2 * most)), parts };
}

function partOf(importance: Importance): FitPartId {
  return importance === 'must' || importance === 'nice' ? importance : 'role';
}

/** Whole tenths of what was asked: 3.5 of 5 years are seven tenths; more than asked counts no more. */
function creditForYears(asked: number, found: number): number {
  return Math.min(10, Math.floor((Math.round(found * 10)) / asked));
}
