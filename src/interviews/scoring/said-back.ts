import { type Question } from '../bank/question.js';
import { type Sentence, type Word, wordsOf } from './words/sentences.js';

/** Somebody else's words, as runs of so many in a row. */
export interface Wording {
  readonly runs: ReadonlyMap<number, ReadonlySet<string>>;
  /** A sentence that has more than this share of its words from such runs is not the speaker's own. */
  readonly share: number;
}

/** So many words in a row of a model answer are taken from it: of 181 fresh and thin answers a single one has a run of eight. */
const RUN_OF_MODEL = 8;
/** That one has it in a sentence three times as long. */
const SHARE_OF_MODEL = 0.4;
/** Expected points are short, and reports show them: whoever has six words of one in a row reads it out. No fresh answer does. */
const RUN_OF_POINT = 6;
/** A shorter text is a phrase that anybody may hit upon. */
const SHORTEST_RUN = 4;

/** The wording of every model answer of the bank: anybody may read them, and a neighbour's serves as well as one's own. */
export function wordingOfModels(questions: readonly Question[]): Wording {
  return { runs: runsOf(questions.flatMap(({ modelAnswers }) => modelAnswers), RUN_OF_MODEL), share: SHARE_OF_MODEL };
}

/** What a report says was missing, and the outline it gives. */
export function wordingOfPoints({ points, modelOutline }: Question): Wording {
  return { runs: runsOf([...points.map(({ text }) => text), ...modelOutline], RUN_OF_POINT), share: 0 };
}

/** The sentences that are not said in somebody else's words. */
export function inOwnWords(sentences: readonly Sentence[], { runs, share }: Wording): readonly Sentence[] {
  const words = sentences.flatMap((sentence) => sentence.words);
  const taken = new Set<Word>();
  for (const [length, known] of runs) {
    // Across the ends of sentences, so that full stops in a pasted text do not hide it.
    words.forEach((_, at) => {
      const run = words.slice(at, at + length);
      if (known.has(keyOf(run))) run.forEach((word) => taken.add(word));
    });
  }
  return sentences.filter((sentence) => sentence.words.filter((word) => taken.has(word)).length <= sentence.words.length * share);
}

function runsOf(texts: readonly string[], run: number): Map<number, Set<string>> {
  const runs = new Map<number, Set<string>>();
  for (const words of texts.map(wordsOf)) {
    const length = Math.min(run, words.length);
    if (length < SHORTEST_RUN) continue;
    const known = runs.get(length) ?? new Set();
    for (let at = 0; at + length <= words.length; at += 1) known.add(keyOf(words.slice(at, at + length)));
    runs.set(length, known);
  }
  return runs;
}

function keyOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}
