import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

describe('an interview that a worker was killed over', () => {
  let world: World;
  let candidate: Visitor;

  beforeAll(async () => {
    world = await World.create();
    candidate = await world.candidate();
  });
  afterAll(() => world.destroy());

  const submitted = async (): Promise<string> => {
    const { id } = (await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 })).body as { id: string };
    await candidate.put(`/api/interviews/${id}/answers/1`, { text: 'I read the logs, found the one server that failed, took it out, and wrote a test that reproduced the race.', baseRevision: 0 });
    await candidate.post(`/api/interviews/${id}/submission`);
    return id;
  };
  const heldBy = (id: string, holder: string) => world.database.query(`update interviews.interview set lease_token = ${holder}, lease_until = clock.now() + interval '150 seconds' where id = $1`, [id]);
  const stateOf = async (id: string): Promise<string> => ((await candidate.get(`/api/interviews/${id}`)).body as { state: string }).state;

  it('is scored at once when its own job comes back', async () => {
    const id = await submitted();
    await heldBy(id, `(select o.id from jobs.outbox o where o.name = 'interviews.score' and o.payload->>'interviewId' = $1::text)`);
    await world.settle();
    expect(await stateOf(id)).toBe('scored');
  });

  it('is left alone by other jobs while one may still be at work, and found again when that time is over', async () => {
    const id = await submitted();
    await heldBy(id, 'gen_random_uuid()');
    await world.settle();
    await world.database.moveClock('100 seconds');
    await world.settle();
    expect(await stateOf(id)).toBe('submitted');
    await world.database.moveClock('60 seconds');
    await world.settle();
    expect(await stateOf(id)).toBe('scored');
  });
});
