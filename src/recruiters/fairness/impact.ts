/** The categories of the EEOC (EEO-1, section D); whoever would rather not say is in none of them. */
export const sexes = ['female', 'male', 'non_binary'] as const;
export const races = ['hispanic_or_latino', 'white', 'black', 'native_hawaiian_or_pacific_islander', 'asian', 'native_american_or_alaska_native', 'two_or_more'] as const;
export type Sex = (typeof sexes)[number];
export type Race = (typeof races)[number];

/** How many people of a group were scored, and how many of them reached more than the median of all. */
export interface Group {
  readonly kind: 'all' | 'sex' | 'race' | 'both';
  readonly sex: Sex | null;
  readonly race: Race | null;
  readonly people: number;
  readonly above: number;
}

/** Rates and ratios have three decimals. The ratio is null when nobody of any group is above the median. */
export interface Impact extends Group {
  readonly rate: number;
  readonly ratio: number | null;
}

/**
 * Scoring rates and impact ratios after 6 RCNY § 5-301: the rate is the share of a group above the median, the ratio is that
 * rate divided by the highest rate among the groups of the same kind. They are compared as fractions and rounded at the end.
 */
export function impactOf(groups: readonly Group[]): Impact[] {
  return groups.map((group) => {
    const best = highest(groups.filter(({ kind }) => kind === group.kind));
    const isNone = best.above === 0;
    return { ...group, rate: rounded(group.above, group.people), ratio: isNone ? null : rounded(group.above * best.people, group.people * best.above) };
  });
}

function highest(groups: readonly Group[]): Pick<Group, 'people' | 'above'> {
  return groups.reduce<Pick<Group, 'people' | 'above'>>((best, group) => (group.above * best.people > best.above * group.people ? group : best), { people: 1, above: 0 });
}

const rounded = (part: number, whole: number): number => Math.round((part * 1000) / whole) / 1000;
