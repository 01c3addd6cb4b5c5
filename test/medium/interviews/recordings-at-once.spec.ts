import { Database } from '../../../src/platform/db/index.js';
import { type Answer } from '../../support/visitor.js';
import { until } from '../../support/until.js';
import { World } from '../../support/world.js';
import { sample, Speaker, stored } from './speaker.js';

const SAID = 'I read the logs, found the one server that failed, and took it out of the pool.';
const NOTHING = { recordings: 0, chunks: 0, objects: 0 };

describe('two things that are done with a recording at the same instant', () => {
  let world: World;
  let me: Speaker;

  beforeAll(async () => {
    world = await World.create();
    me = await Speaker.in(world);
  });
  afterEach(() => world.database.query('delete from interviews.interview'));
  afterAll(() => world.destroy());

  /** Both have begun and wait for one row, the first one longer. */
  const meeting = async (row: { table: string; column: string; id: string }, ...acts: readonly (() => Promise<Answer>)[]): Promise<Answer[]> => {
    const waiting = async (): Promise<number> =>
      (await world.database.query<{ count: number }>('select count(*)::int from pg_locks join pg_stat_activity using (pid) where datname = current_database() and not granted'))[0]!.count;
    const answers: Promise<Answer>[] = [];
    await world.app.get(Database).transaction(async (tx) => {
      await tx.query(`select from ${row.table} where ${row.column} = $1 for update`, [row.id]);
      for (const act of acts) {
        answers.push(act());
        await until('it waits', async () => (await waiting()) === answers.length);
      }
    });
    return Promise.all(answers);
  };

  it('wait for each other when an interview is deleted and its recordings are allowed', async () => {
    const { id } = await me.begin();
    await me.allow(id, 'audio');
    const [deleted, allowed] = await meeting({ table: 'interviews.interview', column: 'id', id }, () => me.visitor.delete(`/api/interviews/${id}`), () => me.allow(id));
    expect([deleted?.status, allowed?.status]).toEqual([204, 404]);
    expect(await world.database.query('select 1 from consent.live_grant where scope = $1', [id])).toEqual([]);
  });

  it('wait for each other when a take is thrown away and its consent is taken back', async () => {
    const { id } = await me.begin();
    await me.allow(id);
    const takeId = await me.taken(id);
    const [thrown, takenBack] = await meeting({ table: 'interviews.take', column: 'id', id: takeId }, () => me.visitor.delete(`/api/takes/${takeId}`), () => me.takeBack(id));
    expect([thrown?.status, takenBack?.status]).toEqual([204, 204]);
    expect(await stored(world)).toEqual(NOTHING);
  });

  it('wait for each other when an interview is handed in and a consent to it is taken back', async () => {
    const { id } = await me.begin();
    await Promise.all([me.allow(id), me.allow(id, 'audio')]);
    const takeId = await me.taken(id);
    await me.chunk(takeId, 0, sample('video-vp8.webm'));
    await me.write(id, 1, SAID, { kind: 'video' });
    const [submitted, takenBack] = await meeting({ table: 'interviews.recording', column: 'take_id', id: takeId }, () => me.submit(id), () => me.takeBack(id));
    expect([submitted?.status, takenBack?.status]).toEqual([202, 204]);
    await world.settle();
    expect(await stored(world)).toEqual(NOTHING);
    // Nothing was spoken without a picture, so that nothing is left to be allowed.
    expect(await world.database.query('select 1 from consent.live_grant where scope = $1', [id])).toEqual([]);
  });
});
