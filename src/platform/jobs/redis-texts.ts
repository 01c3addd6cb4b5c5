import { Redis } from 'ioredis';

const AT_ONCE = 500;

/** Everything our queues have in a Redis, as texts: for whoever looks whether a person is in it. */
export async function redisTexts(url: string): Promise<string[]> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  const texts: string[] = [];
  try {
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, 'MATCH', 'viva-*', 'COUNT', AT_ONCE);
      for (const key of keys) texts.push(key, ...(await textsAt(redis, key)));
      cursor = next;
    } while (cursor !== '0');
    return texts;
  } finally {
    redis.disconnect();
  }
}

async function textsAt(redis: Redis, key: string): Promise<string[]> {
  const kind = await redis.type(key);
  if (kind === 'hash') return Object.values(await redis.hgetall(key));
  if (kind === 'stream') return (await redis.xrange(key, '-', '+')).flatMap(([, fields]) => fields);
  if (kind === 'string') return [(await redis.get(key)) ?? ''];
  if (kind === 'list') return redis.lrange(key, 0, -1);
  if (kind === 'set') return redis.smembers(key);
  return kind === 'zset' ? redis.zrange(key, '0', '-1') : [];
}
