import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/index.js';
import { Clock } from '../platform/clock/index.js';
import { type Tx } from '../platform/db/index.js';
import { Outbox } from '../platform/jobs/index.js';
import { Policy } from '../platform/policy/index.js';
import { AnswerRepository, type SavedAnswer, type WrittenAnswer } from './answers.repository.js';
import { type Interview } from './interview.entity.js';
import { answerTooLong, changedElsewhere, nothingAnswered } from './interviews.errors.js';
import { interviewSubmitted } from './interviews.events.js';
import { scoreInterview } from './interviews.jobs.js';
import { InterviewRepository } from './interviews.repository.js';
import { findLikenesses } from './invited/invited.jobs.js';
import { SpokenAnswers } from './recordings/spoken-answers.js';

/** Where an interview is taken: answered as one types, handed in once. */
@Injectable()
export class InterviewRoom {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly spoken: SpokenAnswers,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Keeps an answer as it is typed. `baseRevision` is the revision the writer last saw (0: none); when somebody else has
   * written since, AppError `interviews.answer_changed_elsewhere`. Sending the same text again changes nothing.
   */
  async saveAnswer(tx: Tx, candidateId: string, id: string, position: number, written: WrittenAnswer, baseRevision: number): Promise<SavedAnswer> {
    // The database keeps half of a character as a replacement sign: compared as typed, the same text would look changed.
    const text = written.text.toWellFormed();
    const most = this.policy.values.limits.answer.characters;
    if (text.length > most) throw answerTooLong(most);
    const interview = await this.interviews.getOpenLocked(tx, candidateId, id);
    interview.mustOffer(written.kind);
    const before = await this.answers.find(tx, id, position);
    if (before === undefined) throw notFound();
    if (before?.text === text && before.kind === written.kind && before.transcriber === written.transcriber) return before;
    if ((before?.revision ?? 0) !== baseRevision) throw changedElsewhere();
    return this.answers.save(tx, id, position, { ...written, text });
  }

  /** Hands the interview in and asks for its scores. A second call finds it done and changes nothing. AppErrors `interviews.nothing_answered`, `interviews.transcript_missing`, `interviews.deadline_over`. */
  async submit(tx: Tx, candidateId: string, id: string): Promise<Interview> {
    const interview = await this.interviews.getMineLocked(tx, candidateId, id);
    if (interview.state === 'in_progress') await this.interviews.mustBeInTime(tx, interview);
    await this.spoken.mustHaveWords(tx, id);
    const questions = await this.answers.asked(tx, id);
    if (questions.every(({ answer }) => !answer || answer.text.trim() === '')) throw nothingAnswered();
    const now = await this.clock.now(tx);
    if (!interview.submit(now, this.policy.expiresAt('interviewResults', now))) return interview;
    await this.interviews.save(tx, interview);
    await this.spoken.complete(tx, id);
    await this.outbox.publish(tx, interviewSubmitted, { interviewId: id });
    if (interview.state === 'submitted') await this.outbox.enqueue(tx, scoreInterview, { interviewId: id });
    if (interview.originGroup) await this.outbox.enqueue(tx, findLikenesses, { interviewId: id });
    return interview;
  }

  /** Asks for scores once more; AppError `interviews.not_scorable` unless it is `not_scored`. */
  async scoreAgain(tx: Tx, candidateId: string, id: string): Promise<Interview> {
    const interview = await this.interviews.getMineLocked(tx, candidateId, id);
    interview.scoreAgain();
    await this.interviews.save(tx, interview);
    await this.outbox.enqueue(tx, scoreInterview, { interviewId: id });
    return interview;
  }
}
