import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { framesOf, nameOf, RunEnded, secondsToWait } from './faults.js';
import { Handlers } from './handlers.js';
import { JobTimings } from './job-timings.js';
import { OutboxRepository, type TakenRow } from './outbox.repository.js';

/** Runs the handler of one row at a time under a lease, and writes down how it ended. */
@Injectable()
export class JobRunner {
  readonly #logger = new Logger('jobs');
  readonly #running = new Map<string, { id: string; stop: AbortController }>();
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly handlers: Handlers,
    private readonly timings: JobTimings,
  ) {}

  /** Does the work of a row, unless it is done, put off, or held by another worker. Never throws for the handler's sake. */
  async run(id: string): Promise<void> {
    const lease = randomUUID();
    const row = await this.#persist(() => this.outbox.take(id, lease, this.timings.lease));
    if (!row) return;
    const stop = new AbortController();
    this.#hold(lease, id, stop);
    try {
      await this.#handle(row, stop);
      await this.#persist(() => this.outbox.finish(id, lease));
    } catch (error) {
      await this.#persist(() => this.#recordFailure(row, lease, error));
    } finally {
      this.#letGo(lease);
    }
  }

  /** Tells every running handler to stop; their rows go back unfinished, for another worker. */
  stopAll(): void {
    for (const { stop } of this.#running.values()) stop.abort(new RunEnded('jobs.stopped'));
  }

  /** The handler is waited for until it ends or its signal is aborted, whichever comes first. */
  async #handle(row: TakenRow, stop: AbortController): Promise<void> {
    const handler = this.handlers.find(row.name, row.subscriber);
    if (!handler) throw new RunEnded('jobs.no_handler');
    const payload = handler.payload.safeParse(row.payload);
    if (!payload.success) throw new RunEnded('jobs.payload_unfit');
    const timer = setTimeout(() => stop.abort(new RunEnded('jobs.timed_out')), handler.timeoutMs);
    const stopped = new Promise<never>((_resolve, reject) => {
      stop.signal.addEventListener('abort', () => reject(stop.signal.reason as RunEnded), { once: true });
    });
    try {
      await Promise.race([handler.run(payload.data, { jobId: row.id, attempt: row.attempts + 1, writtenAt: row.writtenAt, signal: stop.signal }), stopped]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #recordFailure(row: TakenRow, lease: string, error: unknown): Promise<void> {
    const fault = nameOf(error);
    if (fault === 'jobs.lease_lost') return;
    if (fault === 'jobs.stopped') {
      await this.outbox.release(row.id, lease);
      return;
    }
    const attempts = this.handlers.find(row.name, row.subscriber)?.attempts ?? 5;
    const attempt = row.attempts + 1;
    const over = attempt >= attempts || fault === 'jobs.payload_unfit';
    const wait = over ? null : (secondsToWait(error) ?? 0) * 1000 || this.#pauseAfter(attempt);
    await this.outbox.fail(row.id, lease, fault, wait);
    const said = `${row.name} ${row.id}: attempt ${attempt} of ${attempts} failed with ${fault}`;
    if (wait === null) this.#logger.error(`${said}; given up`, framesOf(error));
    else this.#logger.warn(`${said}; again in ${Math.round(wait / 1000)} s`);
  }

  #pauseAfter(attempt: number): number {
    return Math.min(this.timings.firstPause * 4 ** (attempt - 1), this.timings.longestPause);
  }

  // PostgreSQL may be away just when the work ends; its return within 30 s must not make the work run again.
  async #persist<T>(write: () => Promise<T>): Promise<T> {
    for (let left = 60; ; left -= 1) {
      try {
        return await write();
      } catch (error) {
        if (left === 0) throw error;
        await pause(500);
      }
    }
  }

  #hold(lease: string, id: string, stop: AbortController): void {
    this.#running.set(lease, { id, stop });
    this.#heartbeat ??= setInterval(() => void this.#renew(), this.timings.lease / 3);
  }

  #letGo(lease: string): void {
    this.#running.delete(lease);
    if (this.#running.size > 0) return;
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
  }

  async #renew(): Promise<void> {
    const held = [...this.#running].map(([lease, { id }]) => ({ id, lease }));
    try {
      const valid = await this.outbox.renew(held, this.timings.lease);
      for (const { lease } of held) if (!valid.has(lease)) this.#running.get(lease)?.stop.abort(new RunEnded('jobs.lease_lost'));
    } catch (error) {
      // The next beat tries again; a lease that ran out meanwhile is taken back unless somebody else has it.
      this.#logger.debug(`Leases could not be renewed (${nameOf(error)})`);
    }
  }
}
