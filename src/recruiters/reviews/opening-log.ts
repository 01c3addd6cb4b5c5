import { Injectable } from '@nestjs/common';
import { type Consented, DisclosureLog } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Seat } from '../organisations/seats.js';

const FIELDS = { answers: ['answers', 'email', 'name'], recordings: ['recordings'], scores: ['scores'] } as const;
export type Part = keyof typeof FIELDS;

/** What somebody is about to read of an interview, and where. */
export interface Opening {
  readonly invitationId: string;
  readonly clientName: string | null;
  readonly what: 'invited_report' | 'invited_comparison';
  readonly parts: readonly Part[];
}

/** Writes down for candidates who opened what of their interview: each part once for each reader and day. */
@Injectable()
export class OpeningLog {
  constructor(private readonly disclosures: DisclosureLog) {}

  async note(tx: Tx, seat: Seat, consented: Consented<'invited_result'>, { invitationId, clientName, what, parts }: Opening): Promise<void> {
    const opened = await tx.query<{ part: Part }[]>(
      `insert into recruiters.report_opening (invitation_id, reader_id, day, part) select $1, $2, (clock.now() at time zone 'UTC')::date, unnest($3::text[]) on conflict do nothing returning part`,
      [invitationId, seat.accountId, parts],
    );
    if (opened.length === 0) return;
    await this.disclosures.note(tx, {
      subjectId: consented.subjectId, purpose: 'invited_result', what, fields: opened.flatMap(({ part }) => FIELDS[part]), actorId: seat.accountId, clientName, matter: invitationId,
      recipientId: seat.organisationId, recipientName: seat.organisationName, recipientDomain: seat.domain, isDomainVerified: seat.isDomainVerified,
    });
  }

  /** Those of which somebody has not opened this part today: `note` would write them down. */
  async unopened(tx: Tx, readerId: string, invitationIds: readonly string[], part: Part): Promise<ReadonlySet<string>> {
    const opened = await tx.query<{ id: string }[]>(
      `select invitation_id as id from recruiters.report_opening where invitation_id = any ($1::uuid[]) and reader_id = $2 and day = (clock.now() at time zone 'UTC')::date and part = $3`, [invitationIds, readerId, part]);
    const known = new Set(opened.map(({ id }) => id));
    return new Set(invitationIds.filter((id) => !known.has(id)));
  }

  /** Whether somebody has read the answers of an interview, whenever it was. */
  async hasRead(tx: Tx, invitationId: string, readerId: string): Promise<boolean> {
    const rows = await tx.query<object[]>(`select 1 from recruiters.report_opening where invitation_id = $1 and reader_id = $2 and part = 'answers' limit 1`, [invitationId, readerId]);
    return rows.length > 0;
  }
}
