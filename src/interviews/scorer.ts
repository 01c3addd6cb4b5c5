import { Injectable, Logger } from '@nestjs/common';
import { type AppError, newId } from '../kernel/index.js';
import { isAiFault, isAway } from '../platform/ai/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/db/index.js';
import { type JobContext, Outbox } from '../platform/jobs/index.js';
import { AnswerRepository, type AskedQuestion } from './answers.repository.js';
import { Evaluators } from './evaluators.js';
import { type Interview } from './interview.entity.js';
import { interviewScored } from './interviews.events.js';
import { scoreInterview } from './interviews.jobs.js';
import { InterviewRepository } from './interviews.repository.js';
import { overallOf, type StoredScore } from './scored-answer.js';
import { type EvaluationRequest, type Evaluator } from './scoring/evaluation.js';
import { RUBRIC, writeScore } from './scoring/rubric.js';

/** Renewed before every answer, and one may take an AI provider two questions of 60 s each. */
const LEASE_SECONDS = 150;
/** Longer than any pause between two attempts (5 × 4³ s, or the 900 s that a provider may ask for): meanwhile nobody else asks. */
const PUT_OFF_SECONDS = 1_200;
const OVERDUE_SECONDS = 30;
const OVERDUE_BATCH = 500;

const AWAY = 'The AI provider could not be reached. Your answers are kept; try again.';
const UNFIT = 'The AI provider gave a judgement of this answer that cannot be used. Your answers are kept; try again.';

const OUR_FAULT = 'Something went wrong on our side while this answer was judged. It is kept; try again.';

/** The job that asks, and whether what it asks about are samples of the bank. */
type Judging = JobContext & Pick<EvaluationRequest, 'mayQuoteModels'>;

/** One run over an interview: which questions are still open, who judges them, and on whose behalf. */
interface Run extends Judging {
  readonly interviewId: string;
  readonly interview: Interview;
  readonly evaluator: Evaluator;
  readonly questions: readonly AskedQuestion[];
  readonly open: readonly AskedQuestion[];
}

