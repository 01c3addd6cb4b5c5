import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../../platform/db/index.js';
import { type Duration } from './durations.js';

/** Something that was used, and for how long. */
export interface Use {
  readonly kind: 'route' | 'page';
  /** A pattern, never an address. */
  readonly name: string;
  readonly duration: Duration;
}

export interface CountedUse extends Use {
  readonly count: number;
}

/** Counts of a day below this are shown to nobody. */
export const FEWEST = 5;

/** What may be shown of the last $1 days; `fewest` of a day is reckoned over all durations of a name. */
const SHOWN = `select * from (
    select day, kind, name, duration, count, sum(count) over (partition by day, kind, name) as of_day
    from privacy.usage_count where day > (clock.now() at time zone 'utc')::date - $1::int and expires_at > clock.now()
  ) counted where of_day >= $2`;

/** Every statement about the counts of use. */
@Injectable()
export class UsageRepository {
  /** Adds to the counts of today (UTC), all in one order, so that two servers never wait for each other. */
  async add(tx: Tx, uses: readonly CountedUse[], period: string): Promise<void> {
    await tx.query(
      `insert into privacy.usage_count as u (day, kind, name, duration, count, expires_at)
       select today, kind, name, duration, count, (today + $5::interval) at time zone 'utc'
       from (select (clock.now() at time zone 'utc')::date as today) t, unnest($1::text[], $2::text[], $3::text[], $4::int[]) as one (kind, name, duration, count)
       order by kind, name, duration
       on conflict (day, kind, name, duration) do update set count = u.count + excluded.count`,
      [uses.map(({ kind }) => kind), uses.map(({ name }) => name), uses.map(({ duration }) => duration), uses.map(({ count }) => count), period],
    );
  }

  totals(tx: Tx, days: number): Promise<CountedUse[]> {
    return tx.query<CountedUse[]>(`select kind, name, duration, sum(count)::int as count from (${SHOWN}) shown group by kind, name, duration`, [days, FEWEST]);
  }

  /** Requests of each of the last days, today last. */
  perDay(tx: Tx, days: number): Promise<{ day: string; count: number }[]> {
    return tx.query(
      `select d.day::text as day, coalesce(sum(shown.count), 0)::int as count
       from (select (clock.now() at time zone 'utc')::date - n as day from generate_series(0, $1::int - 1) n) d
       left join (${SHOWN}) shown on shown.day = d.day and shown.kind = 'route' group by d.day order by d.day`,
      [days, FEWEST],
    );
  }

  byDay(tx: Tx, days: number): Promise<{ day: string; kind: Use['kind']; name: string; count: number }[]> {
    return tx.query(`select day::text as day, kind, name, sum(count)::int as count from (${SHOWN}) shown group by day, kind, name order by day, kind, name`, [days, FEWEST]);
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'privacy.usage_count');
  }
}
