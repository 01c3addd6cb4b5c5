import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../db/index.js';
import { type EventDefinition, type JobDefinition } from './definitions.js';

/** Work that was given up. Its payload stays out of it. */
export interface FailedJob {
  readonly id: string;
  readonly name: string;
  /** Who was to be told, when the work is an event. */
  readonly subscriber: string | null;
  readonly queue: string | null;
  /** Code or name of the last error. */
  readonly fault: string | null;
  readonly attempts: number;
  readonly losses: number;
  readonly failedAt: Date;
}

/** Writes down work and events in the caller's transaction: they happen if it commits, and not otherwise. */
@Injectable()
export class Outbox {
  /** The job runs soon after the commit, or `afterSeconds` later. Throws when the payload does not fit the job. */
  async enqueue<P extends object>(tx: Tx, job: JobDefinition<P>, payload: P, { afterSeconds = 0 }: { afterSeconds?: number } = {}): Promise<void> {
    await tx.query(
      `insert into jobs.outbox (id, kind, name, queue, payload, run_at)
       values ($1, 'job', $2, $3, $4, clock.now() + make_interval(secs => $5))`,
      [newId(), job.name, job.queue, job.payload.parse(payload), afterSeconds],
    );
  }

  /** Each listener is called once, in a job of its own, soon after the commit. */
  async publish<P extends object>(tx: Tx, event: EventDefinition<P>, payload: P): Promise<void> {
    await tx.query(
      `insert into jobs.outbox (id, kind, name, payload) values ($1, 'event', $2, $3)`,
      [newId(), event.name, event.payload.parse(payload)],
    );
  }
  /** What was given up and is still kept (`operational`, an ISO 8601 duration), the newest work first, before an id when one is given. */
  failed(tx: Tx, { before, limit, keptFor }: { before?: string | undefined; limit: number; keptFor: string }): Promise<FailedJob[]> {
    return tx.query<FailedJob[]>(
      `select id, name, subscriber, queue, fault, attempts, losses, ended_at as "failedAt" from jobs.outbox
        where status = 'dead' and ended_at > clock.now() - $3::interval and ($1::uuid is null or id < $1)
        order by id desc limit $2`,
      [before ?? null, limit, keptFor],
    );
  }

  /** Gives work that was given up all its attempts again, at once; false when there is no such work, or it is not given up. */
  async retry(tx: Tx, id: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      // Without its tick it is a job like any other, and stands in the way of no later tick of the timetable.
      `update jobs.outbox
          set status = 'waiting', attempts = 0, losses = 0, ended_at = null, run_at = clock.now(), tick = null, lease = null, leased_until = null
        where id = $1 and status = 'dead' returning id`,
      [id],
    );
    return rows.length > 0;
  }
}
