import { stem } from './stem.js';

/** Words that mean the same at work, whatever the question. What means the same in one question stands in the bank. */
const FAMILIES: readonly string[] = [
  'bug defect fault glitch', 'customer client buyer', 'colleague teammate coworker peer', 'manager boss supervisor',
  'fix repair mend resolve correct', 'reduce cut decrease lower shrink', 'increase raise grow', 'deploy deployment release ship rollout',
  'check verify confirm validate', 'quick fast rapid', 'slow sluggish', 'error exception failure crash', 'explain describe clarify',
  'help support assist', 'ask question inquire', 'talk speak chat conversation discuss discussion', 'agree agreement consensus',
  'disagree disagreement dispute argue argument', 'split divide break-down', 'small tiny little', 'cause reason why root',
  'measure metric measurement', 'database db postgres postgresql mysql', 'company firm employer', 'document documentation docs',
  'meet meeting', 'goal aim objective target', 'result outcome', 'begin start', 'finish complete', 'cheap inexpensive',
  'danger dangerous risk risky', 'idea proposal suggestion propose suggest', 'plan roadmap', 'delay late', 'deadline due',
  'log logs logging', 'alert alarm', 'monitor monitoring dashboard', 'rollback revert undo', 'cache caching redis',
  'queue broker kafka rabbitmq sqs', 'feedback comments', 'mistake slip', 'learn lesson', 'improve improvement better',
  'prevent avoid stop', 'important critical crucial', 'simple easy plain', 'hard difficult tough', 'choose pick select decide',
  'remove delete drop', 'copy replica duplicate', 'request call', 'prioritise prioritize priority',
];

const HEADS: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap((family) => {
    const stems = family.split(' ').map(stem);
    return stems.map((member): [string, string] => [member, stems[0] ?? member]);
  }),
);

/** Everyday speech has a few thousand words, and stemming is most of the work: what was looked up once is kept. */
const KNOWN = new Map<string, string>();
const KNOWN_AT_MOST = 20_000;

/** The stem that stands for the whole family of a word; the word's own stem when it has none. */
export function headOf(word: string): string {
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  const own = stem(word);
  const head = HEADS.get(own) ?? own;
  if (KNOWN.size >= KNOWN_AT_MOST) KNOWN.clear();
  KNOWN.set(word, head);
  return head;
}
