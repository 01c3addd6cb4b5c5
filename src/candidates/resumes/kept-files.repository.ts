import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type KeptFile } from './candidate-resumes.js';

/** Which file is kept of whose resume. A row falls with the consent it hangs from. */
@Injectable()
export class KeptFileRepository {
  /** The file of an account's resume, expired or not; the row is locked until `tx` ends. */
  async find(tx: Tx, accountId: string): Promise<string | null> {
    const [row] = await tx.query<{ file: string }[]>('select file from candidates.kept_resume where account_id = $1 for update', [accountId]);
    return row?.file ?? null;
  }

  /**
   * Files that were to stay and belong to no resume any more, of one account or of everybody. One that an upload has just stored
   * is none of them: until it belongs to a resume it ends within the hour by itself.
   */
  async leftBehind(tx: Tx, owner: string, accountId: string | null): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select o.id from storage.object o where o.owner_module = $1 and o.status = 'stored' and o.expires_at > clock.now() + interval '1 hour' and ($2::uuid is null or o.subject = $2)
          and not exists (select from candidates.kept_resume k where k.file = o.id) order by o.id limit 500`,
      [owner, accountId],
    );
    return rows.map(({ id }) => id);
  }

  async insert(tx: Tx, { subjectId, fields, expiresAt }: Consented<'resume_keeping'>, { id, until }: KeptFile): Promise<void> {
    await tx.query('insert into candidates.kept_resume (account_id, fields, grant_expires_at, file, until) values ($1, $2, $3, $4, $5)', [subjectId, fields, expiresAt ?? 'infinity', id, until]);
  }

  async delete(tx: Tx, accountId: string): Promise<void> {
    await tx.query('delete from candidates.kept_resume where account_id = $1', [accountId]);
  }
}
