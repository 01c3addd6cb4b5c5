import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { noteFact } from '../../../platform/journal/index.js';
import { keyedHash, keyFor } from '../../../platform/keys/index.js';
import { neverInvited } from '../../recruiters.facts.js';

/** Addresses an organisation invites no more: those it named itself, and those whose owners said so. */
@Injectable()
export class DoNotInvite {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = keyFor(config.settings.SECRET, 'do not invite');
  }

  /** Those of these addresses (in lower case) that are on the list. */
  async among(tx: Tx, organisationId: string, emails: readonly string[]): Promise<ReadonlySet<string>> {
    const byHash = new Map(emails.map((email) => [this.hashOf(email), email]));
    const rows = await tx.query<{ hash: string }[]>('select email_hash as hash from recruiters.do_not_invite where organisation_id = $1 and email_hash = any ($2)', [organisationId, [...byHash.keys()]]);
    return new Set(rows.flatMap(({ hash }) => byHash.get(hash) ?? []));
  }

  /** What somebody said of themselves stays theirs, whoever said it first. */
  async add(tx: Tx, organisationId: string, email: string, saidBy: 'person' | 'organisation'): Promise<void> {
    const hash = this.hashOf(email);
    await this.addHash(tx, organisationId, hash, saidBy);
    if (saidBy === 'person') await noteFact(tx, neverInvited, { organisationId, addressHash: hash });
  }

  /** As `add`, where only the hash is known. False when it stood there already, or the organisation is gone. */
  async addHash(tx: Tx, organisationId: string, hash: string, saidBy: 'person' | 'organisation'): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `insert into recruiters.do_not_invite as d (organisation_id, email_hash, said_by) select id, $2, $3 from recruiters.organisation where id = $1
       on conflict (organisation_id, email_hash) do update set said_by = excluded.said_by where excluded.said_by = 'person' and d.said_by <> 'person' returning 1`,
      [organisationId, hash, saidBy],
    );
    return rows.length > 0;
  }

  /** Takes away what the organisation said; what the person said stays. */
  async remove(tx: Tx, organisationId: string, email: string): Promise<void> {
    await tx.query(`delete from recruiters.do_not_invite where organisation_id = $1 and email_hash = $2 and said_by = 'organisation'`, [organisationId, this.hashOf(email)]);
  }

  private hashOf(email: string): string {
    return keyedHash(this.key, email.toLowerCase());
  }
}
