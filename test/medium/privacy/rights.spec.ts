import { randomUUID } from 'node:crypto';
import { Unpacked } from '../../support/unpacked.js';
import { PASSWORD, World } from '../../support/world.js';

describe('the rights of a person', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  it('[MP16] [IM13] [MO17] are used by themselves, at once: they see, correct, export, object, withdraw, opt out of sale, and delete', async () => {
    const email = 'ada@example.com';
    const me = await world.candidate(email);
    const { id } = ((await me.get('/api/session')).body as { account: { id: string } }).account;
    const live = async (): Promise<string[]> =>
      ((await me.get('/api/consents')).body as { consents: { purpose: string; live: boolean }[] }).consents.filter((consent) => consent.live).map(({ purpose }) => purpose);
    const { purposes } = (await me.get('/api/purposes')).body as { purposes: { purpose: string; version: number; control: string }[] };
    const give = async (wanted: string): Promise<number> => {
      const notice = purposes.find(({ purpose }) => purpose === wanted)!;
      return (await me.post('/api/consents', { purpose: wanted, noticeVersion: notice.version, wording: notice.control, locale: 'en', eventId: randomUUID(), where: '/consents' })).status;
    };

    const { kinds } = (await me.get('/api/privacy/holdings')).body as { kinds: { id: string }[] };
    expect(kinds.map((kind) => kind.id)).toContain('account');

    expect((await me.send('PATCH', '/api/account', JSON.stringify({ name: 'Aida Example' }), { 'content-type': 'application/json' })).body).toMatchObject({ name: 'Aida Example' });

    expect([await give('marketing_email'), await give('resume_keeping')]).toEqual([200, 200]);
    expect((await me.send('DELETE', `/api/consents/resume_keeping?eventId=${randomUUID()}&where=%2Fprivacy`)).status).toBe(204);
    expect(await live()).toEqual(['marketing_email']);
    await me.put('/api/objections/marketing_email', {});
    expect(await live()).toEqual([]);

    expect((await me.put('/api/sale-opt-out', { optedOut: true })).body).toMatchObject({ sale: 'never', optedOut: true });

    await me.post('/api/data-export');
    await world.settle();
    const copy = await Unpacked.fetch(world, me);
    expect(copy.json('data/accounts/account.json')).toMatchObject({ name: 'Aida Example', email });
    expect(copy.all).toContain('marketing_email');
    expect(copy.json('data/privacy/saleChoice.json')).toEqual([expect.objectContaining({ optedOut: true })]);

    expect((await me.post('/api/account/deletion', { now: true, password: PASSWORD })).status).toBe(200);
    await world.settle();
    // The sweep of the next minute deletes the files.
    await world.database.moveClock('1 minute');
    await world.settle();
    for (const table of ['accounts.account', 'privacy.objection', 'privacy.sale_choice', 'privacy.export']) expect([table, await world.database.query(`select 1 from ${table}`)]).toEqual([table, []]);
    expect(await world.database.query('select status from storage.object where subject = $1', [id])).toEqual([]);
  });
});
