import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';

/** How a copy was made. */
export type CopyKind = 'csv' | 'pdf';

/** Statements about files that were made of results. */
@Injectable()
export class CopyRepository {
  async add(tx: Tx, invitationId: string, makerId: string, how: CopyKind): Promise<void> {
    await tx.query('insert into recruiters.copy (id, invitation_id, maker_id, how) values ($1, $2, $3, $4)', [newId(), invitationId, makerId, how]);
  }

  /** The ids of everything the versions of a template ask about: the columns of its table. */
  async competencies(tx: Tx, templateId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select distinct jsonb_array_elements_text(v.content -> 'competencies') as id from recruiters.template_version v where v.template_id = $1 and v.published_at is not null order by 1`, [templateId]);
    return rows.map(({ id }) => id);
  }
}