/** Scores an interview answer by answer, exactly once however often it is asked to, killed or started again. */
@Injectable()
export class Scorer {
  private readonly logger = new Logger('Scorer');

  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly evaluators: Evaluators,
  ) {}

  /**
   * Does nothing when the interview is not waiting for scores, or another job holds it. AppErrors of the AI as long as
   * there are attempts left; with the last one, answers that nobody could judge are `not_scored` and say so.
   */
  async score(interviewId: string, context: Judging = byHand()): Promise<void> {
    const run = await this.begin(interviewId, context);
    if (!run) return;
    const fault = await this.scoreOpen(run);
    if (fault === 'another judge') return this.score(interviewId, context);
    if (!fault) return this.finish(run);
    await this.hold(run, PUT_OFF_SECONDS);
    throw fault;
  }

  /** As `score`, of answers that are samples of the bank: nobody said them, so nobody is held to have copied them. */
  async scoreSamples(interviewId: string): Promise<void> {
    await this.score(interviewId, { ...byHand(), mayQuoteModels: true });
  }

  /** Asks again for every interview that should have been scored by now. */
  async askForOverdue(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const interviewId of await this.interviews.overdue(tx, OVERDUE_SECONDS, OVERDUE_BATCH)) {
        await this.outbox.enqueue(tx, scoreInterview, { interviewId });
      }
    });
  }

  /** The lease is the job's: another attempt of it goes on where this one ends, and other jobs keep away. */
  private begin(interviewId: string, context: Judging): Promise<Run | null> {
    return this.db.transaction(async (tx) => {
      const interview = await this.interviews.lease(tx, interviewId, context.jobId, LEASE_SECONDS);
      if (!interview) return null;
      const evaluator = await this.evaluators.chosenFor(tx, interview);
      const questions = await this.answers.askedInAll(tx, interviewId);
      const done = await this.answers.judgedBy(tx, interviewId, signature(evaluator));
      return { ...context, interviewId, interview, evaluator, questions, open: questions.filter(({ position }) => !done.has(position)) };
    });
  }

  /** The fault of the provider that is worth another attempt, `another judge` when the candidate's consent came or went, or null. */
  private async scoreOpen(run: Run): Promise<AppError | 'another judge' | null> {
    let fault: AppError | null = null;
    for (const asked of run.open) {
      if (!(await this.mayGoOn(run))) return 'another judge';
      const outcome: StoredScore | AppError | 'another judge' = fault && isAway(fault) && asked.answer?.text.trim() ? fault : await this.judge(run, asked);
      if (outcome === 'another judge') return outcome;
      if (isAiFault(outcome)) fault = outcome;
      if (isAiFault(outcome) && !isLast(run)) {
        // One answer that cannot be judged does not hold up the others; a provider that is away does.
        if (isAway(outcome) || !(await this.hold(run, LEASE_SECONDS))) break;
        continue;
      }
      const score = isAiFault(outcome) ? this.evaluators.unjudged(asked, isAway(outcome) ? AWAY : UNFIT) : outcome;
      if (!(await this.keep(run, asked, score))) return null;
    }
    return isLast(run) ? null : fault;
  }

  /** Asked before everything that is sent: a consent may be taken back while an answer is at the provider. */
  private async mayGoOn({ interview, evaluator }: Run): Promise<boolean> {
    return !interview.aiProcessing || (await this.db.transaction((tx) => this.evaluators.chosenFor(tx, interview))) === evaluator;
  }

  private async judge(run: Run, asked: AskedQuestion): Promise<StoredScore | AppError | 'another judge'> {
    const { evaluator, questions, signal, mayQuoteModels } = run;
    const earlier = questions.filter(({ position }) => position < asked.position).flatMap(({ answer }) => (answer ? [answer.text] : []));
    try {
      return await this.evaluators.judge(evaluator, asked, earlier, { signal, mayQuoteModels, mayGoOn: () => this.mayGoOn(run) });
    } catch (error) {
      if (isAiFault(error)) return (await this.mayGoOn(run)) ? error : 'another judge';
      if (!isLast(run)) throw error;
      // Thrown again it would be asked for again for ever, and the candidate would wait until the interview expires.
      this.logger.error({ interviewId: run.interviewId, position: asked.position, error: error instanceof Error ? error.name : typeof error }, 'An answer could not be judged');
      return this.evaluators.unjudged(asked, OUR_FAULT);
    }
  }

  /** As `hold`, with a score to keep. */
  private keep({ interviewId, jobId, evaluator }: Run, { position }: AskedQuestion, score: StoredScore): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      if (!(await this.interviews.lease(tx, interviewId, jobId, LEASE_SECONDS))) return false;
      await this.answers.keepScore(tx, interviewId, position, score, signature(evaluator));
      return true;
    });
  }

  /** False when somebody else has taken over, or the interview is gone. */
  private async hold({ interviewId, jobId }: Run, seconds: number): Promise<boolean> {
    return (await this.db.transaction((tx) => this.interviews.lease(tx, interviewId, jobId, seconds))) !== null;
  }

  /** Does nothing when the interview is no longer ours. */
  private async finish({ interviewId, jobId, evaluator }: Run): Promise<void> {
    await this.db.transaction(async (tx) => {
      const interview = await this.interviews.leased(tx, interviewId, jobId);
      if (!interview) return;
      const overall = overallOf(await this.answers.withScores(tx, interviewId));
      const judge = { evaluator: evaluator.name, evaluatorVersion: evaluator.version, rubric: RUBRIC.id };
      interview.finish(await this.clock.now(tx), judge, overall ? writeScore(overall) : null);
      await this.interviews.save(tx, interview);
      await this.outbox.publish(tx, interviewScored, { interviewId });
    });
  }
}

function isLast({ attempt }: Run): boolean {
  return attempt >= scoreInterview.attempts;
}

function signature({ name, version }: Evaluator): string {
  return `${name} ${version}`;
}

/** A run that no job asked for, and that nobody repeats. */
function byHand(): JobContext {
  return { jobId: newId(), attempt: scoreInterview.attempts, signal: new AbortController().signal };
}
