import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { RateLimiter } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { AnswerRepository } from './answers.repository.js';
import { QuestionBank } from './bank/question-bank.js';
import { Evaluators } from './evaluators.js';
import { InterviewRepository } from './interviews.repository.js';
import { followUpTo, mostFollowUps } from './scoring/follow-up.js';

const HOUR = 3600;

/**
 * Comes back to what was said, in an interview without help: once to a question, and to half of the questions at most.
 * The built-in evaluator alone looks at the answer; nothing of its judgement is kept or shown.
 */
@Injectable()
export class FollowUps {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly evaluators: Evaluators,
    private readonly bank: QuestionBank,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /**
   * Asks a follow-up to the saved answer where there is something to come back to. AppError `interviews.already_submitted`,
   * 429 beyond the policy's `coachPerHour`; 404 when there is no such question.
   */
  async ask(tx: Tx, candidateId: string, id: string, position: number): Promise<void> {
    await this.limiter.take({ key: `follow-ups:${candidateId}`, limit: this.policy.values.limits.rates.coachPerHour, seconds: HOUR });
    const interview = await this.interviews.getMineLocked(tx, candidateId, id);
    interview.mustBeOpen();
    const all = await this.answers.asked(tx, id);
    const asked = all.find((question) => question.position === position && question.follows === null);
    if (!asked) throw notFound();
    const followed = all.filter(({ follows }) => follows !== null);
    const most = mostFollowUps(all.length - followed.length);
    if (interview.mode !== 'live' || followed.length >= most || followed.some(({ follows }) => follows === position)) return;
    const question = this.bank.question(asked.questionId);
    const { state, points } = await this.evaluators.feedbackOn(asked, []);
    const followUp = question && state === 'scored' ? followUpTo(question, asked.answer?.text ?? '', points) : null;
    if (followUp) await this.answers.follow(tx, id, position, followUp);
  }
}
