import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { hide, type ListedCandidate, listedCandidate } from '../../support/listed-candidate.js';
import { type TalentView } from '../../../src/recruiters/search/search.dto.js';
import { World } from '../../support/world.js';

type Body = Readonly<Record<string, unknown>>;

/** Nothing is swept in these tests: what is over must not be shown although its rows still stand there. */
describe('a consent whose end has come, before any job ran', () => {
  let world: World;
  let acme: Awaited<ReturnType<World['recruiter']>>;
  let shortlistId: string;
  beforeAll(async () => {
    world = await World.create();
    acme = await world.recruiter();
  });
  afterAll(() => world.destroy());

  const get = async (path: string): Promise<Body> => (await acme.visitor.get(path)).body as Body;
  const search = async (query: string): Promise<TalentView> => (await acme.visitor.get(`/api/talent?${query}`)).body as TalentView;
  const ask = (talentId: string) => acme.visitor.post('/api/contact-requests', {
    talentId, clientId: null, jobTitle: 'Search engineer', pay: { min: 5_000_000, max: 6_000_000, currency: 'EUR', per: 'year' }, message: 'Shall we talk?',
  });
  const onTheShortlist = async (): Promise<unknown[]> => ((await get(`/api/shortlists/${shortlistId}`)).entries as { person: unknown }[]).map(({ person }) => person).filter(Boolean);
  const exported = async (): Promise<string> => (await acme.visitor.post(`/api/shortlists/${shortlistId}/export`)).text;
  const sent = (id: string): Promise<Body> => get(`/api/contact-requests/${id}`);

  /** The rows stay, as they do until a sweep comes by. */
  const end = async (purpose: 'discovery' | 'discovery_contact', { accountId }: ListedCandidate): Promise<void> => {
    await world.database.query('update consent.live_grant set expires_at = clock.now() where subject_id = $1 and purpose = $2', [accountId, purpose]);
  };
  const rowsOf = async ({ accountId }: ListedCandidate): Promise<unknown> => (await world.database.query(
    `select (select count(*)::int from recruiters.talent_listing where candidate_id = $1) as listings, (select count(*)::int from recruiters.talent_contact where candidate_id = $1) as contacts`, [accountId]))[0];

  /** Somebody on a shortlist of their own who said yes to a request of the organisation, and shares with everybody what `shares` says. */
  const accepted = async (skill: string, shares: readonly string[]): Promise<{ person: ListedCandidate; requestId: string }> => {
    const person = await listedCandidate(world, { name: 'Zora Unmistakable', skills: [skill], place: 'Murano', roleTitle: skill, shares });
    shortlistId = ((await acme.visitor.post('/api/shortlists', { name: skill })).body as { id: string }).id;
    expect((await acme.visitor.post(`/api/shortlists/${shortlistId}/entries`, { talentId: person.talentId })).status).toBe(201);
    const requestId = ((await ask(person.talentId)).body as { id: string }).id;
    expect((await person.visitor.post(`/api/contact-requests/mine/${requestId}/acceptance`, { eventId: randomUUID(), noticeVersion: 1 })).status).toBe(200);
    return { person, requestId };
  };

  it('[MO03] shows nobody from that second on: no search, count, facet, suggestion, alert, profile, shortlist, export or request', async () => {
    const { person, requestId } = await accepted('Glassblowing', ['place']);
    const saved = (await acme.visitor.post('/api/saved-searches', { name: 'Glass', query: { allSkills: ['Glassblowing'] } })).body as { id: string };
    await world.database.query(`update recruiters.saved_search set looked_at = clock.now() - interval '1 day' where id = $1`, [saved.id]);
    const shown = async (): Promise<Body> => {
      const { talent, total, facets } = await search('allSkills=Glassblowing');
      const contact = await sent(requestId);
      return {
        talent: talent.length, total: total.count, facets: facets.flatMap(({ values }) => values).length > 0,
        byWords: (await search('text=glassblowing&sort=relevance')).talent.length, newest: (await search('allSkills=Glassblowing&sort=newest')).talent.length,
        suggestions: ((await get('/api/talent/suggestions?like=glassblow')).suggestions as unknown[]).length > 0,
        newlyListed: ((await get('/api/saved-searches')).items as { newlyListed: number }[])[0]?.newlyListed,
        profile: (await acme.visitor.get(`/api/talent/${person.talentId}`)).status, shortlist: (await onTheShortlist()).length, export: (await exported()).includes('Glassblowing'),
        request: [contact.state, contact.person !== null, contact.identity !== null],
      };
    };
    expect(await shown()).toEqual({
      talent: 1, total: 1, facets: true, byWords: 1, newest: 1, suggestions: true, newlyListed: 1, profile: 200, shortlist: 1, export: true, request: ['accepted', true, true],
    });
    await end('discovery', person);
    expect(await shown()).toEqual({
      talent: 0, total: 0, facets: false, byWords: 0, newest: 0, suggestions: false, newlyListed: 0, profile: 404, shortlist: 0, export: false, request: ['withdrawn', false, false],
    });
    expect((await ask(person.talentId)).status).toBe(404);
    expect(await rowsOf(person)).toEqual({ listings: 1, contacts: 1 });
  });

  it('[MO03] shows no name and no address any more once the yes to one organisation is over, although the listing lives on', async () => {
    const { person, requestId } = await accepted('Beekeeping', []);
    const shown = async (): Promise<Body> => {
      const told = { profile: await get(`/api/talent/${person.talentId}`), export: await exported(), request: await sent(requestId) };
      return Object.fromEntries(Object.entries(told).map(([where, says]) => [where, JSON.stringify(says).includes('Beekeeping') && /Zora[^]*@example/.test(JSON.stringify(says))]));
    };
    expect(await shown()).toEqual({ profile: true, export: true, request: true });
    await end('discovery_contact', person);
    expect(await shown()).toEqual({ profile: false, export: false, request: false });
    expect(JSON.stringify([await get(`/api/talent/${person.talentId}`), await exported(), await sent(requestId), await onTheShortlist()])).not.toMatch(/Zora|talent-[0-9a-f]{8}@/);
    expect(await sent(requestId)).toMatchObject({ state: 'withdrawn', identity: null });
    expect(await rowsOf(person)).toEqual({ listings: 1, contacts: 1 });
  });

  it.each(['profile', 'export'])('[MO03] waits while the %s is being written down: nobody is on their way to a recruiter after their withdrawal was acknowledged', async (what) => {
    const { person } = await accepted(`Weaving ${what}`, ['place']);
    const client = new Client({ connectionString: world.database.ownerUrl });
    await client.connect();
    const waiting = async (count: number): Promise<string> => {
      for (const end = Date.now() + 60_000; Date.now() < end;) {
        const waiters = await world.database.query('select distinct pid from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()');
        if (waiters.length >= count) return 'waits';
      }
      return 'nobody waits';
    };
    try {
      await client.query('begin');
      await client.query('select from recruiters.member where account_id = $1 for share', [acme.accountId]);
      const reading = what === 'export' ? exported() : get(`/api/talent/${person.talentId}`).then((body) => JSON.stringify(body));
      expect(await waiting(1)).toBe('waits');
      const hiding = hide(world, person.accountId).then(() => 'is acknowledged');
      expect(await Promise.race([hiding, waiting(2)])).toBe('waits');
      await client.query('commit');
      expect(await reading).toContain('Weaving');
      await hiding;
    } finally {
      await client.end();
    }
    expect(await rowsOf(person)).toEqual({ listings: 0, contacts: 0 });
  });

  it('finds and shows nobody by a score that is over, neither the whole nor a competency', async () => {
    const person = await listedCandidate(world, { skills: ['Falconry'], headline: 'Falcons', shares: ['scores'], score: '9.1', competencies: { 'system-design': 9 } });
    const plain = await listedCandidate(world, { skills: ['Falconry'], headline: 'Falcons', shares: [] });
    const found = async (query: string): Promise<string[]> => (await search(`allSkills=Falconry&${query}`)).talent.map(({ talentId }) => talentId);
    const byFloors = async (): Promise<number[]> => Promise.all(['minScore=9', 'min.system-design=8', 'min.system-design=8&sort=newest'].map(async (query) => (await found(query)).length));
    const count = async (): Promise<number> => (await search('allSkills=Falconry&min.system-design=8')).total.count;
    const scores = async (): Promise<unknown> => (await get(`/api/talent/${person.talentId}`)).scores;
    expect([await byFloors(), await count()]).toEqual([[1, 1, 1], 1]);
    expect(await scores()).not.toBeNull();
    await world.database.query('update recruiters.talent_listing set score_expires_at = clock.now() where talent_id = $1', [person.talentId]);
    expect([await byFloors(), await count()]).toEqual([[0, 0, 0], 0]);
    expect(await scores()).toBeNull();
    const byId = [person.talentId, plain.talentId].toSorted().toReversed();
    expect(await found('')).toEqual(byId);
    expect(await found('text=falcons&sort=relevance')).toEqual(byId);
  });
});
