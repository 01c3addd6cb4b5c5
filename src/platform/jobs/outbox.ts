import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../db/index.js';
import { type EventDefinition, type JobDefinition } from './definitions.js';

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
}
