import { type Tx } from '../db/index.js';
import { Outbox } from '../jobs/index.js';
import { type FactDefinition } from './fact.js';
import { writeFact } from './journal.jobs.js';

const outbox = new Outbox();

/** Has a fact written into the journal soon after `tx` commits, and not at all when it does not. */
export async function noteFact<P extends object>(tx: Tx, { kind, ids }: FactDefinition<P>, given: P): Promise<void> {
  await outbox.enqueue(tx, writeFact, { kind, ids: ids.parse(given) as Record<string, string> });
}
