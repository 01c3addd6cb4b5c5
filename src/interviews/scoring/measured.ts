/** What `npm run bench:scoring` found on one public set: shares of 1, rounded to thousandths. */
export interface MeasuredSet {
  readonly set: string;
  readonly questions: number;
  readonly answers: number;
  /** Known right answers to each question that the evaluator is given, on average. */
  readonly references: number;
  readonly command: string;
  /** In ten parts by question, each judged by a threshold from the nine others; and the same in halves. */
  readonly macroF1: number;
  readonly macroF1Halves: number;
  readonly pearson: number;
  readonly passing: { readonly echo: number; readonly keywords: number; readonly offTopic: number; readonly otherLanguage: number; readonly scrambled: number; readonly plantedNot: number };
}

const BEETLE = { set: 'Beetle', questions: 47 };
const SCIENCE = { set: 'SciEntsBank', questions: 135 };
const run = (file: string, more = ''): string => `npm run bench:scoring -- --data ${file}-train-2way.jsonl${more}`;

/** The figures of the version that runs: a test holds the two together, so whoever changes the evaluator measures it again. */
export const MEASURED = {
  evaluatorVersion: '4',
  date: '2026-11-21',
  source: 'SemEval-2013 Task 7 (Dzikovska and others, 2013), training part, right or wrong; licence CC BY-SA 3.0. Nothing of it is part of this product.',
  sets: [
    { ...BEETLE, answers: 3941, references: 4.4, command: run('beetle'), macroF1: 0.759, macroF1Halves: 0.755, pearson: 0.549, passing: { echo: 0, keywords: 0, offTopic: 0.213, otherLanguage: 0, scrambled: 0.618, plantedNot: 0.58 } },
    { ...BEETLE, answers: 3753, references: 8.4, command: run('beetle', ' --extra-references 4'), macroF1: 0.774, macroF1Halves: 0.773, pearson: 0.566, passing: { echo: 0, keywords: 0, offTopic: 0.2, otherLanguage: 0, scrambled: 0.6, plantedNot: 0.559 } },
    { ...SCIENCE, answers: 4969, references: 1, command: run('sciEntsBank'), macroF1: 0.697, macroF1Halves: 0.695, pearson: 0.437, passing: { echo: 0, keywords: 0.044, offTopic: 0.016, otherLanguage: 0, scrambled: 0.549, plantedNot: 0.484 } },
    { ...SCIENCE, answers: 4439, references: 4.9, command: run('sciEntsBank', ' --extra-references 4'), macroF1: 0.724, macroF1Halves: 0.725, pearson: 0.498, passing: { echo: 0, keywords: 0, offTopic: 0.027, otherLanguage: 0, scrambled: 0.616, plantedNot: 0.528 } },
  ],
} as const satisfies { evaluatorVersion: string; date: string; source: string; sets: readonly MeasuredSet[] };
