import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Seat } from '../organisations/seats.js';
import { marksMissing, noSuchAnswer } from './reviews.errors.js';
import { type Rating } from './scorecard.js';
import { ScorecardRepository } from './scorecard.repository.js';

/** An interview that the caller has asked the way to, and the positions of its questions. */
export interface ToRate {
  readonly invitationId: string;
  readonly positions: readonly number[];
}

/** One's own ratings: a draft until they are submitted, and every submitted version kept. */
@Injectable()
export class Scorecards {
  constructor(
    private readonly cards: ScorecardRepository,
    private readonly audit: AuditLog,
  ) {}

  /** AppError `recruiters.no_such_answer`. */
  async save(tx: Tx, seat: Seat, rated: ToRate, rating: Rating): Promise<void> {
    await this.keep(tx, seat, rated, rating);
  }

  /** From now on they count, and colleagues see them. AppErrors as `save`, and `recruiters.marks_missing`. */
  async submit(tx: Tx, seat: Seat, rated: ToRate, rating: Rating): Promise<void> {
    const missing = rated.positions.filter((position) => !rating.marks.some((mark) => mark.position === position));
    if (missing.length > 0) throw marksMissing(missing);
    const scorecardId = await this.keep(tx, seat, rated, rating);
    await this.cards.submit(tx, scorecardId, rating);
    await this.audit.append(tx, { actor: { kind: 'account', id: seat.accountId }, action: 'recruiters.scorecard_submitted', subject: { kind: 'invitation', id: rated.invitationId } });
  }

  private async keep(tx: Tx, { accountId }: Seat, { invitationId, positions }: ToRate, rating: Rating): Promise<string> {
    if (rating.marks.some(({ position }) => !positions.includes(position))) throw noSuchAnswer();
    const scorecardId = await this.cards.hold(tx, invitationId, accountId);
    await this.cards.saveDraft(tx, scorecardId, rating);
    return scorecardId;
  }
}
