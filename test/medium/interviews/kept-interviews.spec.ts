import { type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

const DAY_MS = 86_400_000;

describe('an interview that its owner keeps', () => {
  let world: World;
  let candidate: Visitor;

  beforeEach(async () => {
    world = await World.create();
    candidate = await world.candidate();
  });
  afterEach(() => world.destroy());

  const begun = async (): Promise<string> => {
    const { id } = (await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 })).body as { id: string };
    await candidate.put(`/api/interviews/${id}/answers/1`, { text: 'I read the logs and found the one server that failed.', baseRevision: 0 });
    return id;
  };
  const submitted = async (): Promise<string> => {
    const id = await begun();
    await candidate.post(`/api/interviews/${id}/submission`);
    await world.settle();
    return id;
  };
  /** Sign-ins end with time, too. */
  const later = async (interval: string): Promise<void> => {
    await world.database.moveClock(interval);
    await candidate.post('/api/session', { email: 'candidate1@example.com', password: PASSWORD });
  };
  const pin = (id: string, who = candidate) => who.put(`/api/interviews/${id}/pin`, {});
  const status = async (id: string): Promise<number> => (await candidate.get(`/api/interviews/${id}/report`)).status;
  const endOf = async (id: string) => (await world.database.query<{ end: Date | null; submitted: Date; now: Date }>('select expires_at as end, submitted_at as submitted, clock.now() as now from interviews.interview where id = $1', [id]))[0];

  it('stays beyond the 90 days, while one that nobody kept is gone', async () => {
    const [kept, other] = [await submitted(), await submitted()];
    expect((await pin(kept)).body).toMatchObject({ id: kept, expiresAt: null, kept: true });
    expect((await pin(kept)).status).toBe(200);
    await later('91 days');
    expect([await status(kept), await status(other)]).toEqual([200, 404]);
    expect((await candidate.get('/api/interviews')).body).toMatchObject({ items: [{ id: kept, expiresAt: null }] });
    await world.settle();
    expect(await world.database.query('select id from interviews.interview')).toEqual([{ id: kept }]);
  });

  it('has no end by its owner’s wish alone: what an earlier policy kept until it is deleted gets one, in a week at the earliest', async () => {
    const [kept, endless] = [await submitted(), await submitted()];
    await pin(kept);
    await world.database.query(`update interviews.interview set expires_at = null, submitted_at = submitted_at - interval '88 days' where id = $1`, [endless]);
    await later('2 minutes');
    await world.settle();
    expect((await endOf(kept))?.end).toBeNull();
    const given = await endOf(endless);
    expect(Math.abs((given?.end?.getTime() ?? 0) - (given?.now.getTime() ?? 0) - 7 * DAY_MS)).toBeLessThan(DAY_MS / 24);
  });

  it('ends 90 days after it was submitted when it is let go, in a week at the earliest', async () => {
    const id = await submitted();
    await pin(id);
    expect((await candidate.delete(`/api/interviews/${id}/pin`)).status).toBe(200);
    const soon = await endOf(id);
    expect((soon?.end?.getTime() ?? 0) - (soon?.submitted.getTime() ?? 0)).toBe(90 * DAY_MS);
    await pin(id);
    await later('88 days');
    await candidate.delete(`/api/interviews/${id}/pin`);
    const late = await endOf(id);
    expect(Math.abs((late?.end?.getTime() ?? 0) - (late?.now.getTime() ?? 0) - 7 * DAY_MS)).toBeLessThan(DAY_MS / 24);
    await candidate.delete(`/api/interviews/${id}/pin`);
    expect((await endOf(id))?.end).toEqual(late?.end);
    await later('8 days');
    expect(await status(id)).toBe(404);
  });

  it('is deleted at once when its owner says so, with everything that hangs from it', async () => {
    const id = await submitted();
    await pin(id);
    expect((await candidate.delete(`/api/interviews/${id}`)).status).toBe(204);
    for (const table of ['interview', 'question', 'answer', 'answer_score']) expect(await world.database.query(`select 1 from interviews.${table}`)).toEqual([]);
  });

  it('must be submitted, its owner’s and not over', async () => {
    const id = await begun();
    expect((await pin(id)).body).toMatchObject({ status: 409, code: 'interviews.not_keepable' });
    const stranger = await world.candidate();
    const foreign = [await pin(id, stranger), await pin('00000000-0000-7000-8000-000000000000', stranger), await stranger.delete(`/api/interviews/${id}/pin`)];
    expect(foreign.map(({ status: code }) => code)).toEqual([404, 404, 404]);
    expect(new Set(foreign.map(({ text }) => text)).size).toBe(1);
    const over = await submitted();
    await later('91 days');
    expect((await pin(over)).status).toBe(404);
  });
});

describe('a policy that lets nobody keep interviews', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.create();
    const { Policy } = await import('../../../src/platform/policy/index.js');
    world.app.get(Policy).values.pins.interviewResults = false;
  });
  afterAll(() => world.destroy());

  it('refuses, says so beforehand, and gives those kept under an earlier policy an end again', async () => {
    const candidate = await world.candidate();
    expect((await candidate.get('/api/policy')).body).toMatchObject({ pins: { interviewResults: false } });
    const { id } = (await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 })).body as { id: string };
    await candidate.put(`/api/interviews/${id}/answers/1`, { text: 'I read the logs.', baseRevision: 0 });
    await candidate.post(`/api/interviews/${id}/submission`);
    await world.settle();
    expect((await candidate.put(`/api/interviews/${id}/pin`, {})).body).toMatchObject({ status: 403, code: 'interviews.keeping_not_offered' });
    await world.database.query('update interviews.interview set expires_at = null');
    await world.database.moveClock('2 minutes');
    await world.settle();
    const [row] = await world.database.query<{ days: number }>(`select extract(epoch from expires_at - submitted_at) / 86400 as days from interviews.interview`);
    expect(Number(row?.days)).toBe(90);
  });
});
