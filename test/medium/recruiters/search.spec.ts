import { Client } from 'pg';
import { type CardView, type TalentView } from '../../../src/recruiters/search/search.dto.js';
import { issued } from '../../support/certificates.js';
import { hide, type ListedCandidate, listedCandidate } from '../../support/listed-candidate.js';
import { until } from '../../support/until.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

describe('the search', () => {
  let world: World;
  let recruiter: Visitor;
  let ana: ListedCandidate;
  let bo: ListedCandidate;
  let chi: ListedCandidate;
  let dee: ListedCandidate;

  beforeAll(async () => {
    world = await World.create();
    ({ visitor: recruiter } = await world.recruiter());
    ana = await listedCandidate(world, { name: 'Ana Marchetti', skills: ['TypeScript', 'Kubernetes'], place: 'Turin', country: 'IT', languages: ['it', 'en'], score: '8.35', competencies: { 'system-design': 9, 'code-quality': 6 } });
    bo = await listedCandidate(world, { skills: ['TypeScript', 'Go'], place: 'Turin', country: 'IT', score: '9.2', shares: ['place'], headline: 'Quiet services in Go' });
    chi = await listedCandidate(world, { skills: ['Go', 'Kubernetes'], place: 'Oslo', country: 'NO', remote: 'remote', availability: 'now', score: '7.1', shares: ['scores', 'availability'], level: 'senior' });
    dee = await listedCandidate(world, { roleTitle: 'Beekeeper', skills: ['Beekeeping'], shares: [], headline: 'Looks after a hundred hives' });
  });
  afterAll(() => world.destroy());

  /** One search as somebody who has not searched before: the rate is another test's. */
  const search = async (query: string, by = recruiter): Promise<TalentView> => {
    await world.database.query('delete from http.rate_limit');
    const { status, body } = await by.get(`/api/talent?${query}`);
    expect([query, status]).toEqual([query, 200]);
    return body as TalentView;
  };
  const found = async (query: string, by = recruiter): Promise<string[]> => (await search(query, by)).talent.map(({ talentId }) => nameOf(talentId));
  const nameOf = (talentId: string): string => Object.entries({ ana, bo, chi, dee }).find(([, person]) => person.talentId === talentId)?.[0] ?? talentId;
  const valuesOf = (view: TalentView, facet: string): Record<string, number> =>
    Object.fromEntries(view.facets.find(({ id }) => id === facet)?.values.map(({ value, count }) => [value, count]) ?? []);

  it.each([
    ['everyone, the highest shared score first', '', ['ana', 'chi', 'bo', 'dee']],
    ['all of the skills', 'allSkills=typescript&allSkills=Kubernetes', ['ana']],
    ['any of the skills, by an alias', 'anySkills=k8s&anySkills=Beekeeping', ['ana', 'chi', 'dee']],
    ['a role by its title', 'role=beekeeper', ['dee']],
    ['a role by its id', 'role=software-engineer', ['ana', 'chi', 'bo']],
    ['a level', 'level=senior', ['chi']],
    ['a city', 'place=turin', ['ana', 'bo']],
    ['a country', 'place=it', ['ana', 'bo']],
    ['a language', 'language=it', ['ana']],
    ['when somebody could begin', 'availability=quarter', ['ana', 'chi']],
    ['a score floor', 'minScore=7.5', ['ana']],
    ['a floor of a competency', 'min.system-design=8.5', ['ana']],
    ['a floor of a competency that nobody reaches', 'min.code-quality=8.5', []],
    ['words', 'text=hundred hives', ['dee']],
    ['several at once', 'place=Turin&anySkills=Go&text=quiet', ['bo']],
  ])('finds by %s', async (_what, query, expected) => {
    const names = await found(query);
    expect(query === '' ? names.slice(0, 2) : names.toSorted()).toEqual(query === '' ? expected.slice(0, 2) : expected.toSorted());
    expect(names.toSorted()).toEqual(expected.toSorted());
  });

  it('[MO02] shows of each person what they share, and no name or address', async () => {
    const { talent } = await search('place=Turin');
    const card = (person: ListedCandidate): CardView | undefined => talent.find(({ talentId }) => talentId === person.talentId);
    expect(card(ana)).toMatchObject({ role: { id: 'software-engineer', title: 'Software engineer' }, level: { title: 'Mid-level' }, skills: ['TypeScript', 'Kubernetes'], languages: ['it', 'en'], scores: { overall: '8.35', evaluator: 'built-in' } });
    expect(card(ana)?.scores?.competencies[0]).toEqual({ id: 'system-design', title: 'System design', score: 9 });
    expect(card(bo)).toMatchObject({ place: 'Turin', languages: null, availability: null, scores: null });
    expect(JSON.stringify(talent)).not.toMatch(/Marchetti|@example\.com/);
    for (const { accountId } of [ana, bo]) expect(JSON.stringify(talent)).not.toContain(accountId);
  });

  it('neither finds nor places anybody by what they do not share', async () => {
    expect(await found('minScore=1')).toEqual(['ana', 'chi']);
    expect((await found('sort=score')).slice(0, 2)).toEqual(['ana', 'chi']);
    expect(await found('place=Oslo')).toEqual([]);
    expect(await found('remote=remote')).toEqual([]);
    expect(await found('text=oslo')).toEqual([]);
    const everyone = await search('');
    expect(valuesOf(everyone, 'place')).toEqual({ Turin: 2 });
    expect(valuesOf(everyone, 'availability')).toEqual({ month: 1, now: 1 });
    expect(valuesOf(everyone, 'skills')).toMatchObject({ Go: 2, Kubernetes: 2, TypeScript: 2, Beekeeping: 1 });
    expect(everyone.total).toEqual({ count: 4, isCapped: false });
  });

  it('orders by the time of listing, and by how often the words are used', async () => {
    expect(await found('sort=newest')).toEqual(['dee', 'chi', 'bo', 'ana']);
    expect((await found('sort=relevance&text=go'))[0]).toBe('bo');
  });

  it('gives page after page without leaving anybody out or showing anybody twice', async () => {
    const crowd = await Promise.all(Array.from({ length: 45 }, (_, index) =>
      listedCandidate(world, { skills: ['Falconry'], headline: `Falcons ${'falcons '.repeat(index % 4)}`, shares: ['scores'], ...(index % 3 === 0 ? {} : { score: String(5 + (index % 7) / 10) }) })));
    for (const sort of ['score', 'newest', 'relevance']) {
      const pages: string[][] = [];
      let after = '';
      do {
        const page = await search(`allSkills=falconry&text=falcons&sort=${sort}${after && `&after=${encodeURIComponent(after)}`}`);
        pages.push(page.talent.map(({ talentId }) => talentId));
        expect(page.total.count).toBe(45);
        after = page.next ?? '';
      } while (after);
      expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
      expect(new Set(pages.flat())).toEqual(new Set(crowd.map(({ talentId }) => talentId)));
    }
    for (const { accountId } of crowd) await hide(world, accountId);
  });

  it('[MO03] knows nobody any more who hid themself: no page, no count, no facet, no suggestion', async () => {
    const gone = await listedCandidate(world, { skills: ['Glassblowing'], place: 'Murano', roleTitle: 'Glassblower' });
    const suggested = async (like: string): Promise<unknown> => (await recruiter.get(`/api/talent/suggestions?like=${like}`)).body;
    expect(await suggested('glassblwoing')).toMatchObject({ suggestions: [{ kind: 'skill', value: 'Glassblowing' }, { kind: 'role', value: 'Glassblower' }] });
    expect((await search('allSkills=Glassblowing')).total.count).toBe(1);
    await hide(world, gone.accountId);
    const after = await search('');
    expect(after.talent.map(({ talentId }) => talentId)).not.toContain(gone.talentId);
    expect(after.total.count).toBe(4);
    expect(JSON.stringify(after.facets)).not.toMatch(/Glass|Murano/);
    expect(await suggested('glassblowing')).toEqual({ suggestions: [] });
    expect(await suggested('mura')).toEqual({ suggestions: [] });
  });

  it('shows nobody to an organisation they blocked, nor to an agency that hires for it', async () => {
    const shy = await listedCandidate(world, { skills: ['Falconry'], place: 'Eyrie' });
    const block = (token: string) => world.database.query('insert into recruiters.talent_block (candidate_id, token, label) values ($1, $2, $2)', [shy.accountId, token]);
    const blocked = await world.recruiter({ organisation: { domain: 'jobs.falcon-works.example.com' } });
    const agency = await world.recruiter({ organisation: { kind: 'agency', clients: [{ name: 'Falcon Works', domain: 'falcon-works.example.com' }] } });
    expect((await search('allSkills=Falconry', blocked.visitor)).total.count).toBe(1);
    await block('domain:falcon-works.example.com');
    await refresh(shy.accountId);
    for (const { visitor } of [blocked, agency]) {
      expect((await search('allSkills=Falconry', visitor)).total.count).toBe(0);
      expect((await visitor.get('/api/talent/suggestions?like=falconry')).body).toEqual({ suggestions: [] });
    }
    expect((await search('allSkills=Falconry')).total.count).toBe(1);
  });

  it('finds places and words with their accents or without', async () => {
    const zoe = await listedCandidate(world, { skills: ['Yodelling'], place: 'Zürich', country: 'CH', headline: 'Zoë sings in the Œuvre of others', roleTitle: 'Sängerin' });
    for (const query of ['place=zurich', 'place=Zürich', 'text=Zurich', 'text=zoe', 'text=ZOË', 'text=oeuvre', 'text=sangerin&sort=relevance']) expect([query, await found(query)]).toEqual([query, [zoe.talentId]]);
    await hide(world, zoe.accountId);
  });

  it('says when it ranked only the five hundred with the highest scores that still count', async () => {
    const { recruiter: other, query } = await manyListed(501);
    const before = await search('text=crowd&sort=relevance', other);
    expect(before).toMatchObject({ total: { count: 501 }, rankedOnly: 500 });
    expect((await search('text=crowd', other)).rankedOnly).toBeNull();
    const last = await query(`select talent_id as id from recruiters.talent_listing where headline = 'crowd' order by top_score, talent_id limit 1`);
    const pages = async (): Promise<string[]> => {
      const ids: string[] = [];
      for (let after: string | null = ''; after !== null;) {
        const page: TalentView = await search(`text=crowd&sort=relevance&after=${encodeURIComponent(after)}`, other);
        ids.push(...page.talent.map(({ talentId }) => talentId));
        after = page.next;
      }
      return ids;
    };
    const ranked = await pages();
    expect(ranked).toHaveLength(500);
    expect(ranked).not.toContain(last);
    // Once the best is over, it is the one that is left out, and the one with the lowest live score comes in.
    const best = await query(`update recruiters.talent_listing set score_expires_at = clock.now() where talent_id =
      (select talent_id from recruiters.talent_listing where headline = 'crowd' order by top_score desc limit 1) returning talent_id as id`);
    const now = await pages();
    expect(now).toContain(last);
    expect(now).not.toContain(best);
    await query(`delete from consent.live_grant where subject_id in (select candidate_id from recruiters.talent_listing where headline = 'crowd')`);
  });

  it('shows whom it may show when it looks, not when it was asked: nobody whose consent ended in between', async () => {
    const eve = await listedCandidate(world, { skills: ['Heraldry'] });
    expect((await search('allSkills=Heraldry')).talent).toHaveLength(1);
    await world.database.query(`update consent.live_grant set expires_at = clock.now() + interval '1 hour' where subject_id = $1`, [eve.accountId]);
    const holds = new Client(world.database.ownerUrl);
    await holds.connect();
    await holds.query('begin; lock table http.rate_limit in share row exclusive mode');
    const { rows: [me] } = await holds.query<{ pid: number }>('select pg_backend_pid() as pid');
    try {
      const asked = recruiter.get('/api/talent?allSkills=Heraldry');
      await until('it is being counted', async () => (await world.database.query('select from pg_stat_activity where $1::int = any (pg_blocking_pids(pid))', [me?.pid])).length === 1, 20_000);
      await world.database.moveClock('2 hours');
      await holds.query('rollback');
      expect((await asked).body).toMatchObject({ talent: [], total: { count: 0 } });
    } finally {
      await holds.end();
    }
    await world.database.moveClock('-2 hours');
    await hide(world, eve.accountId);
  });

  it('shows a score to the second its results end, and then nothing of it', async () => {
    await world.database.query(`update recruiters.talent_listing set score_expires_at = clock.now() + interval '1 hour' where talent_id = $1`, [chi.talentId]);
    expect(await found('minScore=7&allSkills=Go')).toEqual(['chi']);
    await world.database.query(`update recruiters.talent_listing set score_expires_at = clock.now() where talent_id = $1`, [chi.talentId]);
    expect(await found('minScore=7&allSkills=Go')).toEqual([]);
    expect((await search('allSkills=Go')).talent.every(({ scores }) => scores === null)).toBe(true);
    expect((await found('')).indexOf('ana')).toBe(0);
  });

  it('finds by a certificate that is valid at this moment, and shows what for and until when', async () => {
    const holder = await listedCandidate(world, { shares: ['certificate', 'name'], headline: 'Certified and shared' });
    const quiet = await listedCandidate(world, { shares: [], headline: 'Certified and quiet' });
    const { slug, certificateId } = await issued(world, holder.accountId, { score: '7.51' });
    await issued(world, quiet.accountId);
    for (const { accountId } of [holder, quiet]) await refresh(accountId);
    const view = await search('certificate=valid');
    expect(view.talent).toMatchObject([{ talentId: holder.talentId, certificate: { role: 'Software engineer', score: '7.51', path: `/c/${slug}` } }]);
    expect(valuesOf(await search('text=certified'), 'certificate')).toEqual({ valid: 1 });
    await world.database.query(`update recruiters.talent_listing set certificate_expires_at = clock.now() where candidate_id = $1`, [holder.accountId]);
    expect((await search('certificate=valid')).talent).toEqual([]);
    expect((await search('text=shared')).talent).toMatchObject([{ certificate: null }]);
    await refresh(holder.accountId);
    await world.database.query('update certificates.certificate set suspended_at = clock.now() where id = $1', [certificateId]);
    await refresh(holder.accountId);
    expect((await search('certificate=valid')).talent).toEqual([]);
  });

  it('is open to approved organisations only, and 60 times a minute', async () => {
    const waiting = await world.recruiter({ approved: false });
    expect((await waiting.visitor.get('/api/talent')).body).toMatchObject({ code: 'recruiters.not_approved' });
    expect((await ana.visitor.get('/api/talent')).status).toBe(403);
    const eager = await world.recruiter();
    const statuses: number[] = [];
    for (let count = 0; count < 61; count += 1) statuses.push((await eager.visitor.get('/api/talent?role=nobody')).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
  });

  it('refuses a question it does not understand, and survives any cursor', async () => {
    for (const query of ['minScore=eleven', 'min.system-design=11', 'level=king', 'colour=red']) expect([query, (await recruiter.get(`/api/talent?${query}`)).status]).toEqual([query, 422]);
    for (const after of ['x', 's9_x', "s1';drop_00000000-0000-4000-8000-000000000000", 'n99999999999999999999_00000000-0000-4000-8000-000000000000', 's1e-9_00000000-0000-4000-8000-000000000000']) await search(`after=${encodeURIComponent(after)}`);
  });

  /** So many with rising scores and the headline `crowd`, written by the owner of the database. */
  const manyListed = async (count: number): Promise<{ recruiter: Visitor; query: (sql: string) => Promise<string | undefined> }> => {
    await world.database.query(
      `with person as materialized (select n, gen_random_uuid() as id, gen_random_uuid() as ref, gen_random_uuid() as record, gen_random_uuid() as interview from generate_series(1, ${count}) n),
        users as (insert into auth."user" (id, name, email, "emailVerified") select id, 'One of many', 'crowd' || n || '@example.com', true from person),
        accounts as (insert into accounts.account (id, roles, declared_age_reached) select id, '{candidate}', 18 from person),
        subjects as (insert into consent.subject (account_id, ref) select id, ref from person),
        records as (insert into consent.record (id, subject_ref, version, event_id, purpose, fields, status, notice_version, notice_hash, locale, wording, how, place, actor, legal_basis, jurisdiction, at, previous_hash, hash)
          select record, ref, 1, gen_random_uuid(), 'discovery', '{headline,scores,skills}', 'given', 1, '', 'en', '', 'switch', '', 'subject', '', '', now(), '', '' from person),
        grants as (insert into consent.live_grant (subject_id, purpose, fields, notice_version, record_id, given_at) select id, 'discovery', '{headline,scores,skills}', 1, record, now() from person),
        interviews as (insert into interviews.interview (id, candidate_id, role_id, role_title, level_id, mode, state, started_at, submitted_at, scored_at, expires_at, evaluator, evaluator_version, rubric, overall)
          select interview, id, 'software-engineer', 'Software engineer', 'mid', 'live', 'scored', now(), now(), now(), now() + interval '80 days', 'built-in', '1', 'vv-1', '7/1' from person)
       insert into recruiters.talent_listing (candidate_id, fields, grant_expires_at, alias, headline, interview_id, top_score, competency_scores, evaluator, score_expires_at)
         select id, '{headline,scores,skills}', 'infinity', 'Somebody', 'crowd', interview, n::numeric / 100, '{}', 'built-in', now() + interval '80 days' from person`);
    const { visitor } = await world.recruiter();
    return { recruiter: visitor, query: async (sql) => (await world.database.query<{ id: string }>(sql))[0]?.id };
  };

  const refresh = async (accountId: string): Promise<void> => {
    const { ListingDesk } = await import('../../../src/recruiters/talent/listing-desk.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    await world.app.get(Database).transaction((tx) => world.app.get(ListingDesk).refresh(tx, accountId));
  };
});
