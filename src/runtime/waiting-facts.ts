import { Client } from 'pg';

/** What a database was about to write into the journal. Read without the product around it: it may be of another version. */
export async function waitingFacts(environment: Readonly<Record<string, string>>): Promise<object[]> {
  const client = new Client({ connectionString: environment.DATABASE_OWNER_URL, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; at: Date; payload: object }>(`select id, created_at as at, payload from jobs.outbox where name = 'journal.write' and status <> 'done'`);
    return rows.map(({ id, at, payload }) => ({ id, at: at.toISOString(), ...payload }));
  } finally {
    await client.end();
  }
}
