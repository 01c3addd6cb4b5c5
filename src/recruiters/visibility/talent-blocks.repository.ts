import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { keyedHash, keyFor } from '../../platform/keys/index.js';
import { blocksFact } from '../recruiters.facts.js';

/** An employer somebody does not want to be seen by: an organisation (`org:<id>`) or a web domain (`domain:<name>`). */
export interface TalentBlock {
  readonly token: string;
  readonly label: string;
  /** Of an organisation: its domain, which is blocked with it. */
  readonly domain: string | null;
  /** A domain that nobody named: it stands here because of an organisation. */
  readonly isImplied: boolean;
}

/** An organisation as anybody may know it. */
export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly isDomainVerified: boolean;
  readonly kind: 'employer' | 'agency';
}

const MOST_FOUND = 8;

/** Statements about whom candidates block. */
@Injectable()
export class TalentBlockRepository {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = keyFor(config.settings.SECRET, 'blocks in the journal');
  }

  of(tx: Tx, candidateId: string): Promise<TalentBlock[]> {
    return tx.query<TalentBlock[]>('select token, label, domain, is_implied as "isImplied" from recruiters.talent_block where candidate_id = $1 order by lower(label), token', [candidateId]);
  }

  async replace(tx: Tx, candidateId: string, blocks: readonly TalentBlock[]): Promise<void> {
    await tx.query('delete from recruiters.talent_block where candidate_id = $1 and token <> all ($2)', [candidateId, blocks.map(({ token }) => token)]);
    await tx.query(
      `insert into recruiters.talent_block (candidate_id, token, label, domain, is_implied)
       select $1, token, label, domain, "isImplied" from jsonb_to_recordset($2::jsonb) as b (token text, label text, domain text, "isImplied" boolean)
       on conflict (candidate_id, token) do update set is_implied = excluded.is_implied`,
      [candidateId, JSON.stringify(blocks)],
    );
    await noteFact(tx, blocksFact, { candidateId, blocks: await this.hashOf(tx, candidateId), eventId: newId() });
  }

  /** All that somebody blocks as one keyed hash. */
  async hashOf(tx: Tx, candidateId: string): Promise<string> {
    const tokens = (await this.of(tx, candidateId)).map(({ token }) => token).sort();
    return keyedHash(this.key, [candidateId, ...tokens].join('\n'));
  }

  /** Those among these organisations that are approved, by id. */
  async approved(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, { label: string; domain: string }>> {
    const rows = await tx.query<{ id: string; name: string; domain: string }[]>(`select id, name, domain from recruiters.organisation where state = 'approved' and id = any ($1::uuid[])`, [ids]);
    return new Map(rows.map(({ id, name, domain }) => [id, { label: name, domain }]));
  }

  /** At most eight approved organisations whose name or domain holds a text, those that begin with it first. */
  named(tx: Tx, like: string): Promise<KnownOrganisation[]> {
    return tx.query<KnownOrganisation[]>(
      `select id, name, domain, domain_verified_at is not null as "isDomainVerified", kind from recruiters.organisation
       where state = 'approved' and (position($1 in lower(name)) > 0 or position($1 in domain) > 0)
       order by position($1 in lower(name)) <> 1, lower(name), id limit ${MOST_FOUND}`,
      [like.toLowerCase()],
    );
  }
}
