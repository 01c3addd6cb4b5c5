import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { RateLimiter } from '../../platform/http/index.js';
import { InterviewRepository } from '../interviews.repository.js';
import { FactsRepository } from './facts.repository.js';
import { type NotesBody } from './invited.dto.js';

const HOUR = 3600;
/** The page sends what it has counted when it is left, and every half minute while it counts. */
const MOST_PER_HOUR = 1_000;

/** What the page of an invited interview counts while it is open. */
@Injectable()
export class RoomNotes {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly facts: FactsRepository,
    private readonly limiter: RateLimiter,
  ) {}

  /** The same count can be sent any number of times. 404 for one nobody was invited to: nothing is counted in practice. AppErrors of `InterviewRepository.getOpen`. */
  async keep(tx: Tx, candidateId: string, id: string, { visit, notes }: NotesBody): Promise<void> {
    await this.limiter.take({ key: `room-notes:${candidateId}`, limit: MOST_PER_HOUR, seconds: HOUR });
    const interview = await this.interviews.getOpenLocked(tx, candidateId, id);
    if (interview.origin !== 'invited') throw notFound();
    await this.facts.note(tx, id, visit, notes);
  }
}
