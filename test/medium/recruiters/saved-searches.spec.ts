import { randomUUID } from 'node:crypto';
import { recruitersHolder } from '../../../src/recruiters/recruiters.personal-data.js';
import { Database } from '../../../src/platform/db/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { type SavedSearchListView, type SavedSearchView } from '../../../src/recruiters/saved-searches/saved-searches.dto.js';
import { hide, listedCandidate } from '../../support/listed-candidate.js';
import { mailsTo } from '../../support/mails.js';
import { signedIn } from '../../support/people.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

let world: World;
beforeAll(async () => { world = await World.create(); });
afterAll(() => world.destroy());

const saved = async (by: Visitor, body: object): Promise<SavedSearchView> => {
  const answer = await by.post('/api/saved-searches', body);
  expect([answer.status, answer.text]).toEqual([201, expect.anything()]);
  return answer.body as SavedSearchView;
};
const mine = async (by: Visitor): Promise<SavedSearchView[]> => ((await by.get('/api/saved-searches')).body as SavedSearchListView).items;
/** A morning later. */
const nextDay = async (): Promise<void> => {
  await world.database.moveClock('1 day');
  await world.settle();
};

describe('a saved search', () => {
  it('keeps its name and the whole question, says how many are newly listed, and can be changed and deleted', async () => {
    const { visitor } = await world.recruiter();
    await listedCandidate(world, { skills: ['Haskell'] });
    const query = { allSkills: ['Haskell'], level: 'mid', minScore: 7.5, 'min.system-design': 6, sort: 'newest' };
    const strict = await saved(visitor, { name: ' Haskell, scored ', query });
    expect(strict).toMatchObject({ name: 'Haskell, scored', query, alerts: false, newlyListed: 0 });
    const wide = await saved(visitor, { name: 'Haskell', query: { allSkills: ['Haskell'] }, alerts: true });
    await listedCandidate(world, { skills: ['Haskell'], shares: [] });
    expect((await mine(visitor)).map(({ name, newlyListed }) => [name, newlyListed])).toEqual([['Haskell', 1], ['Haskell, scored', 0]]);
    expect((await visitor.post(`/api/saved-searches/${wide.id}/look`)).body).toMatchObject({ newlyListed: 0 });
    expect((await visitor.send('PATCH', `/api/saved-searches/${wide.id}`, JSON.stringify({ name: 'Functional', alerts: false }), { 'content-type': 'application/json' })).body)
      .toMatchObject({ name: 'Functional', alerts: false, query: { allSkills: ['Haskell'] } });
    expect((await visitor.delete(`/api/saved-searches/${strict.id}`)).status).toBe(204);
    expect((await mine(visitor)).map(({ id }) => id)).toEqual([wide.id]);
  });

  it('is nobody else’s, not even a colleague’s: foreign, absent and malformed ids get the same answer', async () => {
    const owner = await world.recruiter();
    const colleague = await world.recruiter({ organisationId: owner.organisationId });
    const { id } = await saved(owner.visitor, { name: 'Mine', query: {} });
    const answers = await Promise.all([id, randomUUID(), 'x'].flatMap((one) => [
      colleague.visitor.delete(`/api/saved-searches/${one}`), colleague.visitor.post(`/api/saved-searches/${one}/look`),
      colleague.visitor.send('PATCH', `/api/saved-searches/${one}`, '{"name":"Theirs"}', { 'content-type': 'application/json' }),
    ]));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(await mine(colleague.visitor)).toEqual([]);
    expect((await mine(owner.visitor)).map(({ name }) => name)).toEqual(['Mine']);
  });

  it('is refused without a name, with a question that nobody can ask, beyond thirty, and to those who may not search', async () => {
    const { visitor } = await world.recruiter();
    const refused = await Promise.all([{ name: ' ', query: {} }, { name: 'x', query: { postcode: '10115' } }, { name: 'x', query: { minScore: 'high' } }, { name: 'x' }].map((body) => visitor.post('/api/saved-searches', body)));
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    const floors = (names: readonly string[]) => visitor.post('/api/saved-searches', { name: 'x', query: Object.fromEntries(names.map((name) => [`min.${name}`, 5])) });
    expect((await floors(Array.from({ length: 5_000 }, (_, index) => `a${'b'.repeat(index % 50)}${'c'.repeat(Math.floor(index / 50) % 10)}`))).status).toBe(422);
    expect(await floors(['juggling'])).toMatchObject({ status: 422, body: { code: 'recruiters.unknown_competency' } });
    expect((await visitor.send('POST', '/api/saved-searches', '{"name":"x","query":{"text":"\\ud800"}}', { 'content-type': 'application/json' })).status).toBe(422);
    for (let number = 1; number <= 29; number += 1) await saved(visitor, { name: `Search ${number}`, query: {} });
    const last = await Promise.all([1, 2, 3].map(() => visitor.post('/api/saved-searches', { name: 'One more', query: {} })));
    expect(last.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const pending = await world.recruiter({ approved: false });
    expect(await pending.visitor.get('/api/saved-searches')).toMatchObject({ status: 403, body: { code: 'recruiters.not_approved' } });
  });

  it('counts against a limit of its own, each search in the list for itself', async () => {
    const { visitor } = await world.recruiter();
    for (const name of ['One', 'Two', 'Three']) await saved(visitor, { name, query: {} });
    const { rates } = world.app.get(Policy).values.limits;
    const before = rates.searchesPerMinute;
    rates.searchesPerMinute = 1;
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await visitor.get('/api/saved-searches')).status);
    rates.searchesPerMinute = before;
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('goes with the place in the organisation, and is in the export of whoever saved it', async () => {
    const { visitor, accountId } = await world.recruiter();
    await saved(visitor, { name: 'Only for now', query: { text: 'quiet' } });
    const { alone } = world.app.get(Database);
    expect(await recruitersHolder.export(alone, accountId)).toMatchObject({ savedSearches: [{ name: 'Only for now', query: { text: 'quiet' } }] });
    await world.database.query('delete from recruiters.member where account_id = $1', [accountId]);
    expect(await world.database.query('select 1 from recruiters.saved_search where account_id = $1', [accountId])).toEqual([]);
  });
});

describe('the alert of a saved search', () => {
  it('tells of newly listed people once, at most daily, in the inbox and in one mail without names; nothing of those who withdrew or blocked the organisation', async () => {
    const { visitor, accountId, email, organisationId } = await world.recruiter();
    await listedCandidate(world, { skills: ['Erlang'], headline: 'Here before' });
    await saved(visitor, { name: 'Erlang people', query: { allSkills: ['Erlang'] }, alerts: true });
    await saved(visitor, { name: 'Erlang, any level', query: { anySkills: ['Erlang'] }, alerts: true });
    await saved(visitor, { name: 'Without alerts', query: { anySkills: ['Erlang'] } });
    await listedCandidate(world, { name: 'Ana Marchetti', skills: ['Erlang'], headline: 'Newly here' });
    await hide(world, (await listedCandidate(world, { skills: ['Erlang'] })).accountId);
    const blocking = await listedCandidate(world, { skills: ['Erlang'] });
    await world.database.query('update recruiters.talent_listing set blocked = array[$2] where candidate_id = $1', [blocking.accountId, `org:${organisationId}`]);
    expect((await visitor.get('/api/notes')).body).toMatchObject({ unread: 0 });

    await nextDay();
    const [mail, ...more] = await mailsTo(world, email);
    expect(more).toEqual([]);
    const line = 'Newly listed: 1 person for “Erlang, any level”, 1 person for “Erlang people”.';
    expect(mail?.text).toContain(line);
    expect(mail?.text).not.toMatch(/Marchetti|Newly here/);
    visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
    expect((await visitor.get('/api/notes')).body).toMatchObject({ unread: 1 });
    const notes = await world.database.query<{ body: string }>(`select body from notifications.note n join recruiters.member m using (account_id) where m.organisation_id = $1`, [organisationId]);
    expect(notes).toEqual([{ body: line }]);
    // The page that the mail leads to still says who is new, until the recruiter has looked.
    expect((await mine(visitor)).map(({ name, newlyListed }) => [name, newlyListed])).toEqual([['Without alerts', 1], ['Erlang, any level', 1], ['Erlang people', 1]]);

    await listedCandidate(world, { skills: ['Erlang'] });
    await listedCandidate(world, { skills: ['Erlang'] });
    await world.database.moveClock('1 hour');
    await world.database.query(`update jobs.timetable set next_at = clock.now() where name = 'recruiters.find-new-matches'`);
    await world.settle();
    expect(await mailsTo(world, email)).toHaveLength(1);
    await nextDay();
    const mails = await mailsTo(world, email);
    expect(mails).toHaveLength(2);
    expect(mails[0]?.text).toContain('2 people for “Erlang, any level”, 2 people for “Erlang people”.');
  });

  it('is not sent about somebody who withdrew before it is written, nor to an organisation that was suspended meanwhile', async () => {
    const hopeful = await world.recruiter();
    const suspended = await world.recruiter();
    await Promise.all([hopeful, suspended].map(({ visitor }) => saved(visitor, { name: 'OCaml', query: { allSkills: ['OCaml'] }, alerts: true })));
    const leaving = await listedCandidate(world, { skills: ['OCaml'] });
    await hide(world, leaving.accountId);
    await nextDay();
    expect(await mailsTo(world, hopeful.email)).toEqual([]);
    await listedCandidate(world, { skills: ['OCaml'] });
    await world.database.query(`update recruiters.organisation set state = 'suspended', reason = 'A reason', decided_at = clock.now() where id = $1`, [suspended.organisationId]);
    await nextDay();
    expect(await mailsTo(world, hopeful.email)).toHaveLength(1);
    expect(await mailsTo(world, suspended.email)).toEqual([]);
  });
});
