import { type Recommendation, type Standing } from '../../api/reviewed-queries.js';

/** In the order they are offered. */
export const recommendationWords: Readonly<Record<Recommendation, string>> = {
  definitely_not: 'Definitely not', no: 'No', yes: 'Yes', strong_yes: 'Strong yes', no_decision: 'Cannot say',
};

const whose = { override: 'changed by a person', evaluation: 'the evaluation', people: 'the mean of people’s marks' } as const;

/** "6.50 of 10, changed by a person". */
export const standingInWords = ({ shown, from, outOf }: Standing): string => `${shown} of ${outOf}, ${whose[from]}`;

/** "3.75 of 5" from `'3.750'`. */
export const meanInWords = (mean: string): string => `${Number(mean).toFixed(2)} of 5`;
