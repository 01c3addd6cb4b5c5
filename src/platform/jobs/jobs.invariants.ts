import { Config } from '../config/index.js';
import { keepsInvariant } from '../invariants/index.js';
import { redisTexts } from './redis-texts.js';

keepsInvariant({
  name: 'jobs.nothing_late',
  says: 'No work that is due waits for longer than a minute',
  async broken({ tx }) {
    const rows = await tx.query<{ name: string; count: number }[]>(
      `select name, count(*)::int as count from jobs.outbox
        where (status = 'waiting' and run_at < clock.now() - interval '60 seconds' and created_at < clock.now() - interval '60 seconds')
           or (status = 'handed_over' and coalesce(leased_until, handed_over_at) < now() - interval '60 seconds') group by name order by name`);
    return rows.map(({ name, count }) => `${count} of ${name}`);
  },
});

/** As it stands in a mail, wherever it was copied to. */
const EMAIL = '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+[.][A-Za-z]{2,}';
/** Ids, codes, names of things, numbers and moments: nothing a person would be called, reached or quoted by. */
const CODE = '^[A-Za-z0-9_.:/+-]*$';
const PHONE = '^[+][0-9]{7,15}$';

keepsInvariant({
  name: 'jobs.nobody_in_the_queues',
  says: 'Work and queues name no person: no address, no telephone, no sentence',
  async broken({ tx, get }) {
    const rows = await tx.query<{ id: string }[]>(
      `select distinct o.id from jobs.outbox o cross join lateral jsonb_path_query(o.payload, 'lax $.** ? (@.type() == "string")') v
        where v #>> '{}' !~ $1 or v #>> '{}' ~ $2 limit 10`, [CODE, PHONE]);
    const tables = await tx.query<{ name: string }[]>(`select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`);
    const told: string[] = [];
    for (const { name } of tables) {
      const [{ count } = { count: 0 }] = await tx.query<{ count: number }[]>(`select count(*)::int as count from bullmq.${name} x where x::text ~ $1`, [EMAIL]);
      if (count > 0) told.push(`${count} rows of bullmq.${name}`);
    }
    const { REDIS_URL } = get(Config).settings;
    const inRedis = REDIS_URL === undefined ? 0 : (await redisTexts(REDIS_URL)).filter((text) => new RegExp(EMAIL).test(text)).length;
    return [...rows.map(({ id }) => `work ${id}`), ...told, ...(inRedis > 0 ? [`${inRedis} entries of Redis`] : [])];
  },
});
