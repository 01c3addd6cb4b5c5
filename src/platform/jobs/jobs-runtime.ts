import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/index.js';
import { type QueueName, queueNames } from './definitions.js';
import { nameOf } from './faults.js';
import { Handlers } from './handlers.js';
import { JobRunner } from './job-runner.js';
import { JobTimings } from './job-timings.js';
import { OutboxRepository, type QueueDepth } from './outbox.repository.js';
import { openPostgresBackend } from './postgres-backend.js';
import { type OpenQueue, type OpenWorker, type QueueBackend } from './queue-backend.js';
import { openRedisBackend } from './redis-backend.js';
import { Relay } from './relay.js';
import { Timetable } from './timetable.js';
import { WakeUp } from './wake-up.js';

/** Jobs of one process at a time. AI and mail mostly wait for others; media keeps the processors busy. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = { default: 5, ai: 8, media: availableParallelism(), mail: 4, sweeps: 2 };

interface Running {
  readonly backend: QueueBackend;
  readonly relay: Relay;
  readonly queues: ReadonlyMap<QueueName, OpenQueue>;
  readonly workers: readonly OpenWorker[];
}

/** The part of the machinery that runs in workers: relay, timetable and the workers of all queues. */
@Injectable()
export class JobsRuntime implements BeforeApplicationShutdown {
  readonly #logger = new Logger('jobs');
  #running: Running | undefined;
  #lastError = '';

  constructor(
    private readonly config: Config,
    private readonly outbox: OutboxRepository,
    private readonly handlers: Handlers,
    private readonly runner: JobRunner,
    private readonly timetable: Timetable,
    private readonly timings: JobTimings,
  ) {}

  /** Throws unless every job has exactly one handler; says which has none or several. `start` asks it first. */
  checkHandlers(): void {
    this.handlers.check();
  }

  /** Begins to work, once the whole application is made. Does nothing when it works already. */
  async start(): Promise<void> {
    if (this.#running) return;
    this.checkHandlers();
    const backend = this.#openBackend();
    const queues = new Map(queueNames.map((name) => [name, backend.openQueue(name)]));
    if (backend.kind === 'postgres') await this.#mustBePrepared(backend, queues);
    await this.timetable.enter();
    const workers = queueNames.map((name) => backend.openWorker(name, CONCURRENCY[name], (id) => this.runner.run(id)));
    const relay = new Relay({
      outbox: this.outbox, timetable: this.timetable, handlers: this.handlers, timings: this.timings, queues,
      wakeUp: new WakeUp(this.config.settings.DATABASE_URL),
      isReachable: () => backend.isReachable(),
    });
    this.#running = { backend, relay, queues, workers };
    relay.start();
  }

  /** Takes no more work and waits up to 18 s for what is running; what is not done by then goes back unharmed. */
  async stop(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    this.#running = undefined;
    await running.relay.stop();
    const closed = Promise.all(running.workers.map((worker) => worker.close()));
    await Promise.race([closed, pause(this.timings.drain, undefined, { ref: false })]);
    this.runner.stopAll();
    await Promise.race([closed, pause(2_000, undefined, { ref: false })]);
    await Promise.all([...running.queues.values()].map((queue) => queue.close().catch((error: unknown) => this.#onError(error))));
    await running.backend.close();
  }

  /**
   * Does everything that is due, in this process and without a queue, until nothing is; returns how many runs that took.
   * For tests and for `drain` by hand: a failed job is put off or dead afterwards, as it would be in a worker.
   */
  async runDue(): Promise<number> {
    await this.timetable.enter();
    for (let runs = 0; ;) {
      await this.timetable.tick();
      const dealt = await this.outbox.dealOut((event) => this.handlers.listenersTo(event));
      const due = await this.outbox.claimDue(queueNames, 100);
      if (dealt + due.length === 0) return runs;
      for (const { id } of due) await this.runner.run(id);
      runs += due.length;
    }
  }

  /** What lies in each queue, for metrics and health; false `running` in a process that only serves the web. */
  async describe(): Promise<{ running: boolean; backend: 'redis' | 'postgres'; queues: readonly QueueDepth[] }> {
    const backend = this.config.settings.REDIS_URL === undefined ? 'postgres' : 'redis';
    return { running: this.#running !== undefined, backend, queues: await this.outbox.depths(queueNames) };
  }

  /** Before the database's own shutdown, which would cut the running jobs off. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** A queue store in PostgreSQL that was not prepared must stop the boot, and nothing of it is left open; Redis may come later. */
  async #mustBePrepared(backend: QueueBackend, queues: ReadonlyMap<QueueName, OpenQueue>): Promise<void> {
    const looks = await Promise.allSettled([...queues.values()].map((queue) => queue.ready()));
    const refused = looks.find(({ status }) => status === 'rejected');
    if (refused?.status !== 'rejected') return;
    await backend.close();
    throw refused.reason;
  }

  #openBackend(): QueueBackend {
    const { REDIS_URL, DATABASE_URL } = this.config.settings;
    const onError = (error: unknown): void => this.#onError(error);
    if (REDIS_URL === undefined) return openPostgresBackend(DATABASE_URL, this.timings, onError);
    return openRedisBackend(REDIS_URL, new URL(DATABASE_URL).pathname.slice(1), this.timings, onError);
  }

  // A store that is away says so many times a second, for each connection; once a minute is enough.
  #onError(error: unknown): void {
    const said = `The queues cannot work as they should (${nameOf(error)}); nothing is lost`;
    if (said === this.#lastError) return;
    this.#lastError = said;
    setTimeout(() => { this.#lastError = ''; }, 60_000).unref();
    this.#logger.warn(said);
  }
}
