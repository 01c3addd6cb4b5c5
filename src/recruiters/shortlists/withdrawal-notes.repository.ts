import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** Statements about who must hear that a consent has ended. */
@Injectable()
export class WithdrawalNoteRepository {
  /** True the first time an organisation is told of this ending. */
  async isFirst(tx: Tx, endingId: string, organisationId: string): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `insert into recruiters.withdrawal_told (ending_id, organisation_id) select $1, id from recruiters.organisation where id::text = $2 on conflict do nothing returning 1`, [endingId, organisationId]);
    return rows.length > 0;
  }

  async isTold(tx: Tx, endingId: string, organisationId: string): Promise<boolean> {
    return (await tx.query<object[]>('select 1 from recruiters.withdrawal_told where ending_id = $1 and organisation_id = $2', [endingId, organisationId])).length > 0;
  }

  /** Those of an organisation who look at people. */
  async recruiters(tx: Tx, organisationId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select account_id as id from recruiters.member where organisation_id::text = $1 and roles && array['owner', 'recruiter'] order by account_id`, [organisationId]);
    return rows.map(({ id }) => id);
  }

  /** Deletes up to `count` marks older than a period (ISO 8601); returns how many. */
  async forget(tx: Tx, keptFor: string, count: number): Promise<number> {
    const [rows] = await tx.query<[object[], number]>(
      `delete from recruiters.withdrawal_told where (ending_id, organisation_id) in (
         select ending_id, organisation_id from recruiters.withdrawal_told where told_at <= clock.now() - $1::interval limit $2 for update skip locked) returning 1`,
      [keptFor, count],
    );
    return rows.length;
  }
}
