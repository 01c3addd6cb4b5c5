import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { type Consented } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';

/** Name and address of somebody, as far as they are shared. */
export interface SharedContact {
  readonly name?: string;
  readonly email?: string;
}

/** Who somebody is and how to reach them, for those they allow it to. A row here falls with its consent. */
@Injectable()
export class TalentContacts {
  constructor(private readonly accounts: AccountContacts) {}

  /** Shares what the consent names: with all approved organisations, or with the one that is its scope. */
  async share(tx: Tx, { subjectId, purpose, scope, fields, expiresAt }: Consented<'discovery'> | Consented<'discovery_contact'>): Promise<void> {
    const contact = fields.includes('name') || fields.includes('email') ? await this.accounts.find(tx, subjectId) : null;
    if (!contact) {
      await tx.query('delete from recruiters.talent_contact where candidate_id = $1 and purpose = $2 and scope = $3', [subjectId, purpose, scope]);
      return;
    }
    await tx.query(
      `insert into recruiters.talent_contact (candidate_id, purpose, scope, fields, grant_expires_at, name, email)
       values ($1, $2, $3, $4, $5, case when 'name' = any ($4) then $6 end, case when 'email' = any ($4) then $7 end)
       on conflict (candidate_id, purpose, scope) do update set name = excluded.name, email = excluded.email`,
      [subjectId, purpose, scope, fields, expiresAt ?? 'infinity', contact.name, contact.email],
    );
  }

  /** Puts a changed name or address in the place of the one before, wherever it is shared. */
  async refresh(tx: Tx, accountId: string): Promise<void> {
    const contact = await this.accounts.find(tx, accountId);
    if (!contact) return;
    await tx.query(
      `update recruiters.talent_contact set name = case when 'name' = any (fields) then $2 end, email = case when 'email' = any (fields) then $3 end where candidate_id = $1`,
      [accountId, contact.name, contact.email],
    );
  }

  /** What this organisation may know of listed people, by talent id. */
  async shownTo(tx: Tx, organisationId: string, talentIds: readonly string[]): Promise<ReadonlyMap<string, SharedContact>> {
    if (talentIds.length === 0) return new Map();
    const rows = await tx.query<{ id: string; name: string | null; email: string | null }[]>(
      `select l.talent_id as id, max(c.name) as name, max(c.email) as email
       from recruiters.talent_listing l join recruiters.talent_contact c using (candidate_id)
       where l.talent_id = any ($1::uuid[]) and c.grant_expires_at > clock.now() and (c.purpose = 'discovery' or c.scope = $2) group by l.talent_id`,
      [talentIds, organisationId],
    );
    return new Map(rows.map(({ id, name, email }) => [id, { ...(name === null ? {} : { name }), ...(email === null ? {} : { email }) }]));
  }
}
