import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { queueNames } from './definitions.js';

const SCHEMA = 'bullmq';
const ADVISORY_LOCK = 811_923_002;

/**
 * Brings BullMQ's schema up to date as the owner of the database and lets the application work in it; run by `migrate`
 * after our own migrations. BullMQ would make a sequence for each queue on its first use: made here, because the
 * application may create nothing and must own nothing. Two processes may call it at once: the second waits.
 */
export async function prepareQueues(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await runMigrations(client, SCHEMA);
    await client.query(`set search_path to ${SCHEMA}`);
    for (const queue of queueNames) {
      const { rows } = await client.query<{ name: string }>('select job_id_seq_name($1) as name', [queue]);
      await client.query(`create sequence if not exists ${client.escapeIdentifier(rows[0]?.name ?? '')}`);
    }
    const database = client.escapeIdentifier(client.database ?? '');
    // BullMQ adds in bulk by way of a temporary table.
    await client.query(`
      grant temporary on database ${database} to viva_application;
      grant usage on schema ${SCHEMA} to viva_application;
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to viva_application;
      grant usage, select, update on all sequences in schema ${SCHEMA} to viva_application;
      grant execute on all functions in schema ${SCHEMA} to viva_application`);
  } finally {
    await client.end();
  }
}
