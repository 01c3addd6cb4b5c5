import { setTimeout as pause } from 'node:timers/promises';
import { type BackendFactory, PostgresConnection, type PostgresConnectionOptions, PostgresQueueBackend } from 'bullmq';
import { Pool } from 'pg';
import { type QueueName, queueNames } from './definitions.js';
import { type JobTimings } from './job-timings.js';
import { type Access, openQueue, openWorker, type QueueBackend } from './queue-backend.js';

/** BullMQ's PostgreSQL store, steadied: unchanged it asks a database that is away in a tight loop, and can then sleep for an hour. */
class SteadyBackend extends PostgresQueueBackend {
  override get maximumBlockTimeout(): number {
    return 5;
  }

  override async moveToActive(token: string, name?: string): Promise<unknown[]> {
    try {
      const taken: unknown[] = await super.moveToActive(token, name);
      return taken;
    } catch (error) {
      await pause(500);
      throw error;
    }
  }
}

const factory: BackendFactory<SteadyBackend, PostgresConnectionOptions> = (name, options, { withBlockingConnection } = {}) =>
  new SteadyBackend(new PostgresConnection(options.connection), name, options, true, withBlockingConnection ? name : undefined);

/** All queues and workers of a process share one pool; each worker keeps one of its connections to listen on. */
export function openPostgresBackend(url: string, timings: JobTimings, onError: (error: Error) => void): QueueBackend {
  const pool = new Pool({
    connectionString: url,
    max: queueNames.length + 6,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    application_name: 'viva-voce queues',
    options: '-c search_path=bullmq',
  });
  // Each queue and worker adds a listener of its own.
  pool.setMaxListeners(4 * queueNames.length);
  const access: Access<SteadyBackend, PostgresConnectionOptions> = { factory, prefix: 'viva', connection: () => pool as PostgresConnectionOptions, onError };
  return {
    kind: 'postgres',
    isReachable: () => true,
    openQueue: (name: QueueName) => openQueue(access, name),
    openWorker: (name, concurrency, run) => openWorker(access, name, concurrency, timings, run),
    close: () => pool.end(),
  };
}
