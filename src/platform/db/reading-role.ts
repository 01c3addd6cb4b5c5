import { type Client } from 'pg';

/** What the search may read: listings without whom they stand for, the words it suggests, and the clock. A new column is private until it stands here. */
const READABLE: Readonly<Record<string, readonly string[]>> = {
  'recruiters.talent_listing': [
    'talent_id', 'fields', 'certificate_role', 'certificate_score', 'certificate_expires_at', 'certificate_slug', 'grant_expires_at', 'hidden_until', 'alias', 'headline', 'role_id', 'role_title', 'level_id', 'skills', 'skill_ids', 'place', 'plain_place', 'country', 'remote', 'languages', 'availability',
    'top_score', 'competency_scores', 'evaluator', 'score_expires_at', 'search', 'blocked', 'listed_at', 'updated_at',
  ],
  'recruiters.talent_word': ['kind', 'word', 'number'],
  'clock.shift': ['only_row', 'by'],
};

/** What the role of the talent search could see or do beyond reading its listings: one sentence for each table, column or function. */
export async function readingRoleFaults(client: Client): Promise<string[]> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(`
    select n.nspname || '.' || c.relname as table, a.attname as column
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'v', 'm', 'p', 'f') and a.attnum > 0 and not a.attisdropped
       and exists (select from pg_roles where rolname = 'viva_talent') and has_column_privilege('viva_talent', c.oid, a.attnum, 'select')
     order by 1, 2`);
  const { rows: written } = await client.query<{ table: string }>(`
    select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'v', 'm', 'p', 'f') and exists (select from pg_roles where rolname = 'viva_talent')
       and (has_table_privilege('viva_talent', c.oid, 'delete, truncate, trigger') or has_any_column_privilege('viva_talent', c.oid, 'insert, update, references')) order by 1`);
  const open = columns.filter(({ table, column }) => READABLE[table]?.includes(column) !== true).map(({ table, column }) => `${table}.${column}`);
  // A function that runs with its owner's rights would read for the role what the role may not read.
  const { rows: functions } = await client.query<{ name: string }>(`
    select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and exists (select from pg_roles where rolname = 'viva_talent') and has_function_privilege('viva_talent', p.oid, 'execute') order by 1`);
  return [
    ...open.map((column) => `DATABASE_URL: the role of the talent search, viva_talent, may read ${column}, which is private; revoke it.`),
    ...written.map(({ table }) => `DATABASE_URL: the role of the talent search, viva_talent, may change ${table}; revoke it.`),
    ...functions.map(({ name }) => `DATABASE_URL: the role of the talent search, viva_talent, may call ${name}, which reads with its owner's rights; revoke it.`),
  ];
}
