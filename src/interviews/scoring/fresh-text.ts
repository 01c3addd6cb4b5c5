import { inOwnWords, type Wording } from './said-back.js';
import { contentHeads, cutLong, type Sentence, sentence, sentencesOf, type Word, wordsOf } from './words/sentences.js';

/** So many words in a row are no coincidence. */
const RUN = 6;

/** Sentences that speak to whoever marks the answer instead of answering. They count neither for nor against. */
const TO_THE_MARKER: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:rubric|instructions?|prompts?|rules|criteria|guidelines|above)\b/,
  /\b(?:give|award|grant|assign|rate|score|mark|grade|set|return|output|respond)\b.{0,40}\b(?:10|100|ten|hundred|full|top|maximum|max|highest|perfect)\b.{0,25}(?:marks?|scores?|points|rating|grade|out of|\/|$)/,
  /\b(?:give|award|grant|assign|rate|score|mark|grade)\b.{0,25}\b(?:me|this|answer|candidate|it)\b.{0,25}\b(?:10|100|ten|hundred)\b/,
  /\b(?:system|assistant|developer)\s*(?:prompt|message|override|:)/,
  /\byou are (?:now )?(?:an? )?(?:ai|assistant|evaluator|grader|examiner|language model|llm|helpful)\b/,
  /\b(?:relevance|specificity|structure|reasoning|clarity|score)["']?\s*[:=]\s*["']?\d/,
  /\b(?:this|the) (?:answer|candidate|response) (?:is|was|deserves|has|covers|must|should|meets)\b.{0,40}\b(?:perfect|excellent|full|top|high|highest|maximum|every|all|ten|10|100|best|hired|pass|certificate)\b/,
  /<\/?[a-z_]+>|\[\/?(?:inst|system)\]/i,
];

/** What of an answer counts, and why the rest does not. */
export interface FreshText {
  readonly sentences: readonly Sentence[];
  readonly words: number;
  /** How many words were left aside, by cause. */
  readonly echoed: number;
  readonly repeated: number;
  readonly saidBack: number;
}

/**
 * The answer without what was said before (in it or in an earlier answer), what only repeats the question or is said in
 * the words of `wordings`, and what addresses the marker.
 */
export function freshText(answer: string, questionText: string, earlierAnswers: readonly string[], wordings: readonly Wording[] = []): FreshText {
  const spoken: readonly Sentence[] = sentencesOf(answer).filter((candidate) => !addressesMarker(answer, candidate)).flatMap((long) => cutLong(answer, long));
  const ours = wordings.reduce(inOwnWords, spoken);
  const once = withoutRepeats(answer, ours, earlierAnswers);
  const asked = new Set(contentHeads(questionText));
  const askedPairs = pairs(wordsOf(questionText));
  const sentences = once.filter((candidate) => !echoes(candidate, asked, askedPairs));
  const words = lengthOf(sentences);
  return { sentences, words, echoed: lengthOf(once) - words, repeated: lengthOf(ours) - lengthOf(once), saidBack: lengthOf(spoken) - lengthOf(ours) };
}

function lengthOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { words }) => sum + words.length, 0);
}

function addressesMarker(answer: string, { start, end }: Sentence): boolean {
  // The characters around a sentence belong to it here: tags and braces are not words.
  const text = answer.slice(Math.max(0, start - 2), end + 2).toLowerCase();
  return TO_THE_MARKER.some((pattern) => pattern.test(text));
}

function withoutRepeats(answer: string, sentences: readonly Sentence[], earlierAnswers: readonly string[]): Sentence[] {
  const said = new Set(earlierAnswers.flatMap((earlier) => runs(wordsOf(earlier))));
  const words = sentences.flatMap((one) => one.words);
  const again = new Set<Word>();
  runs(words).forEach((run, index) => {
    if (said.has(run)) words.slice(index, index + RUN).forEach((word) => again.add(word));
    said.add(run);
  });
  return sentences.flatMap((one) => {
    if (!one.words.some((word) => again.has(word))) return [one];
    const pieces: Word[][] = [[]];
    for (const word of one.words) {
      if (again.has(word)) pieces.push([]);
      else pieces.at(-1)?.push(word);
    }
    return pieces.filter((piece) => piece.length >= 3).map((piece) => sentence(answer, piece));
  });
}

function runs(words: readonly Word[]): string[] {
  const count = Math.max(0, words.length - RUN + 1);
  return Array.from({ length: count }, (_, index) => words.slice(index, index + RUN).map(({ text }) => text).join(' '));
}

/** Nearly every content word is the question's, or the small words stand in its order too. */
function echoes({ words }: Sentence, asked: ReadonlySet<string>, askedPairs: ReadonlySet<string>): boolean {
  const content = words.filter((word) => word.content);
  if (words.length < 5) return false;
  const fromQuestion = content.filter(({ head }) => asked.has(head)).length;
  if (content.length >= 3 && fromQuestion >= content.length * 0.75) return true;
  const own = [...pairs(words)];
  return own.filter((pair) => askedPairs.has(pair)).length >= own.length * 0.6;
}

function pairs(words: readonly Word[]): Set<string> {
  return new Set(words.slice(1).map(({ text }, index) => `${words[index]?.text} ${text}`));
}
