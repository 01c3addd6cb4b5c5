import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../support/world.js';

const BINARY = '/usr/bin/redis-server';

/** A Redis for one spec, in memory only. */
export interface RedisServer {
  readonly url: string;
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** Says in one line what is left out when there is no Redis on this machine; under REQUIRE_ALL that is a failure. */
export function redisIsThere(): boolean {
  if (existsSync(BINARY)) return true;
  if (process.env['REQUIRE_ALL']) throw new Error(`${BINARY} is missing: apt-get install redis-server`);
  process.stdout.write('Left out: jobs on Redis (apt-get install redis-server)\n');
  return false;
}

export async function startRedis(port?: number): Promise<RedisServer> {
  const at = port ?? (await freePort());
  const server = spawn(BINARY, ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${at}`;
  const client = new Redis(url, { retryStrategy: () => 100 });
  client.on('error', () => undefined);
  for (let tries = 0; client.status !== 'ready'; tries += 1) {
    if (tries > 600) throw new Error('Redis did not start');
    await pause(50);
  }
  return {
    url,
    flush: async () => {
      await client.flushall();
    },
    stop: async () => {
      client.disconnect();
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await gone;
    },
  };
}
