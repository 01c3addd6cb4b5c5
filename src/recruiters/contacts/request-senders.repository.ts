import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** Statements about who hears of an answer. */
@Injectable()
export class RequestSenderRepository {
  /** Who sent a request; once they work there no longer, those who look at people there. */
  async toTell(tx: Tx, { organisationId, senderId }: { organisationId: string; senderId: string | null }): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select m.account_id as id from recruiters.member m where m.organisation_id = $1 and m.roles && array['owner', 'recruiter']
         and (m.account_id = $2 or not exists (select from recruiters.member s where s.account_id = $2 and s.organisation_id = $1)) order by m.account_id`,
      [organisationId, senderId],
    );
    return rows.map(({ id }) => id);
  }
}
