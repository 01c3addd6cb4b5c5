import { type ConnectionOptions, createRedisBackend, type RedisQueueBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { type JobTimings } from './job-timings.js';
import { type Access, openQueue, openWorker, type QueueBackend } from './queue-backend.js';

/** BullMQ on Redis. `installation` keeps two installations on one Redis apart. */
export function openRedisBackend(url: string, installation: string, timings: JobTimings, onError: (error: Error) => void): QueueBackend {
  const retryStrategy = (times: number): number => Math.min(100 * 2 ** times, 2_000);
  // Without its offline queue an add fails at once while Redis is away, instead of hanging.
  const writing = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 5_000, retryStrategy });
  const working = new Redis(url, { maxRetriesPerRequest: null, retryStrategy });
  for (const connection of [writing, working]) connection.on('error', onError);
  const accessBy = (connection: Redis): Access<RedisQueueBackend, ConnectionOptions> =>
    ({ factory: createRedisBackend, prefix: `viva-${installation}`, connection: () => connection, onError });
  return {
    kind: 'redis',
    isReachable: () => writing.status === 'ready',
    openQueue: (name) => openQueue(accessBy(writing), name),
    openWorker: (name, concurrency, run) => openWorker(accessBy(working), name, concurrency, timings, run),
    close: async () => {
      writing.disconnect();
      working.disconnect();
    },
  };
}
