import { Injectable } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { RateLimiter } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { Openings } from './openings.js';
import { QuestionWriters } from './question-writers.js';

const HOUR = 3600;

/** Comes back to what was said, in an interview without help: once to a question, and to half of the questions at most. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly openings: Openings,
    private readonly writers: QuestionWriters,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /**
   * Asks a follow-up to the saved answer where there is something to come back to. AppError `interviews.already_submitted`,
   * 429 beyond the policy's `coachPerHour`; 404 when there is no such question.
   */
  async ask(candidateId: string, id: string, position: number): Promise<void> {
    await this.limiter.take({ key: `follow-ups:${candidateId}`, limit: this.policy.values.limits.rates.coachPerHour, seconds: HOUR });
    const opening = await this.db.transaction((tx) => this.openings.find(tx, candidateId, id, position));
    if (!opening) return;
    const isStillThere = () => this.db.transaction((tx) => this.openings.isThere(tx, opening));
    const followUp = await this.writers.followUp({ ...opening.wish, isStillThere }, opening.answered);
    if (followUp) await this.db.transaction((tx) => this.openings.take(tx, opening, followUp));
  }
}
