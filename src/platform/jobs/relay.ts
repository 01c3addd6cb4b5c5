import { Logger } from '@nestjs/common';
import { queueNames, type QueueName } from './definitions.js';
import { nameOf } from './faults.js';
import { type Handlers } from './handlers.js';
import { type JobTimings } from './job-timings.js';
import { type HandOver, type OutboxRepository } from './outbox.repository.js';
import { type OpenQueue } from './queue-backend.js';
import { type Timetable } from './timetable.js';
import { type WakeUp } from './wake-up.js';

/** Rows of one queue that may be out at a time. */
const ROOM = 500;

interface Parts {
  readonly outbox: OutboxRepository;
  readonly timetable: Timetable;
  readonly handlers: Handlers;
  readonly timings: JobTimings;
  readonly wakeUp: WakeUp;
  readonly queues: ReadonlyMap<QueueName, OpenQueue>;
  /** False while the queues' store is away: rows then stay where they are. */
  isReachable(): boolean;
}

/** Carries due rows from PostgreSQL to BullMQ, and sees to those that got stuck on the way. Several may run at once. */
export class Relay {
  readonly #logger = new Logger('jobs');
  #stopped = false;
  #loop: Promise<void> | undefined;
  #nextRescue = 0;
  #troubled = false;

  constructor(private readonly parts: Parts) {}

  start(): void {
    this.parts.wakeUp.open();
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.parts.wakeUp.close();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { timings, wakeUp } = this.parts;
    while (!this.#stopped) {
      try {
        while (await this.#pass() && !this.#stopped);
        if (this.#troubled) this.#logger.log('Work is handed over again');
        this.#troubled = false;
      } catch (error) {
        if (!this.#troubled) this.#logger.warn(`Work waits in PostgreSQL: it could not be handed over (${nameOf(error)})`);
        this.#troubled = true;
        // Leases could not be renewed while PostgreSQL was away: their holders get the time to do so before anyone takes over.
        this.#nextRescue = Date.now() + timings.lease / 2;
      }
      await wakeUp.sleep(timings.poll);
    }
  }

  /** True when there may be more to do at once. */
  async #pass(): Promise<boolean> {
    const { outbox, timetable, handlers, timings } = this.parts;
    await timetable.tick();
    const dealt = await outbox.dealOut((event) => handlers.listenersTo(event));
    if (!this.parts.isReachable()) throw new QueueAway();
    if (Date.now() >= this.#nextRescue) {
      this.#nextRescue = Date.now() + timings.rescue;
      const { again, dead } = await outbox.findStuck(timings.unanswered);
      for (const { id, name } of dead) this.#logger.error(`${name} ${id}: its worker vanished too often; given up`);
      await this.#handOver(again);
    }
    const claimed = await outbox.claimDue(queueNames, ROOM);
    await this.#handOver(claimed);
    return claimed.length + dealt > 0;
  }

  async #handOver(rows: readonly HandOver[]): Promise<void> {
    const left = new Set(rows.map(({ id }) => id));
    try {
      for (const [name, queue] of this.parts.queues) {
        const own = rows.filter((row) => row.queue === name);
        if (own.length > 0) await queue.add(own);
        for (const { id } of own) left.delete(id);
      }
    } finally {
      if (left.size > 0) await this.parts.outbox.giveBack([...left]);
    }
  }
}

/** The store of the queues does not answer. */
class QueueAway extends Error {
  override readonly name = 'QueueAway';
}
