import { type Client } from 'pg';
import { interviewRows } from './interviews.js';
import { type Sweep } from './sweeper.js';

/** One kind of things that come to an end, and all rows of theirs. */
export interface Kind {
  readonly name: string;
  readonly sweep: Sweep;
  /** How many end with each interview: what one who practises leaves in these tables. */
  readonly each: number;
  /** Tables in the order in which they are deleted, the one that says when it ends last. */
  readonly tables: readonly string[];
  /** What is due, of the last table. */
  readonly due: string;
  /** Fills the tables from `due (id, run, candidate, viewer, ends)`, one row for each thing. */
  readonly fill: readonly string[];
  /** How rows of the other tables name the last one's `id`. */
  readonly by?: string;
}

const HASH = `encode(sha256(gen_random_uuid()::text::bytea), 'hex')`;

/** The usual ones: results with answers and scores, requests to AI, notes, mails, sign-ins and their links, counters, who saw whom. */
export const kinds: readonly Kind[] = [
  { name: 'interviews', sweep: 'interviews', each: 1, due: 'expires_at <= clock.now()', ...interviewRows },
  {
    name: 'requests to AI', sweep: 'aiRuns', each: 6, tables: ['ai.run'], due: 'expires_at <= clock.now()',
    fill: [`insert into ai.run (id, role, provider, model, account_id, interview_id, position, rubric, prompt_hash, fields, cost_micro_usd, outcome, ended_at, expires_at)
      select id, 'evaluator', 'a-provider', 'a-model', candidate, run, 1, 'vv-1', repeat('0', 64), '{answer,question}', 200, 'answered', now(), ends from due`],
  },
  {
    name: 'notes', sweep: 'notes', each: 2, tables: ['notifications.note'], due: 'expires_at <= clock.now()',
    fill: [`insert into notifications.note (id, account_id, kind, title, body, link, created_at, expires_at)
      select id, candidate, 'interviews.scored', 'Your results are here', repeat('Read what was said of each answer. ', 4), '/interviews', now() - interval '90 days', ends from due`],
  },
  {
    name: 'mails', sweep: 'mails', each: 1, tables: ['mail.outbox'], due: 'expires_at <= clock.now()',
    fill: [`insert into mail.outbox (id, account_id, template, matter, recipient_hash, status, done_at, expires_at) select id, candidate, 'results-ready', id::text, ${HASH}, 'sent', now(), ends from due`],
  },
  {
    name: 'sign-ins', sweep: 'signIns', each: 2, tables: ['accounts.session'], due: 'ends_at <= clock.now()',
    fill: [`insert into accounts.session (id, account_id, token_hash, way, browser, stays, began_at, last_used_at, ends_at) select id, candidate, ${HASH}, 'password', 'Firefox on Linux', true, now(), now(), ends from due`],
  },
  {
    name: 'counters of tries', sweep: 'counters', each: 4, tables: ['http.rate_limit'], due: `window_ends_at <= clock.now() - interval '1 hour'`,
    fill: [`insert into http.rate_limit (key_hash, tries, window_ends_at) select ${HASH}, 2, ends - interval '1 hour' from due`],
  },
  {
    name: 'views of profiles', sweep: 'views', each: 4, tables: ['recruiters.profile_view'], due: 'expires_at <= clock.now()',
    fill: [`insert into recruiters.profile_view (viewer_id, talent_id, what, organisation_id, fields, seen_at, expires_at) select candidate, id, 'profile', run, '{headline,scores,skills}', now(), ends from due`],
  },
];

/** Makes up the rows of each kind, those of the first of `counts` a day before those of the second, and so on, and the same once more in tables without keys to each other. */
export async function fillKinds(client: Client, counts: readonly number[]): Promise<void> {
  await client.query('set session_replication_role = replica; set synchronous_commit = off; create schema plain');
  for (const kind of kinds) {
    await client.query('create temporary table due (id uuid, run uuid, candidate uuid, ends timestamptz)');
    for (const [day, count] of counts.entries()) {
      await client.query(
        `insert into due select gen_random_uuid(), gen_random_uuid(), person.id, now() + make_interval(days => $2, mins => 30)
           from (select 1 + n % (select count(*) from accounts.account) as place from generate_series(1, $1::int) n) turn
           join (select id, row_number() over () as place from accounts.account) person using (place)`, [count * kind.each, day]);
    }
    await client.query('analyze due');
    for (const table of kind.tables) await client.query(`create table ${plain(table)} (like ${table} including all)`);
    for (const statement of kind.fill) await client.query(statement);
    for (const table of kind.tables) await client.query(`insert into ${plain(table)} select * from ${table} ${ofThese(kind, table)}`);
    await client.query('drop table due');
  }
  await client.query('set session_replication_role = origin; set synchronous_commit = on');
  await client.query('grant usage on schema plain to viva_owner; grant select, delete on all tables in schema plain to viva_owner');
  await client.query('vacuum analyze');
}

/** The same as the sweep deletes, in one transaction, without keys, triggers and batches: how many rows. */
export async function deletePlainly(client: Client, { tables, due, by }: Kind): Promise<number> {
  const last = plain(tables.at(-1) ?? '');
  const { rows: [clock] } = await client.query<{ now: string }>('select clock.now()::text as now');
  const ended = due.replace('clock.now()', '$1::timestamptz');
  let rows = 0;
  await client.query('begin');
  for (const table of tables) {
    const { rowCount } = await client.query(plain(table) === last ? `delete from ${last} where ${ended}` : `delete from ${plain(table)} where ${by} in (select id from ${last} where ${ended})`, [clock?.now]);
    rows += rowCount ?? 0;
  }
  await client.query('commit');
  return rows;
}

/** How many of a kind have come to their end and are still there. */
export async function dueOf(client: Client, { tables, due }: Kind): Promise<number> {
  const { rows: [row] } = await client.query<{ count: number }>(`select count(*)::int as count from ${tables.at(-1)} where ${due}`);
  return row?.count ?? 0;
}

const plain = (table: string): string => `plain.${table.replace('.', '_')}`;

/** The people who are searched for have results, too, which do not end here. */
const ofThese = ({ tables, by }: Kind, table: string): string => {
  if (by === undefined) return '';
  return `where ${table === tables.at(-1) ? 'id' : by} in (select id from due)`;
};
