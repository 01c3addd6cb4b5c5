import { Client } from 'pg';
import { readingRoleFaults } from './reading-role.js';

/**
 * What makes this connection unfit for the application: one sentence for each fault. The application must own nothing,
 * belong to nobody who does, and be no superuser: an owner could take the locks off the disclosure gate and the
 * append-only logs. And the role it puts on for the talent search must see nothing but listings.
 */
export async function databaseFaults(applicationUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: applicationUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    return [`DATABASE_URL: no connection could be made (${error instanceof Error ? error.message : 'unknown reason'}).`];
  }
  try {
    const { rows } = await client.query<{ superuser: boolean; owned: string }>(`
      select rolsuper or rolbypassrls as superuser,
             (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where n.nspname !~ '^pg_' and not rolsuper and pg_has_role(current_user, c.relowner, 'member')) as owned
        from pg_roles where rolname = current_user`);
    const [found] = rows;
    const faults: string[] = [];
    if (found?.superuser) faults.push('DATABASE_URL: its role is a superuser; use a role of its own for the application.');
    if (Number(found?.owned) > 0) faults.push('DATABASE_URL: its role owns tables, or is a member of one that does; let DATABASE_OWNER_URL own them, and the application none.');
    return [...faults, ...(await readingRoleFaults(client))];
  } finally {
    await client.end();
  }
}
