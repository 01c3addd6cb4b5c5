import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** A credit nobody began with, and what became of its invitation. */
export interface FreeCredit {
  readonly invitationId: string;
  readonly because: string;
}

const TAKEN = 'returning invitation_id as "invitationId", because';

/** Statements about credits that wait to be given back: triggers on invitations and lines write them. */
@Injectable()
export class CreditReturnRepository {
  /** Whose an invitation is that nobody ever began; null when somebody did. */
  async organisationOfUnbegun(tx: Tx, invitationId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('select organisation_id as id from recruiters.invitation where id = $1 and begun_at is null', [invitationId]);
    return row?.id ?? null;
  }

  /** Those of these invitations that wait. */
  async takeOf(tx: Tx, invitationIds: readonly string[]): Promise<FreeCredit[]> {
    const [rows] = await tx.query<[FreeCredit[], number]>(`delete from recruiters.credit_to_return where invitation_id = any ($1) ${TAKEN}`, [invitationIds]);
    return rows;
  }

  /** Whosever they are, those at which nobody else is at work. */
  async takeSome(tx: Tx, count: number): Promise<FreeCredit[]> {
    const [rows] = await tx.query<[FreeCredit[], number]>(
      `delete from recruiters.credit_to_return where invitation_id in (select invitation_id from recruiters.credit_to_return order by invitation_id limit $1 for update skip locked) ${TAKEN}`, [count]);
    return rows;
  }
}
