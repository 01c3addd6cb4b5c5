import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { RateLimiter } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { AnswerRepository } from './answers.repository.js';
import { AttemptRepository } from './attempts.repository.js';
import { Evaluators } from './evaluators.js';
import { answerTooLong, attemptsUsedUp, notReportedYet, nothingToJudge, takenElsewhere } from './interviews.errors.js';
import { InterviewRepository } from './interviews.repository.js';
import { type StoredAttempt } from './scored-answer.js';

const HOUR = 3600;
/** More of one question teaches its wording, not the work. */
const MOST_ATTEMPTS = 20;

/**
 * A question of a scored interview, answered once more. The built-in evaluator judges it at once, and no provider is
 * asked; the answer that was handed in, its score and whatever rests on it stay as they are.
 */
@Injectable()
export class Attempts {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly attempts: AttemptRepository,
    private readonly evaluators: Evaluators,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** AppErrors `interviews.taken_elsewhere`, `interviews.not_reported_yet`, `interviews.answer_too_long`, `interviews.nothing_to_judge`, `interviews.attempts_used_up`; 429 beyond the policy's `coachPerHour`. */
  async make(tx: Tx, candidateId: string, id: string, position: number, typed: string): Promise<StoredAttempt> {
    const { rates, answer } = this.policy.values.limits;
    const text = typed.toWellFormed();
    if (text.length > answer.characters) throw answerTooLong(answer.characters);
    if (!text.trim()) throw nothingToJudge();
    await this.limiter.take({ key: `coach:${candidateId}`, limit: rates.coachPerHour, seconds: HOUR });
    const interview = await this.interviews.getMineLocked(tx, candidateId, id);
    if (interview.broughtFrom !== null) throw takenElsewhere(interview.broughtFrom);
    if (!interview.scoredAt || (await this.interviews.delayedUntil(tx, interview))) throw notReportedYet();
    const asked = (await this.answers.asked(tx, id)).find((question) => question.position === position && question.follows === null);
    if (!asked) throw notFound();
    const last = await this.attempts.findLast(tx, id, position);
    // Sent twice because the connection broke, it is one attempt.
    if (last?.text === text) return last;
    // The answer that was handed in is the first.
    const number = (last?.number ?? 1) + 1;
    if (number > MOST_ATTEMPTS) throw attemptsUsedUp(MOST_ATTEMPTS);
    const judged = await this.evaluators.feedbackOn({ ...asked, answer: { text, revision: 1, savedAt: interview.scoredAt, kind: 'text', transcriber: 'candidate' } }, []);
    return this.attempts.keep(tx, id, position, number, text, judged, this.evaluators.builtInSignature);
  }
}
