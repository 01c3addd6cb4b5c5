import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { Database } from '../db/index.js';
import { type QueueName } from './definitions.js';

/** Enough of a row to hand it to the queue. The counts make each hand-over after a run a new one for BullMQ. */
export interface HandOver {
  readonly id: string;
  readonly queue: QueueName;
  readonly attempts: number;
  readonly losses: number;
}

/** A row whose handler may run now, held by `lease`. */
export interface TakenRow {
  readonly id: string;
  readonly name: string;
  readonly subscriber: string | null;
  readonly payload: unknown;
  readonly attempts: number;
  readonly writtenAt: Date;
}

/** Somebody to whom an event is to be delivered. */
export interface Subscription {
  readonly subscriber: string | null;
  readonly queue: QueueName;
}

/** What is in one queue, counted in PostgreSQL, which alone knows. */
export interface QueueDepth {
  readonly queue: QueueName;
  /** Due and not begun, or waiting for its time or its next attempt. */
  readonly waiting: number;
  /** With BullMQ or a worker. */
  readonly handedOver: number;
  /** Given up; kept for people to look at. */
  readonly dead: number;
  /** Age of the oldest row that is due and not done. Above 60 something is wrong. */
  readonly oldestDueSeconds: number;
}

/** A job that vanished with its worker this many times probably kills its workers. */
const LOSSES = 10;

/**
 * The rows of jobs.outbox between being written and being done. Leases and hand-overs reckon in real time (`now()`),
 * what people asked for in clock time (`clock.now()`).
 */
@Injectable()
export class OutboxRepository {
  constructor(private readonly db: Database) {}

  /** Replaces each event that is due by one row per subscriber; returns how many events there were. */
  dealOut(subscriptionsTo: (event: string) => readonly Subscription[]): Promise<number> {
    return this.db.transaction(async (tx) => {
      const events = await tx.query<{ id: string; name: string }[]>(`
        select id, name from jobs.outbox
         where queue is null and status = 'waiting' and run_at <= clock.now()
         order by run_at limit 200 for update skip locked`);
      if (events.length === 0) return 0;
      const rows = events.flatMap(({ id, name }) =>
        subscriptionsTo(name).map(({ subscriber, queue }) => ({ id: newId(), event: id, subscriber, queue })));
      await tx.query(
        `insert into jobs.outbox (id, kind, name, subscriber, queue, payload, run_at)
         select r.id, 'event', e.name, r.subscriber, r.queue, e.payload, e.run_at
           from jsonb_to_recordset($1::jsonb) as r(id uuid, event uuid, subscriber text, queue text)
           join jobs.outbox e on e.id = r.event`,
        [JSON.stringify(rows)],
      );
      await tx.query(`update jobs.outbox set status = 'done', ended_at = clock.now() where id = any($1)`, [events.map(({ id }) => id)]);
      return events.length;
    });
  }

  /**
   * Takes due rows to be handed over. No queue has more than `room` rows out at a time, so that what a lost queue
   * costs is bounded. They are marked before BullMQ has them: a worker may be quicker than our commit.
   */
  claimDue(queues: readonly QueueName[], room: number): Promise<HandOver[]> {
    return this.db.alone.query<HandOver[]>(
      `with place as (
         select q.queue, greatest($2 - (select count(*) from jobs.outbox o where o.queue = q.queue and o.status = 'handed_over'), 0) as free
           from unnest($1::text[]) as q(queue)
       ), due as (
         select d.id from place cross join lateral (
           select id from jobs.outbox o
            where o.queue = place.queue and o.status = 'waiting' and o.run_at <= clock.now()
            order by o.run_at limit least(place.free, 200) for update skip locked) d
       ), claimed as (
         update jobs.outbox o set status = 'handed_over', handed_over_at = now(), leased_until = null
           from due where o.id = due.id
         returning o.id, o.queue, o.attempts, o.losses
       )
       select * from claimed order by id`,
      [queues, room],
    );
  }

  /** Puts rows back that BullMQ did not accept. */
  async giveBack(ids: readonly string[]): Promise<void> {
    await this.db.alone.query(`update jobs.outbox set status = 'waiting' where id = any($1) and status = 'handed_over' and leased_until is null`, [ids]);
  }

