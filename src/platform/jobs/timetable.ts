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
      for (const { name, cron } of recurring()) {
        await tx.query(
          `insert into jobs.timetable as entered (name, cron, next_at) values ($1, $2, $3)
           on conflict (name) do update set cron = excluded.cron, next_at = excluded.next_at where entered.cron <> excluded.cron`,
          [name, cron, nextTick(cron, now)],
        );
      }
    });
  }

  /** Enqueues what is due and sets its next moment, in one transaction per job. */
  async tick(): Promise<void> {
    const jobs = recurring();
    const due = await this.db.alone.query<{ name: string }[]>(
      'select name from jobs.timetable where next_at <= clock.now() and name = any($1)', [jobs.map(({ name }) => name)]);
    for (const job of jobs.filter(({ name }) => due.some((row) => row.name === name))) await this.#enqueue(job);
  }

  async #enqueue({ name, cron, queue }: Recurring): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [entry] = await tx.query<{ next_at: Date }[]>(
        'select next_at from jobs.timetable where name = $1 and next_at <= clock.now() for update skip locked', [name]);
      if (!entry) return;
      await tx.query('update jobs.timetable set next_at = $2 where name = $1', [name, nextTick(cron, await this.clock.now(tx))]);
      await tx.query(
        `insert into jobs.outbox (id, kind, name, queue, payload, tick) values ($1, 'job', $2, $3, '{}', $4) on conflict do nothing`,
        [newId(), name, queue, entry.next_at],
      );
    });
  }
}

type Recurring = JobDefinition & { readonly cron: string };

function recurring(): Recurring[] {
  return definedJobs().filter((job): job is Recurring => job.cron !== undefined);
}
