import { until } from '../support/until.js';
import { type Visitor } from '../support/visitor.js';
import { redisIsThere, type RedisServer, startRedis } from '../medium/jobs/redis-server.js';
import { signedUp } from './newcomer.js';
import { WholeProduct } from './whole-product.js';

const PEOPLE = 2;
const INTERVIEWS_EACH = 25;
const QUESTIONS = 10;
const ALL = PEOPLE * INTERVIEWS_EACH;
const ANSWER = 'I compared the failing requests with the good ones, found the one server they shared, took it out, wrote a test for the race, and shipped the fix behind a flag. Failures fell from two percent to zero in a day.';

async function answered(visitor: Visitor): Promise<string> {
  const { id } = (await visitor.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: QUESTIONS })).body as { id: string };
  for (let position = 1; position <= QUESTIONS; position += 1) {
    expect((await visitor.put(`/api/interviews/${id}/answers/${position}`, { text: `${ANSWER} (${position})`, baseRevision: 0 })).status).toBe(200);
  }
  return id;
}

describe.each(redisIsThere() ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'])('fifty interviews on their way to be scored, with the queues in %s', (queue) => {
  let redis: RedisServer | undefined;
  let product: WholeProduct;

  const scored = async (): Promise<number | null> => (await product.ask<{ count: number }>(`select count(*)::int as count from interviews.interview where state = 'scored'`))?.count ?? null;

  beforeAll(async () => {
    if (queue === 'Redis') redis = await startRedis();
    product = await WholeProduct.start(queue === 'Redis' ? 21_400 : 21_300, redis ? { REDIS_URL: redis.url } : {});
  });
  afterAll(async () => {
    await (product as WholeProduct | undefined)?.end();
    await redis?.stop();
  });

  it('are all scored, each once, although worker, database and server are killed in turn', async () => {
    const work: { visitor: Visitor; id: string }[] = [];
    for (let person = 0; person < PEOPLE; person += 1) {
      const visitor = await signedUp(product.url, `survivor${person}@example.com`);
      for (let count = 0; count < INTERVIEWS_EACH; count += 1) work.push({ visitor, id: await answered(visitor) });
    }
    await Promise.all(work.map(async ({ visitor, id }) => expect((await visitor.post(`/api/interviews/${id}/submission`)).status).toBe(202)));
    const unscoredAtKills: number[] = [];
    for (const [part, least] of [['worker', 1], ['postgres', 8], ['web', 16]] as const) {
      const count = await until(`${least} are scored`, async () => { const now = await scored(); return now !== null && now >= least ? now : null; });
      product.kill(part);
      unscoredAtKills.push(ALL - count);
    }
    await until('all are scored', async () => (await scored()) === ALL);
    expect(unscoredAtKills.every((unscored) => unscored > 0)).toBe(true);
    const [facts] = [await product.ask<{ scores: number; events: number; dead: number }>(
      `select (select count(*)::int from interviews.answer_score) as scores,
         (select count(*)::int from jobs.outbox where name = 'interviews.scored' and subscriber is null) as events,
         (select count(*)::int from jobs.outbox where status = 'dead') as dead`)];
    expect(facts).toEqual({ scores: ALL * QUESTIONS, events: ALL, dead: 0 });
    await until('the web server is back', async () => (await fetch(`${product.url}/api/health/ready`)).ok);
    expect(await work[0]?.visitor.get(`/api/interviews/${work[0].id}/report`)).toMatchObject({ status: 200, body: { evaluator: { builtIn: true } } });
  }, 300_000);
});