  /**
   * Rows that were handed over and then stuck: their worker's lease ran out, or nobody took them. They are to be handed
   * over again; BullMQ ignores the second hand-over of a row it still has. Those lost too often are dead and returned apart.
   */
  async findStuck(unansweredMs: number): Promise<{ again: HandOver[]; dead: { id: string; name: string }[] }> {
    const rows = await this.db.alone.query<(HandOver & { name: string; status: string })[]>(
      `with stuck as (
         select id, leased_until is not null as lost from jobs.outbox
          where status = 'handed_over'
            and (leased_until < now() or (leased_until is null and handed_over_at < now() - make_interval(secs => $1 / 1000.0)))
          order by handed_over_at limit 1000 for update skip locked
       ), freed as (
         update jobs.outbox o
            set handed_over_at = now(), leased_until = null, losses = o.losses + lost::int,
                status = case when lost and o.losses + 1 >= $2 then 'dead' else 'handed_over' end,
                ended_at = case when lost and o.losses + 1 >= $2 then clock.now() end,
                fault = case when lost then 'jobs.worker_lost' else o.fault end
           from stuck where o.id = stuck.id
         returning o.id, o.name, o.queue, o.attempts, o.losses, o.status
       )
       select * from freed order by id`,
      [unansweredMs, LOSSES],
    );
    return { again: rows.filter(({ status }) => status !== 'dead'), dead: rows.filter(({ status }) => status === 'dead') };
  }

  /** The row, now held by `lease`; null when it is done, put off, or held by somebody else. */
  async take(id: string, lease: string, leaseMs: number): Promise<TakenRow | null> {
    const [row] = await this.db.alone.query<TakenRow[]>(
      `with taken as (
         update jobs.outbox
            set lease = $2, leased_until = now() + make_interval(secs => $3 / 1000.0), losses = losses + (leased_until is not null)::int
          where id = $1 and status = 'handed_over' and (leased_until is null or leased_until < now())
         returning id, name, subscriber, payload, attempts, created_at as "writtenAt"
       )
       select * from taken`,
      [id, lease, leaseMs],
    );
    return row ?? null;
  }

  /** Holds the rows for another span; returns the leases that are still valid. */
  async renew(held: readonly { id: string; lease: string }[], leaseMs: number): Promise<Set<string>> {
    const rows = await this.db.alone.query<{ lease: string }[]>(
      `with renewed as (
         update jobs.outbox set leased_until = now() + make_interval(secs => $3 / 1000.0)
          where id = any($1) and lease = any($2) and status = 'handed_over'
         returning lease
       )
       select * from renewed`,
      [held.map(({ id }) => id), held.map(({ lease }) => lease), leaseMs],
    );
    return new Set(rows.map(({ lease }) => lease));
  }

  /** The work is done. Whoever lost the lease meanwhile changes nothing. */
  async finish(id: string, lease: string): Promise<void> {
    await this.db.alone.query(
      `update jobs.outbox set status = 'done', ended_at = clock.now(), fault = null, lease = null, leased_until = null
        where id = $1 and lease = $2 and status <> 'dead'`,
      [id, lease],
    );
  }

  /** The run failed: it is repeated after `pauseMs`, or never when that is null. */
  async fail(id: string, lease: string, fault: string, pauseMs: number | null): Promise<void> {
    await this.db.alone.query(
      `update jobs.outbox
          set attempts = attempts + 1, fault = $3, lease = null, leased_until = null,
              status = case when $4::numeric is null then 'dead' else 'waiting' end,
              ended_at = case when $4::numeric is null then clock.now() end,
              run_at = clock.now() + make_interval(secs => coalesce($4::numeric, 0)::float8 / 1000)
        where id = $1 and lease = $2 and status <> 'dead'`,
      [id, lease, fault, pauseMs],
    );
  }

  /** The process stops before the work is done: another may begin it at once, and this run does not count. */
  async release(id: string, lease: string): Promise<void> {
    await this.db.alone.query(
      `update jobs.outbox set status = 'waiting', lease = null, leased_until = null where id = $1 and lease = $2 and status = 'handed_over'`,
      [id, lease],
    );
  }

  /** Deletes up to 1000 rows that ended longer than `iso` (an ISO 8601 duration) ago; returns how many. */
  async deleteEnded(iso: string): Promise<number> {
    const [, deleted] = await this.db.alone.query<[unknown, number]>(
      `delete from jobs.outbox where id in (
         select id from jobs.outbox where status in ('done', 'dead') and ended_at <= clock.now() - $1::interval limit 1000 for update skip locked)`,
      [iso],
    );
    return deleted;
  }

  depths(queues: readonly QueueName[]): Promise<QueueDepth[]> {
    return this.db.alone.query<QueueDepth[]>(
      `select q.queue,
              count(*) filter (where o.status = 'waiting')::int as waiting,
              count(*) filter (where o.status = 'handed_over')::int as "handedOver",
              count(*) filter (where o.status = 'dead')::int as dead,
              greatest(extract(epoch from clock.now() - min(o.run_at) filter (where o.status in ('waiting', 'handed_over'))), 0)::float8 as "oldestDueSeconds"
         from unnest($1::text[]) with ordinality as q(queue, place)
         left join jobs.outbox o on o.status in ('waiting', 'handed_over', 'dead') and coalesce(o.queue, 'default') = q.queue
        group by q.queue, q.place order by q.place`,
      [queues],
    );
  }
}
