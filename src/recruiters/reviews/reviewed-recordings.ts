import { Injectable } from '@nestjs/common';
import { InvitedInterviews } from '../../interviews/index.js';
import { AppError, notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type ServedObject } from '../../platform/storage/index.js';
import { InvitedAccess } from '../invitations/invited-access.js';
import { Seats } from '../organisations/seats.js';
import { OpeningLog } from './opening-log.js';
import { ReviewedRepository } from './reviewed.repository.js';

/** Recordings that the candidate keeps, as the organisation may play them: both consents are asked each time, and the first time of a day is written down. */
@Injectable()
export class ReviewedRecordings {
  constructor(
    private readonly seats: Seats,
    private readonly access: InvitedAccess,
    private readonly interviews: InvitedInterviews,
    private readonly reviewed: ReviewedRepository,
    private readonly openings: OpeningLog,
  ) {}

  /** 404 unless the caller's organisation may read the interview, and the recording is one of it. */
  async play(tx: Tx, accountId: string, invitationId: string, { takeId, range }: { takeId: string; range: string | undefined }): Promise<ServedObject> {
    const seat = await this.seats.searching(tx, accountId);
    const { consented, interviewId } = await this.access.reading(tx, seat, invitationId);
    const served = await this.interviews.play(tx, consented, interviewId, takeId, range).catch(absent);
    const [about] = await this.reviewed.of(tx, [invitationId]);
    await this.openings.note(tx, seat, consented, { invitationId, clientName: about?.clientName ?? null, what: 'invited_report', parts: ['recordings'] });
    return served;
  }

  /** What is said in it (WebVTT). Errors as of `play`. */
  async captions(tx: Tx, accountId: string, invitationId: string, takeId: string): Promise<string> {
    const { consented, interviewId } = await this.access.reading(tx, await this.seats.searching(tx, accountId), invitationId);
    return this.interviews.captions(tx, consented, interviewId, takeId).catch(absent);
  }
}

/** A recording that its owner keeps no more is not there for others, whatever the reason. */
function absent(fault: unknown): never {
  throw fault instanceof AppError && fault.code === 'consent.required' ? notFound() : fault;
}
