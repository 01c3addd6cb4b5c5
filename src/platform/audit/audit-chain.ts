import { type Tx } from '../db/index.js';
import { type EntryRow, hashOf, recorded } from './audit-entry.js';

/** What a verification found: an unbroken chain and its newest hash, or the first sequence number that does not fit. */
export type AuditVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly entries: number; readonly brokenAt: number };

/** An end of the chain: the number and hash the next entry hangs from. */
export interface ChainLink {
  readonly sequence: number;
  readonly hash: string;
}

const BEGINNING: ChainLink = { sequence: 0, hash: '0'.repeat(64) };
const BATCH = 2_000;

/** The link the oldest kept entry hangs from. */
export async function beginningOf(tx: Tx): Promise<ChainLink> {
  const [row] = await tx.query<{ sequence: string; hash: string }[]>('select sequence, hash from audit.checkpoint');
  return row ? { sequence: Number(row.sequence), hash: row.hash } : BEGINNING;
}

/** Follows the chain from its beginning in batches, so that memory does not grow with the log. */
export async function followChain(tx: Tx): Promise<AuditVerdict> {
  let last = await beginningOf(tx);
  let entries = 0;
  for (;;) {
    const rows = await tx.query<EntryRow[]>('select * from audit.entry where sequence > $1 order by sequence limit $2', [
      // The first look begins at zero: an entry slipped in before the checkpoint must be met, not skipped.
      entries === 0 ? 0 : last.sequence,
      BATCH,
    ]);
    for (const row of rows) {
      if (!follows(last, row)) return { ok: false, entries, brokenAt: Number(row.sequence) };
      last = { sequence: Number(row.sequence), hash: row.hash };
      entries += 1;
    }
    if (rows.length < BATCH) return { ok: true, entries, head: last.hash };
  }
}

function follows(last: ChainLink, row: EntryRow): boolean {
  return (
    Number(row.sequence) === last.sequence + 1 &&
    row.previous_hash === last.hash &&
    row.hash === hashOf(last.hash, recorded(row))
  );
}
