import { type Question } from '../bank/question.js';
import { type Criterion } from './rubric.js';

/** A verbatim piece of the answer; `start` and `end` are JavaScript string offsets into it. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One criterion of one answer: an integer from 0 to 100, a sentence for the candidate, at least one quote. */
export interface CriterionResult {
  readonly score: number;
  readonly reason: string;
  readonly quotes: readonly Quote[];
}

/** Whether an expected point was found in the answer, and where. */
export interface PointResult {
  readonly id: string;
  readonly covered: boolean;
  readonly quote?: Quote;
}

export type NotScoredReason = 'another_language' | 'gibberish';

export interface ScoredEvaluation {
  readonly state: 'scored';
  readonly criteria: Readonly<Record<Criterion, CriterionResult>>;
  readonly points: readonly PointResult[];
  readonly advice: readonly string[];
}

/** What an evaluator says of one answer. It is scored, or skipped (counts 0), or left without any number. */
export type Evaluation =
  | ScoredEvaluation
  | { readonly state: 'skipped' }
  | { readonly state: 'not_scored'; readonly reason: NotScoredReason; readonly message: string };

/** Whose answer it is, and to which question of which interview: for the log of what AI providers are asked, and for nobody else. */
export interface About {
  readonly accountId: string;
  readonly interviewId: string;
  readonly position: number;
}

export interface EvaluationRequest {
  readonly question: Question;
  readonly answer: string;
  /** The candidate's other answers of the same interview: what was said there does not count again. */
  readonly earlierAnswers: readonly string[];
  /** The question as it was asked, where that was in other words than the bank's. No provider is told: it may speak of a resume. */
  readonly askedAs?: string;
  /** Ends an evaluation that waits for others. */
  readonly signal?: AbortSignal;
  /** For the samples of the bank themselves: words of model answers and of points count like any others. */
  readonly mayQuoteModels?: boolean | undefined;
  readonly about?: About;
  /** Asked before anything is sent to others: false once the candidate no longer lets them. */
  readonly mayGoOn?: () => Promise<boolean>;
}

/** Whoever judges answers. The same rubric for all; the name says who it was. */
export interface Evaluator {
  readonly name: string;
  readonly version: string;
  evaluate(request: EvaluationRequest): Evaluation | Promise<Evaluation>;
}

/** An evaluation that was made without judging: there was nothing to judge, or nobody could read it. */
export type Unjudged = Exclude<Evaluation, ScoredEvaluation>;
