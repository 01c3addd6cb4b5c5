import { type CompareAsk } from '../../api/reviewed-queries.js';

type Choices<Name extends keyof CompareAsk> = readonly (readonly [NonNullable<CompareAsk[Name]>, string])[];

export const states: Choices<'state'> = [['unrated', 'You have not rated'], ['rated', 'You have rated']];
export const decisions: Choices<'decision'> = [['open', 'Not decided'], ['advance', 'Goes on'], ['reject', 'Does not go on']];
export const recommendations: Choices<'recommendation'> = [['strong_yes', 'Strong yes'], ['yes', 'Yes'], ['no_decision', 'Cannot say'], ['no', 'No'], ['definitely_not', 'Definitely not']];
export const leastScores: Choices<'leastScore'> = [[5, '5 or more'], [6, '6 or more'], [7, '7 or more'], [8, '8 or more'], [9, '9 or more']];
export const sorts: Choices<'sort'> = [['score', 'Highest score first'], ['people', 'Highest marks of people first'], ['submitted', 'Newest first'], ['name', 'By name']];

export const recommended = new Map(recommendations);
export const decided = new Map(decisions);
