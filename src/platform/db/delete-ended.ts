import { type Tx } from './database.js';
import { inBatches } from './in-batches.js';

const BATCH = 20_000;

/**
 * Deletes the rows of a table that are over, in batches: `tx` is `db.alone`, so that each commits by itself and holds nobody
 * up for long. `which` is the condition, with its parameters. It is asked twice: by the index, and of each row once it is
 * locked, since it may have got another end meanwhile. The time is asked for once, and not again for each row.
 */
export async function deleteEnded(tx: Tx, table: string, which = 'expires_at <= clock.now()', parameters: readonly unknown[] = []): Promise<void> {
  const [clock] = await tx.query<{ now: string }[]>('select clock.now()::text as now');
  const ended = which.replaceAll('clock.now()', `$${parameters.length + 1}::timestamptz`);
  await inBatches(BATCH, async () => {
    const [, deleted] = await tx.query<[unknown[], number]>(`delete from ${table} where ctid = any (array(select ctid from ${table} where ${ended} limit ${BATCH})) and ${ended}`, [...parameters, clock?.now]);
    return deleted;
  });
}
