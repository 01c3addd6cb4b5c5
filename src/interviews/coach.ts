import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { RateLimiter } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { AnswerRepository, type AskedQuestion } from './answers.repository.js';
import { ShownOutlines } from './certifiable/shown-outlines.repository.js';
import { Evaluators } from './evaluators.js';
import { feedbackView, hintFrom } from './feedback-view.js';
import { noHelpHere, nothingToJudge } from './interviews.errors.js';
import { InterviewRepository } from './interviews.repository.js';
import { type FeedbackView, type HintView } from './practice.dto.js';

const HOUR = 3600;

/** Helps during an interview that was started with help. Nothing of it is a score, and all that is kept is which questions it helped with. */
@Injectable()
export class Coach {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly evaluators: Evaluators,
    private readonly shown: ShownOutlines,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** One gentle cue: the weightiest point that the saved answer does not make yet; null when it makes them all. */
  async hint(tx: Tx, candidateId: string, id: string, position: number): Promise<HintView> {
    const { asked, earlier } = await this.open(tx, candidateId, id, position);
    const { points } = await this.evaluators.feedbackOn(asked, earlier);
    const hint = hintFrom(points);
    if (hint !== null) await this.tell(tx, candidateId, asked);
    return { hint };
  }

  /** What the built-in evaluator makes of the saved answer as it stands. AppError `interviews.nothing_to_judge`. */
  async feedback(tx: Tx, candidateId: string, id: string, position: number): Promise<FeedbackView> {
    const { asked, earlier } = await this.open(tx, candidateId, id, position);
    if (!asked.answer?.text.trim()) throw nothingToJudge();
    const feedback = feedbackView(await this.evaluators.feedbackOn(asked, earlier));
    await this.tell(tx, candidateId, asked);
    return feedback;
  }

  /** What it points out is what a good answer says: from now on the question can earn no certificate. */
  private async tell(tx: Tx, candidateId: string, { questionId, own }: AskedQuestion): Promise<void> {
    if (own === null) await this.shown.note(tx, candidateId, questionId);
  }

  /** AppErrors `interviews.already_submitted`, `interviews.no_help_here`, 429 beyond the policy's `coachPerHour`; 404 when there is no such question. */
  private async open(tx: Tx, candidateId: string, id: string, position: number): Promise<{ asked: AskedQuestion; earlier: string[] }> {
    await this.limiter.take({ key: `coach:${candidateId}`, limit: this.policy.values.limits.rates.coachPerHour, seconds: HOUR });
    const interview = await this.interviews.getOpen(tx, candidateId, id);
    if (interview.mode !== 'coach') throw noHelpHere();
    const questions = await this.answers.asked(tx, id);
    const asked = questions.find((question) => question.position === position);
    if (!asked) throw notFound();
    return { asked, earlier: questions.filter((question) => question.position < position).flatMap(({ answer }) => (answer ? [answer.text] : [])) };
  }
}
