// How well does the built-in evaluator judge? `npm run bench:scoring -- --data set.jsonl` with one question a line:
// { "question", "references": [], "answers": [{ "text", "label": "correct" | "incorrect" }] }, or "score" from 0 to 5 for
// "label". --extra-references 4 takes so many right answers for references, --splits and --seed say how it is split, --json.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readAnswerSet } from '../src/interviews/scoring/benchmark/answer-set.js';
import { type Figures, measureOn } from '../src/interviews/scoring/benchmark/measure.js';

const { values } = parseArgs({ options: {
  data: { type: 'string' }, 'extra-references': { type: 'string', default: '0' }, splits: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false },
} });

try {
  if (values.data === undefined) throw new Error('Say which set: --data <file.jsonl>');
  const set = readAnswerSet(readFileSync(values.data, 'utf8'), basename(values.data));
  const figures = measureOn(set, { extraReferences: whole('extra-references'), splits: Math.max(1, whole('splits')), seed: whole('seed') });
  process.stdout.write(values.json ? `${JSON.stringify(figures, null, 1)}\n` : table(figures));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function whole(option: 'extra-references' | 'splits' | 'seed'): number {
  const number = Number(values[option]);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${option}: must be a whole number`);
  return number;
}

function table({ evaluatorVersion, questions, answers, references, pearson, halves, tenths, measure, passing, saidTwiceDiffers, milliseconds }: Figures): string {
  const show = ({ mean, least, most }: Figures['halves']): string => `${mean.toFixed(3)} (${least.toFixed(3)} to ${most.toFixed(3)})`;
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return [
    `built-in evaluator, version ${evaluatorVersion}: ${questions} questions, ${answers} answers, ${references.toFixed(1)} references a question`,
    `${measure}, fitted on one half of the questions, judged on the other: ${show(halves)}`,
    `${measure}, in ten parts: ${show(tenths)}`,
    `Pearson ${pearson.toFixed(3)}`,
    ...(passing === null ? [] : [`passing: ${Object.entries(passing).map(([kind, share]) => `${kind} ${percent(share)}`).join(', ')}`]),
    `said twice, worth something else: ${percent(saidTwiceDiffers)}`,
    `${milliseconds.p50.toFixed(2)}/${milliseconds.p95.toFixed(2)} ms an answer (p50/p95)`, '',
  ].join('\n');
}
