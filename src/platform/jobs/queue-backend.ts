import { type BackendFactory, type IQueueBackend, Queue, Worker, type WorkerOptions } from 'bullmq';
import { type QueueName } from './definitions.js';
import { type JobTimings } from './job-timings.js';
import { type HandOver } from './outbox.repository.js';

/** One of our queues on BullMQ, whichever store it lies in. */
export interface OpenQueue {
  /** Throws when the store does not take them. */
  add(rows: readonly HandOver[]): Promise<void>;
  ready(): Promise<unknown>;
  close(): Promise<void>;
}

/** A worker of one queue. `close` waits for the jobs that are running; `closeNow` does not. */
export interface OpenWorker {
  close(): Promise<void>;
  closeNow(): Promise<void>;
}

/** BullMQ on one of its two stores. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  /** False while the store is known to be away, so that nobody waits for it. */
  isReachable(): boolean;
  openQueue(name: QueueName): OpenQueue;
  openWorker(name: QueueName, concurrency: number, run: (rowId: string) => Promise<void>): OpenWorker;
  /** Closes the connections, after the queues and workers. */
  close(): Promise<void>;
}

/** How one store is reached: a factory of BullMQ's, with the connections for writing and for working. */
export interface Access<B extends IQueueBackend, C> {
  readonly factory: BackendFactory<B, C>;
  readonly prefix: string;
  connection(): C;
  onError(error: Error): void;
}

export function openQueue<B extends IQueueBackend, C>(access: Access<B, C>, name: QueueName): OpenQueue {
  const queue = new Queue<{ id: string }, void, string, { id: string }, void, string, B, C>(
    name,
    { connection: access.connection(), prefix: access.prefix, streams: { events: { maxLen: 100 } } },
    access.factory,
  );
  queue.on('error', (error) => access.onError(error));
  return {
    add: async (rows) => {
      await queue.addBulk(rows.map(({ id, attempts, losses }) => ({
        name: 'row',
        data: { id },
        // A row handed over twice between two runs is one job of BullMQ's; attempts are counted in our row only.
        opts: { jobId: `${id}-${attempts}-${losses}`, attempts: 1, removeOnComplete: true, removeOnFail: true },
      })));
    },
    ready: () => queue.waitUntilReady(),
    close: () => queue.close(),
  };
}

export function openWorker<B extends IQueueBackend, C>(
  access: Access<B, C>, name: QueueName, concurrency: number, timings: JobTimings, run: (rowId: string) => Promise<void>,
): OpenWorker {
  const options: WorkerOptions<C> = {
    connection: access.connection(),
    prefix: access.prefix,
    concurrency,
    lockDuration: timings.lock,
    stalledInterval: timings.stalled,
    maxStalledCount: 10,
    // The default of 15 s would keep a worker idle long after its store is back.
    runRetryDelay: 1_000,
  };
  const worker = new Worker<{ id: string }, void, string, B, number, C>(name, (job) => run(job.data.id), options, access.factory);
  worker.on('error', (error) => access.onError(error));
  return { close: () => worker.close(), closeNow: () => worker.close(true) };
}
