import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { InvitedInterviews } from '../../interviews/index.js';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { InvitedAccess } from '../invitations/invited-access.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { OverrideRepository } from './override.repository.js';
import { type Review } from './reviewed-interview.js';
import { ReviewedRepository } from './reviewed.repository.js';
import { ScorecardRepository } from './scorecard.repository.js';

/** An interview that somebody of the organisation may read, until the transaction ends. */
export interface OpenReview extends Review {
  readonly seat: Seat;
  readonly consented: Consented<'invited_result'>;
}

/** Collects what there is about an interview, after asking whether it may be read. */
@Injectable()
export class ReviewMaterial {
  constructor(
    private readonly seats: Seats,
    private readonly access: InvitedAccess,
    private readonly interviews: InvitedInterviews,
    private readonly reviewed: ReviewedRepository,
    private readonly cards: ScorecardRepository,
    private readonly overrides: OverrideRepository,
  ) {}

  /** 404 unless the caller's organisation may read it now; AppErrors of `Seats.searching`. */
  async open(tx: Tx, accountId: string, invitationId: string): Promise<OpenReview> {
    const seat = await this.seats.searching(tx, accountId);
    const { consented, interviewId } = await this.access.reading(tx, seat, invitationId);
    const [reviewed] = await this.reviewed.of(tx, [invitationId]);
    if (!reviewed) throw notFound();
    const report = await this.interviews.report(tx, consented, interviewId);
    return { seat, consented, reviewed, report, cards: await this.cards.of(tx, [invitationId]), overrides: await this.overrides.of(tx, [invitationId]) };
  }
}
