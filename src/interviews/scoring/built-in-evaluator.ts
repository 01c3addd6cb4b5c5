import { type QuestionBank } from '../bank/question-bank.js';
import { type Question } from '../bank/question.js';
import { adviceFor } from './advice.js';
import { evidence, quoteOf } from './cues.js';
import { type CriterionResult, type Evaluation, type EvaluationRequest, type Evaluator, type PointResult, type Quote, type ScoredEvaluation, type Unjudged } from './evaluation.js';
import { type FreshText, freshText } from './fresh-text.js';
import { type Ceiling, ceilingOf, ceilingUnder, lower, OFF_POINT } from './guards.js';
import { type Prepared, PreparedQuestions } from './prepared-questions.js';
import { reasoning } from './reasoning.js';
import { recitation } from './recitation.js';
import { type Overlap, overlapOf, type PointMatch } from './relevance.js';
import { CRITERIA, type Criterion } from './rubric.js';
import { specificity } from './specificity.js';
import { structure } from './structure.js';
import { clarity } from './clarity.js';
import { isToTheMarker } from './to-the-marker.js';
import { type Neutral } from './words/neutral.js';
import { type Sentence, sentencesOf } from './words/sentences.js';

type Criteria = Record<Criterion, CriterionResult>;

/** What an answer is measured by, before its question's calibration makes a number of it. */
export interface Measures {
  /** The answer as it is measured: without names and pronouns. */
  readonly said: Neutral;
  readonly fresh: FreshText;
  readonly overlap: Overlap;
  readonly prepared: Prepared;
}

/** One answer, measured; `relevance` is calibrated already. */
interface Measured extends Measures {
  readonly question: Question;
  readonly answer: string;
  readonly relevance: number;
  readonly ceiling: Ceiling | null;
}

/**
 * Scores answers without any AI provider, in the browser as on the server: the same answer always gets the same result.
 * It measures overlap with expected points, concreteness and form; it does not judge truth and is weak on paraphrase.
 */
export class BuiltInEvaluator implements Evaluator {
  readonly name = 'built-in';
  readonly version = '4';
  readonly #questions: PreparedQuestions;
  static readonly #known = new WeakMap<QuestionBank, BuiltInEvaluator>();

  /** The evaluator of a bank, with all that was worked out for it before. */
  static of(bank: QuestionBank): BuiltInEvaluator {
    const known = this.#known.get(bank) ?? new BuiltInEvaluator(bank);
    this.#known.set(bank, known);
    return known;
  }

  constructor(bank: QuestionBank) {
    this.#questions = new PreparedQuestions(bank);
  }

  /** Criteria are integers from 0 to 100; an empty answer is skipped; what cannot be read gets no number. */
  evaluate(request: EvaluationRequest): Evaluation {
    const { question, answer } = request;
    const clear = this.withoutJudging(answer);
    if (clear !== null) return clear;
    const measures = this.measure(request);
    const { fresh, overlap, prepared } = measures;
    const ceiling = lower(ceilingOf(fresh), recitation(fresh.sentences, prepared.recital));
    return inTheirWords(scored({ ...measures, question, answer, relevance: prepared.calibration(overlap.raw), ceiling }), measures.said, answer);
  }

  /** Works out beforehand, in steps of some milliseconds, what the first answers would wait for. */
  preparing(): Generator<void> {
    return this.#questions.inSteps();
  }

  /** What needs no judging: an empty answer is skipped, one that cannot be read gets no number. Null when it is to be judged. */
  withoutJudging(answer: string): Unjudged | null {
    if (answer.trim() === '') return { state: 'skipped' };
    const fault = this.#questions.readability.fault(answer);
    return fault === null ? null : { state: 'not_scored', ...fault };
  }

  /** The overlap of an answer with what its question asks for, with places in the neutral text. */
  measure({ question, answer, earlierAnswers, askedAs = '', mayQuoteModels = false }: EvaluationRequest): Measures {
    const prepared = this.#questions.of(question);
    const said = this.#questions.neutral(answer, question);
    const asked = this.#questions.neutral(`${question.text}\n${askedAs}`, question).text;
    const earlier = earlierAnswers.map((other) => this.#questions.neutral(other, question).text);
    const wordings = mayQuoteModels ? [] : [prepared.points, this.#questions.models];
    const fresh = freshText(said.text, asked, earlier, wordings, (sentence) => this.#isAside(sentence, said, answer));
    return { said, fresh, prepared, overlap: overlapOf(fresh.sentences, prepared.profile) };
  }

  /** A sentence to whoever marks, as it was really said, or in no language, whatever the names in it. */
  #isAside({ start, end, text }: Sentence, { startAt, endAt }: Neutral, answer: string): boolean {
    const { readability } = this.#questions;
    // Words of another language that have a capital there look like names: as it was said, it is held against its own language, too.
    return isToTheMarker(answer.slice(Math.max(0, startAt(start) - 2), endAt(end) + 2)) || readability.isStrange(text) || readability.isStrange(answer.slice(startAt(start), endAt(end)));
  }
}

function scored({ question, said, fresh, overlap, relevance, ceiling }: Measured): ScoredEvaluation {
  const { sentences } = fresh;
  const quotable = sentences.length > 0 ? sentences : sentencesOf(said.text).slice(0, 1);
  const counted = Math.min(relevance, ceiling?.score ?? 100);
  // Phrases of an answer to something else make no point of this question.
  const made = counted > OFF_POINT ? overlap.points : [];
  const points = question.points.map(({ id }) => pointResult(id, said.text, made.find((match) => match.id === id)));
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

function pointResult(id: string, text: string, match: PointMatch | undefined): PointResult {
  if (match?.covered !== true) return { id, covered: false };
  const [start, end] = [match.from.start, match.to.end];
  return { id, covered: true, quote: { start, end, text: text.slice(start, end) } };
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

/** Evidence is quoted as it was said, not as it was measured. */
function inTheirWords(evaluation: ScoredEvaluation, { startAt, endAt }: Neutral, answer: string): ScoredEvaluation {
  const real = ({ start, end }: Quote): Quote => ({ start: startAt(start), end: endAt(end), text: answer.slice(startAt(start), endAt(end)) });
  const criteria = Object.fromEntries(CRITERIA.map((criterion) => {
    const result = evaluation.criteria[criterion];
    return [criterion, { ...result, quotes: result.quotes.map(real) }];
  })) as unknown as Criteria;
  const points = evaluation.points.map((point) => (point.quote === undefined ? point : { ...point, quote: real(point.quote) }));
  return { ...evaluation, criteria, points };
}
