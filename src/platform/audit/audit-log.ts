import { Injectable } from '@nestjs/common';
import { type Tx } from '../db/index.js';
import { type AuditEntry, type EntryRow, hashOf, recorded, type RecordedEntry, refuseProse } from './audit-entry.js';
import { type AuditVerdict, beginningOf, followChain } from './audit-chain.js';

const CHAIN_LOCK = 811_923_003;

/** Which entries are wanted. */
export interface AuditQuestion {
  /** Acted in it or was its subject. */
  readonly about?: string | undefined;
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  /** The whole word, such as `accounts.signed_up`. */
  readonly action?: string | undefined;
  /** Only entries with a smaller sequence number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** The append-only register of what was done, by whom and to what. Nobody can change it unnoticed. */
@Injectable()
export class AuditLog {
  /**
   * Adds one entry in the caller's transaction: it stands exactly when the change stands. Call it last: everyone who
   * appends waits for the chain until this transaction ends, and locks taken afterwards could deadlock.
   */
  async append(tx: Tx, entry: AuditEntry): Promise<void> {
    const detail = entry.detail ?? {};
    refuseProse(detail);
    // A statement of its own, so that the next one sees what the holder before us committed.
    await tx.query('select pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
    const last = await this.newest(tx);
    const next = { ...entry, detail, sequence: last.sequence + 1, at: last.now };
    await tx.query(
      `insert into audit.entry (sequence, at, actor_kind, actor_id, action, subject_kind, subject_id, detail, previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [next.sequence, next.at, next.actor.kind, next.actor.id, next.action, next.subject?.kind ?? null, next.subject?.id ?? null,
        JSON.stringify(detail), last.hash, hashOf(last.hash, next)],
    );
  }

  /** Follows the whole chain. Run it in a repeatable-read transaction, so that pruning meanwhile does not look like damage. */
  verify(tx: Tx): Promise<AuditVerdict> {
    return followChain(tx);
  }

  /** The newest entries first, at most `limit`, of those that fit everything asked for. */
  async latest(tx: Tx, { about, actor, subject, action, before, limit }: AuditQuestion): Promise<RecordedEntry[]> {
    const rows = await tx.query<EntryRow[]>(
      `select * from audit.entry
        where ($1::uuid is null or actor_id = $1 or subject_id = $1) and ($2::uuid is null or actor_id = $2)
          and ($3::uuid is null or subject_id = $3) and ($4::text is null or action = $4) and ($5::bigint is null or sequence < $5)
        order by sequence desc limit $6`,
      [about ?? null, actor ?? null, subject ?? null, action ?? null, before ?? null, limit],
    );
    return rows.map(recorded);
  }

  /** The accounts that did something between two moments. */
  async actorsBetween(tx: Tx, from: Date, to: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>('select distinct actor_id as id from audit.entry where actor_id is not null and at between $1 and $2', [from, to]);
    return rows.map(({ id }) => id);
  }

  /** Removes entries made before that moment (at least 90 days back) and keeps the rest verifiable; returns how many. */
  async prune(tx: Tx, before: Date): Promise<number> {
    const [row] = await tx.query<{ removed: string }[]>('select audit.prune($1) as removed', [before]);
    return Number(row?.removed ?? 0);
  }

  private async newest(tx: Tx): Promise<{ sequence: number; hash: string; now: Date }> {
    const [row] = await tx.query<{ sequence: string | null; hash: string | null; now: Date }[]>(
      `select entry.sequence, entry.hash, date_trunc('milliseconds', clock.now()) as now
         from (select 1) always left join (select sequence, hash from audit.entry order by sequence desc limit 1) entry on true`,
    );
    if (!row) throw new Error('The database did not tell the time');
    if (row.sequence !== null && row.hash !== null) return { sequence: Number(row.sequence), hash: row.hash, now: row.now };
    return { ...(await beginningOf(tx)), now: row.now };
  }
}
