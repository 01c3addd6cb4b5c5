import { Injectable, Logger } from '@nestjs/common';
import { type AppError } from '../../kernel/index.js';
import { isAiFault, isAway, isCapped } from '../../platform/ai/index.js';
import { type AskedQuestion } from '../answers.repository.js';
import { Evaluators } from '../evaluators.js';
import { type StoredScore } from '../scored-answer.js';
import { type EvaluationRequest, type Evaluator } from '../scoring/evaluation.js';

const AWAY = 'The AI provider could not be reached. Your answers are kept; try again.';
const UNFIT = 'The AI provider gave a judgement of this answer that cannot be used. Your answers are kept; try again.';
const OUR_FAULT = 'Something went wrong on our side while this answer was judged. It is kept; try again.';

/** One run at work: what is still to be judged, by whom, and what whoever leads it must be asked meanwhile. */
export interface Sitting extends Pick<EvaluationRequest, 'mayQuoteModels'> {
  readonly interviewId: string;
  readonly candidateId: string;
  readonly evaluator: Evaluator;
  /** All questions, and those of them without a score. */
  readonly questions: readonly AskedQuestion[];
  readonly open: readonly AskedQuestion[];
  /** Nobody asks again after this attempt: what cannot be judged now is `not_scored`, and says so. */
  readonly isLast: boolean;
  /** Whether the built-in evaluator steps in for this one. */
  readonly hasBuiltInBehind: boolean;
  readonly signal: AbortSignal;
  /** Asked before everything that is sent: a consent may be taken back while an answer is at the provider. */
  mayGoOn(): Promise<boolean>;
  /** False when somebody else has taken over, or the interview is gone. */
  hold(): Promise<boolean>;
  /** As `hold`, with a score to keep. */
  keep(position: number, score: StoredScore): Promise<boolean>;
}

/** The evaluator of a sitting may no longer judge. */
export const STOPPED = 'stopped';
type Outcome = AppError | typeof STOPPED | null;

/** Has the open answers of a run judged, one after the other. */
@Injectable()
export class AnswerJudging {
  private readonly logger = new Logger('Scorer');

  constructor(private readonly evaluators: Evaluators) {}

  /** The fault of the provider that is worth another attempt, `STOPPED`, or null when there is nothing left to do. */
  async judgeOpen(sitting: Sitting): Promise<Outcome> {
    let fault: AppError | null = null;
    for (const asked of sitting.open) {
      if (!(await sitting.mayGoOn())) return STOPPED;
      const outcome: StoredScore | AppError | typeof STOPPED = fault && isAway(fault) && asked.answer?.text.trim() ? fault : await this.judge(sitting, asked);
      if (outcome === STOPPED) return outcome;
      if (isAiFault(outcome)) fault = outcome;
      if (isAiFault(outcome) && !isFinal(sitting, outcome)) {
        // One answer that cannot be judged does not hold up the others; a provider that is away does.
        if (isAway(outcome) || !(await sitting.hold())) break;
        continue;
      }
      const score = isAiFault(outcome) ? this.evaluators.unjudged(asked, wordsFor(outcome)) : outcome;
      if (!(await sitting.keep(asked.position, score))) return null;
    }
    return fault && isFinal(sitting, fault) ? null : fault;
  }

  private async judge(sitting: Sitting, asked: AskedQuestion): Promise<StoredScore | AppError | typeof STOPPED> {
    const { evaluator, questions, signal, mayQuoteModels, isLast, interviewId, candidateId } = sitting;
    const { position } = asked;
    const earlier = questions.filter((question) => question.position < position).flatMap(({ answer }) => (answer ? [answer.text] : []));
    try {
      return await this.evaluators.judge(evaluator, asked, earlier, { signal, mayQuoteModels, mayGoOn: () => sitting.mayGoOn(), about: { accountId: candidateId, interviewId, position } });
    } catch (error) {
      if (isAiFault(error)) return (await sitting.mayGoOn()) ? error : STOPPED;
      // What is broken off goes on elsewhere.
      if (!isLast || signal.aborted) throw error;
      // Thrown again it would be asked for again for ever, and the candidate would wait until the interview expires.
      this.logger.error({ interviewId, position, error: error instanceof Error ? error.name : typeof error }, 'An answer could not be judged');
      return this.evaluators.unjudged(asked, OUR_FAULT);
    }
  }
}

/** What a day may cost is used up until midnight: nobody waits for that, and the candidate may ask again then. */
function isFinal({ isLast, hasBuiltInBehind }: Sitting, fault: AppError): boolean {
  return isCapped(fault) ? !hasBuiltInBehind : isLast;
}

function wordsFor(fault: AppError): string {
  if (isCapped(fault)) return fault.message;
  return isAway(fault) ? AWAY : UNFIT;
}
