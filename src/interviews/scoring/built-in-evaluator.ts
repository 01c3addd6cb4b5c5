import { type QuestionBank } from '../bank/question-bank.js';
import { type Question } from '../bank/question.js';
import { adviceFor } from './advice.js';
import { type Calibration, calibrate, type Samples, samplesOf } from './calibration.js';
import { clarity } from './clarity.js';
import { evidence, quoteOf } from './cues.js';
import { type CriterionResult, type Evaluation, type EvaluationRequest, type Evaluator, type PointResult, type ScoredEvaluation, type Unjudged } from './evaluation.js';
import { type FreshText, freshText } from './fresh-text.js';
import { type Ceiling, ceilingOf, ceilingUnder, lower, OFF_POINT } from './guards.js';
import { profileOf, type QuestionProfile, type Telling } from './question-profile.js';
import { Readability } from './readable.js';
import { reasoning } from './reasoning.js';
import { type Recital, recitalOf, recitation } from './recitation.js';
import { type Overlap, overlapOf, type PointMatch } from './relevance.js';
import { CRITERIA, type Criterion } from './rubric.js';
import { type Wording, wordingOfModels, wordingOfPoints } from './said-back.js';
import { specificity } from './specificity.js';
import { structure } from './structure.js';
import { contentHeads, sentencesOf } from './words/sentences.js';

type Criteria = Record<Criterion, CriterionResult>;

/** What is worked out once for each question. */
interface Ready {
  readonly profile: QuestionProfile;
  readonly calibration: Calibration;
  readonly recital: Recital;
  readonly points: Wording;
}

/** One answer, measured; `relevance` is calibrated already. */
interface Measured {
  readonly question: Question;
  readonly answer: string;
  readonly fresh: FreshText;
  readonly overlap: Overlap;
  readonly relevance: number;
  readonly ceiling: Ceiling | null;
}

/** How many other questions' model answers show what an answer off the point looks like. */
const STRANGERS = 6;

/**
 * Scores answers without any AI provider, in the browser as on the server: the same answer always gets the same result.
 * It measures overlap with expected points, concreteness and form; it does not judge truth and is weak on paraphrase.
 */
export class BuiltInEvaluator implements Evaluator {
  readonly name = 'built-in';
  readonly version = '3';
  readonly #bank: QuestionBank;
  readonly #telling: Telling;
  readonly #readability: Readability;
  readonly #models: Wording;
  readonly #samples = new WeakMap<Question, Samples>();
  readonly #ready = new WeakMap<Question, Ready>();

  constructor(bank: QuestionBank) {
    this.#bank = bank;
    this.#telling = tellingIn(bank.questions);
    this.#models = wordingOfModels(bank.questions);
    this.#readability = new Readability(bank.questions.flatMap(textsOf));
  }

