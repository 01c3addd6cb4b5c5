import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { Clock } from '../clock/index.js';
import { Database } from '../db/index.js';
import { definedJobs, type JobDefinition } from './definitions.js';
import { nextTick } from './next-tick.js';

/** The recurring jobs. However many workers look at it, each tick is enqueued once; missed ticks are made up for once. */
@Injectable()
export class Timetable {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Enters the jobs that are new or whose expression has changed. The others keep their next tick over restarts. */
  async enter(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = await this.clock.now(tx);
      const jobs = recurring();
      await tx.query(
        `insert into jobs.timetable as entered (name, cron, next_at) select * from unnest($1::text[], $2::text[], $3::timestamptz[])
         on conflict (name) do update set cron = excluded.cron, next_at = excluded.next_at where entered.cron <> excluded.cron`,
        [jobs.map(({ name }) => name), jobs.map(({ cron }) => cron), jobs.map(({ cron }) => nextTick(cron, now))],
      );
    });
  }

  /** Enqueues what is due and sets its next moment. */
  async tick(): Promise<void> {
    const jobs = recurring();
    await this.db.transaction(async (tx) => {
      const due = await tx.query<{ name: string; tick: Date }[]>(
        'select name, next_at as tick from jobs.timetable where next_at <= clock.now() and name = any($1) for update skip locked', [jobs.map(({ name }) => name)]);
      if (due.length === 0) return;
      const now = await this.clock.now(tx);
      const ticks = new Map(due.map(({ name, tick }) => [name, tick]));
      const rows = jobs.filter(({ name }) => ticks.has(name)).map(({ name, queue, cron }) => ({ id: newId(), name, queue, tick: ticks.get(name), next: nextTick(cron, now) }));
      await tx.query(
        `with due as (select * from jsonb_to_recordset($1::jsonb) as due(id uuid, name text, queue text, tick timestamptz, next timestamptz)),
              moved as (update jobs.timetable entered set next_at = due.next from due where entered.name = due.name)
         insert into jobs.outbox (id, kind, name, queue, payload, tick) select id, 'job', name, queue, '{}', tick from due on conflict do nothing`,
        [JSON.stringify(rows)],
      );
    });
  }
}

type Recurring = JobDefinition & { readonly cron: string };

function recurring(): Recurring[] {
  return definedJobs().filter((job): job is Recurring => job.cron !== undefined);
}
