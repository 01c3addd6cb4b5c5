import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { InterviewRepository } from '../interviews.repository.js';
import { TakeRepository } from '../recordings/take.repository.js';
import { interviewerNotOffered } from './realtime.errors.js';

/** Answers that are spoken to an interviewer: each is a take like any other, of which no sound is ever kept here. */
@Injectable()
export class ConversationTakes {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly takes: TakeRepository,
  ) {}

  /** Begins a take in the place of the one before it. A second call with its id changes nothing. AppErrors `interviews.already_submitted`, `interviews.interviewer_not_offered`; 404 when there is no such question. */
  async begin(tx: Tx, candidateId: string, interviewId: string, position: number, takeId: string): Promise<void> {
    const interview = await this.interviews.getOpenLocked(tx, candidateId, interviewId);
    if (interview.origin === 'invited') throw interviewerNotOffered();
    const last = await this.takes.findLast(tx, interviewId, position);
    if (last?.id === takeId) return;
    if (last) await this.takes.empty(tx, last.id);
    if (!(await this.takes.insert(tx, { id: takeId, interviewId, position, number: (last?.number ?? 0) + 1, kind: 'audio' }))) throw notFound();
  }
}