  /** Criteria are integers from 0 to 100; an empty answer is skipped; what cannot be read gets no number. */
  evaluate({ question, answer, earlierAnswers, mayQuoteModels = false }: EvaluationRequest): Evaluation {
    const clear = this.withoutJudging(answer);
    if (clear !== null) return clear;
    const { profile, calibration, recital, points } = this.#prepare(question);
    const fresh = freshText(answer, question.text, earlierAnswers, mayQuoteModels ? [] : [points, this.#models]);
    const overlap = overlapOf(fresh.sentences, profile);
    const ceiling = lower(ceilingOf(fresh), recitation(fresh.sentences, recital));
    return scored({ question, answer, fresh, overlap, relevance: calibration(overlap.raw), ceiling });
  }

  /** What needs no judging: an empty answer is skipped, one that cannot be read gets no number. Null when it is to be judged. */
  withoutJudging(answer: string): Unjudged | null {
    if (answer.trim() === '') return { state: 'skipped' };
    const fault = this.#readability.fault(answer);
    return fault === null ? null : { state: 'not_scored', ...fault };
  }

  /** Calibrating takes a while, so a question is calibrated when it is first asked, and then kept. */
  #prepare(question: Question): Ready {
    const known = this.#ready.get(question);
    if (known !== undefined) return known;
    const others = this.#bank.questions.filter(({ id }) => id !== question.id);
    // Two or three questions make no map: a kind with few of them borrows from all.
    const sameKind = others.filter(({ kind }) => kind === question.kind);
    const kin = sameKind.length >= 3 ? sameKind : others;
    const ready = {
      profile: profileOf(question, question.modelAnswers, this.#telling),
      calibration: calibrate(this.#samplesOf(question), kin.map((other) => this.#samplesOf(other))),
      recital: recitalOf(question),
      points: wordingOfPoints(question),
    };
    this.#ready.set(question, ready);
    return ready;
  }

  #samplesOf(question: Question): Samples {
    const known = this.#samples.get(question);
    if (known !== undefined) return known;
    const samples = samplesOf(question, this.#strangersTo(question), this.#telling);
    this.#samples.set(question, samples);
    return samples;
  }

  #strangersTo({ id }: Question): string[] {
    const others = this.#bank.questions.filter((other) => other.id !== id);
    const step = Math.max(1, Math.floor(others.length / STRANGERS));
    return others.filter((_, index) => index % step === 0).slice(0, STRANGERS).flatMap(({ modelAnswers }) => modelAnswers.slice(0, 1));
  }
}

function scored({ question, answer, fresh, overlap, relevance, ceiling }: Measured): ScoredEvaluation {
  const { sentences } = fresh;
  const quotable = sentences.length > 0 ? sentences : sentencesOf(answer).slice(0, 1);
  const counted = Math.min(relevance, ceiling?.score ?? 100);
  // Phrases of an answer to something else make no point of this question.
  const made = counted > OFF_POINT ? overlap.points : [];
  const points = question.points.map(({ id }) => pointResult(id, answer, made.find((match) => match.id === id)));
  const told: Criteria = {
    relevance: relevanceResult(relevance, overlap, points, quotable.map(quoteOf).slice(0, 1)),
    specificity: specificity(sentences),
    structure: structure(sentences, question.kind),
    reasoning: reasoning(sentences),
    clarity: clarity(sentences),
  };
  const offPoint: Ceiling = { score: ceilingUnder(counted), reason: 'It says little that this question asks for.' };
  const criteria = Object.fromEntries(CRITERIA.map((criterion) => {
    const quoted = told[criterion].quotes.length > 0 ? told[criterion] : { ...told[criterion], quotes: evidence(quotable) };
    const form = under(quoted, ceiling);
    return [criterion, criterion === 'relevance' ? form : under(form, offPoint)];
  })) as Criteria;
  return { state: 'scored', criteria, points, advice: adviceFor(question, criteria, points) };
}

function under(result: CriterionResult, ceiling: Ceiling | null): CriterionResult {
  if (ceiling === null || result.score <= ceiling.score) return result;
  return { ...result, score: ceiling.score, reason: ceiling.reason };
}

function pointResult(id: string, answer: string, match: PointMatch | undefined): PointResult {
  if (match?.covered !== true) return { id, covered: false };
  const [start, end] = [match.from.start, match.to.end];
  return { id, covered: true, quote: { start, end, text: answer.slice(start, end) } };
}

function relevanceResult(
  score: number, overlap: Overlap, points: readonly PointResult[], otherwise: CriterionResult['quotes'],
): CriterionResult {
  const quotes = points.flatMap(({ quote }) => (quote === undefined ? [] : [quote])).slice(0, 2);
  const covered = points.filter((point) => point.covered).length;
  const found = `We found ${covered} of the ${points.length} points this question asks for.`;
  const reason = score === 100 && covered < points.length ? `${found} ${covered === 0 ? 'What you say of its subject is' : 'With what you say of its subject, that is'} enough for all 100: nobody has to make every point.` : found;
  return { score: overlap.points.length === 0 ? 0 : score, reason, quotes: quotes.length > 0 ? quotes : otherwise };
}

function textsOf({ text, points, modelAnswers, weakAnswers }: Question): string[] {
  const phrases = points.flatMap((point) => [point.text, ...point.synonyms]);
  return [text, ...phrases, ...modelAnswers, ...weakAnswers.thin, ...weakAnswers.offPoint];
}

/** A word that a quarter of all questions use tells a quarter as much as one that a single question uses. */
function tellingIn(questions: readonly Question[]): Telling {
  const uses = new Map<string, number>();
  for (const question of questions) {
    const { text, points, modelAnswers, weakAnswers } = question;
    // Synonyms are lists of everything anybody may say; they would make every word look common.
    const spoken = [text, ...points.map((point) => point.text), ...modelAnswers, ...weakAnswers.thin];
    const heads = new Set(spoken.flatMap(contentHeads));
    for (const head of heads) uses.set(head, (uses.get(head) ?? 0) + 1);
  }
  return (head) => 1 - 0.75 * Math.min(1, Math.max(0, (uses.get(head) ?? 0) - 1) / Math.max(questions.length / 4, 4));
}
