import { randomUUID } from 'node:crypto';
import { type ListedCandidate, listedCandidate, hide, share, talentIdOf } from '../../support/listed-candidate.js';
import { type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

interface Entry {
  id: string;
  reference: string;
  stage: string;
  tags: string[];
  noteCount: number;
  person: { talentId: string; alias: string; headline: string; scores: { overall: string } | null } | null;
}
interface Note { id: string; text: string; author: string | null; isYours: boolean }

let world: World;
let acme: Awaited<ReturnType<World['recruiter']>>;
let colleague: Visitor;
let rival: Visitor;
let ada: ListedCandidate;
let ben: ListedCandidate;
beforeAll(async () => {
  world = await World.create();
  acme = await world.recruiter({ name: 'Grace Recruiter' });
  colleague = (await world.recruiter({ organisationId: acme.organisationId, name: 'Carl Colleague', roles: ['recruiter'] })).visitor;
  rival = (await world.recruiter()).visitor;
  ada = await listedCandidate(world, { shares: ['scores', 'name', 'email'], score: '8.125', headline: 'Builds search engines' });
  ben = await listedCandidate(world, { shares: [] });
});
afterAll(() => world.destroy());

const listOf = async (name: string, ...talents: ListedCandidate[]): Promise<string> => {
  const { id } = (await acme.visitor.post('/api/shortlists', { name })).body as { id: string };
  for (const { talentId } of talents) expect((await acme.visitor.post(`/api/shortlists/${id}/entries`, { talentId })).status).toBe(201);
  return id;
};
const entriesOf = async (id: string, who = acme.visitor): Promise<Entry[]> => ((await who.get(`/api/shortlists/${id}`)).body as { entries: Entry[] }).entries;
const entryOf = async (id: string, { talentId }: ListedCandidate): Promise<Entry> => (await entriesOf(id)).find(({ person }) => person?.talentId === talentId)!;

describe('a shortlist', () => {
  it('is shared by the recruiters of an organisation, who rename it, see who is on it, and delete it', async () => {
    const id = await listOf('Platform team', ada, ben);
    expect((await colleague.post(`/api/shortlists/${id}/entries`, { talentId: ada.talentId })).status).toBe(201);
    expect((await colleague.send('PATCH', `/api/shortlists/${id}`, JSON.stringify({ name: '  Platform   team 2 ' }), { 'content-type': 'application/json' })).status).toBe(204);
    const { shortlists } = (await colleague.get(`/api/shortlists?talentId=${ada.talentId}`)).body as { shortlists: { id: string; name: string; people: number; entryId: string | null }[] };
    expect(shortlists).toMatchObject([{ id, name: 'Platform team 2', people: 2, entryId: (await entryOf(id, ada)).id }]);
    expect((await entriesOf(id, colleague)).map(({ person }) => [person?.headline, person?.scores?.overall])).toEqual([['Builds things that last', undefined], ['Builds search engines', '8.12']]);
    expect((await colleague.delete(`/api/shortlists/${id}`)).status).toBe(204);
    expect((await acme.visitor.get(`/api/shortlists/${id}`)).status).toBe(404);
  });

  it('has a name of its own: nothing is made for an empty one or one that is there already', async () => {
    const id = await listOf('Data');
    const again = await colleague.post('/api/shortlists', { name: 'DATA' });
    expect(again).toMatchObject({ status: 409, body: { code: 'recruiters.shortlist_name_taken', fields: { name: expect.any(String) } } });
    expect((await colleague.post('/api/shortlists', { name: '  ' })).status).toBe(422);
    expect((await acme.visitor.delete(`/api/shortlists/${id}`)).status).toBe(204);
  });

  it('keeps stage, tags and notes of each person; only who wrote a note deletes it', async () => {
    const id = await listOf('Notes', ada, ben);
    const entry = await entryOf(id, ada);
    const moved = await acme.visitor.send('PATCH', `/api/shortlists/${id}/entries`, JSON.stringify({ entryIds: [entry.id, (await entryOf(id, ben)).id, randomUUID()], stage: 'talking' }), { 'content-type': 'application/json' });
    expect(moved.body).toEqual({ moved: 2 });
    expect((await colleague.put(`/api/shortlist-entries/${entry.id}/tags`, { tags: ['Remote ok', 'remote OK', ' Lisbon '] })).body).toMatchObject({ tags: ['Lisbon', 'Remote ok'], stage: 'talking' });
    expect((await colleague.post(`/api/shortlist-entries/${entry.id}/notes`, { text: 'Strong on search.' })).body).toMatchObject({ noteCount: 1 });
    const { notes } = (await acme.visitor.get(`/api/shortlist-entries/${entry.id}`)).body as { notes: Note[] };
    expect(notes).toMatchObject([{ text: 'Strong on search.', author: 'Carl Colleague', isYours: false }]);
    expect((await acme.visitor.delete(`/api/shortlist-entries/${entry.id}/notes/${notes[0]!.id}`)).status).toBe(404);
    expect((await colleague.delete(`/api/shortlist-entries/${entry.id}/notes/${notes[0]!.id}`)).status).toBe(204);
    expect((await acme.visitor.delete(`/api/shortlist-entries/${entry.id}`)).status).toBe(204);
    expect(await entriesOf(id)).toHaveLength(1);
  });

  it('stays with the organisation: what a former colleague wrote there about others is not in the copy of their data', async () => {
    const leaver = await world.recruiter({ organisationId: acme.organisationId, roles: ['recruiter'] });
    const entry = await entryOf(await listOf('Leaving', ada), ada);
    await leaver.visitor.post(`/api/shortlist-entries/${entry.id}/notes`, { text: 'Knows everybody in the trade.' });
    const { shortlistsHolder } = await import('../../../src/recruiters/shortlists/shortlists.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const copy = async (): Promise<string> => JSON.stringify(await shortlistsHolder.export(world.app.get(Database).alone, leaver.accountId));
    expect(await copy()).toContain('Knows everybody in the trade.');
    expect((await acme.visitor.delete(`/api/organisation/members/${leaver.accountId}`)).status).toBe(204);
    expect(await copy()).not.toContain('Knows everybody in the trade.');
  });

  it('is nobody else’s: another organisation, an absent id and a malformed one get the same bytes', async () => {
    const id = await listOf('Ours', ada);
    const entry = (await entriesOf(id))[0]!;
    const body = { text: 'x', tags: [], name: 'x', stage: 'offer', entryIds: [entry.id], talentId: ada.talentId };
    const tries = (list: string, place: string): Promise<{ status: number; text: string }[]> => Promise.all([
      rival.get(`/api/shortlists/${list}`), rival.post(`/api/shortlists/${list}/export`), rival.delete(`/api/shortlists/${list}`), rival.post(`/api/shortlists/${list}/entries`, { talentId: body.talentId }),
      rival.send('PATCH', `/api/shortlists/${list}`, JSON.stringify({ name: 'x' }), { 'content-type': 'application/json' }),
      rival.send('PATCH', `/api/shortlists/${list}/entries`, JSON.stringify({ entryIds: body.entryIds, stage: 'offer' }), { 'content-type': 'application/json' }),
      rival.get(`/api/shortlist-entries/${place}`), rival.put(`/api/shortlist-entries/${place}/tags`, { tags: [] }), rival.post(`/api/shortlist-entries/${place}/notes`, { text: 'x' }), rival.delete(`/api/shortlist-entries/${place}`),
    ]);
    const answers = (await Promise.all([tries(id, entry.id), tries(randomUUID(), randomUUID()), tries('x', 'x')])).flat();
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(404);
    expect((await rival.get('/api/shortlists')).body).toEqual({ shortlists: [] });
  });

  it('takes nobody who cannot be found, and opens to nobody before their organisation is approved', async () => {
    const id = await listOf('Nobody');
    for (const talentId of [randomUUID(), 'x', ada.accountId]) expect((await acme.visitor.post(`/api/shortlists/${id}/entries`, { talentId })).status).toBe(404);
    const { visitor: waiting } = await world.recruiter({ approved: false });
    expect((await waiting.get('/api/shortlists')).body).toMatchObject({ code: 'recruiters.not_approved' });
    const { visitor: billing } = await world.recruiter({ organisationId: acme.organisationId, roles: ['billing'] });
    expect((await billing.get(`/api/shortlists/${id}`)).status).toBe(403);
    expect((await (await world.candidate()).get('/api/shortlists')).status).toBe(403);
  });
});

describe('whoever can no longer be found', () => {
  it('[MO03] is no longer available on a shortlist in the commit that withdraws, and takes notes and tags along', async () => {
    const cleo = await listedCandidate(world);
    const id = await listOf('Before', cleo);
    const { id: place } = await entryOf(id, cleo);
    await acme.visitor.put(`/api/shortlist-entries/${place}/tags`, { tags: ['Tall'] });
    await acme.visitor.post(`/api/shortlist-entries/${place}/notes`, { text: 'Called on Monday.' });
    await hide(world, cleo.accountId);
    expect(await entriesOf(id)).toMatchObject([{ id: place, person: null, tags: [], noteCount: 0 }]);
    expect((await acme.visitor.get(`/api/shortlist-entries/${place}`)).body).toMatchObject({ person: null, notes: [] });
    expect((await acme.visitor.post(`/api/shortlist-entries/${place}/notes`, { text: 'x' })).body).toMatchObject({ code: 'recruiters.no_longer_available' });
    const [left] = await world.database.query('select (select count(*)::int from recruiters.shortlist_tag where entry_id = $1) + (select count(*)::int from recruiters.shortlist_note where entry_id = $1) as left', [place]);
    expect(left).toEqual({ left: 0 });
    await share(world, cleo.accountId, []);
    expect((await entriesOf(id))[0]!.person).toBeNull();
  });

  it('can withdraw while colleagues write about them: nobody waits for anybody else, and nothing written stays', async () => {
    const rosa = await listedCandidate(world);
    const lists = [await listOf('Busy 1', rosa), await listOf('Busy 2', rosa)];
    const places = await Promise.all(lists.map(async (id) => (await entryOf(id, rosa)).id));
    const writing = Array.from({ length: 12 }, (_, index) => (index % 2 ? colleague : acme.visitor).post(`/api/shortlist-entries/${places[index % 2]}/notes`, { text: `Note ${index}` }));
    await Promise.race(writing);
    const [answers] = await Promise.all([Promise.all(writing), hide(world, rosa.accountId)]);
    expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(await world.database.query('select 1 from recruiters.shortlist_note where entry_id = any($1)', [places])).toEqual([]);
  });

  it('is hidden with all that was written from an organisation that they block, and from no other', async () => {
    const dora = await listedCandidate(world);
    const id = await listOf('Blocked later', dora);
    const { id: place } = await entryOf(id, dora);
    await acme.visitor.post(`/api/shortlist-entries/${place}/notes`, { text: 'Kind.' });
    const { id: other } = (await rival.post('/api/shortlists', { name: 'Theirs' })).body as { id: string };
    await rival.post(`/api/shortlists/${other}/entries`, { talentId: dora.talentId });
    expect((await dora.visitor.put('/api/visibility/blocks', { domains: [], organisationIds: [acme.organisationId] })).status).toBe(200);
    expect(await entriesOf(id)).toMatchObject([{ person: null, tags: [], noteCount: 0 }]);
    expect((await acme.visitor.get(`/api/shortlist-entries/${place}`)).body).toMatchObject({ person: null, notes: [] });
    expect(await entriesOf(other, rival)).toMatchObject([{ person: { talentId: dora.talentId } }]);
  });

  it('looks the same to an organisation whether they withdrew or block it: list, place, notes and where they stand', async () => {
    const [hidden, blocking] = [await listedCandidate(world), await listedCandidate(world)];
    const { id: marker } = (await colleague.post('/api/shortlists', { name: 'Alike' })).body as { id: string };
    const seen: unknown[] = [];
    for (const person of [hidden, blocking]) {
      await acme.visitor.post(`/api/shortlists/${marker}/entries`, { talentId: person.talentId });
      const { id: place } = await entryOf(marker, person);
      await acme.visitor.put(`/api/shortlist-entries/${place}/tags`, { tags: ['Kind'] });
      await acme.visitor.post(`/api/shortlist-entries/${place}/notes`, { text: 'Called.' });
      const [note] = ((await acme.visitor.get(`/api/shortlist-entries/${place}`)).body as { notes: Note[] }).notes;
      if (person === hidden) await hide(world, person.accountId);
      else await person.visitor.put('/api/visibility/blocks', { domains: [], organisationIds: [acme.organisationId] });
      const answers = await Promise.all([
        acme.visitor.get(`/api/shortlists?talentId=${person.talentId}`), acme.visitor.get(`/api/shortlist-entries/${place}`), acme.visitor.put(`/api/shortlist-entries/${place}/tags`, { tags: ['x'] }),
        acme.visitor.delete(`/api/shortlist-entries/${place}/notes/${note!.id}`), acme.visitor.post(`/api/shortlists/${marker}/entries`, { talentId: person.talentId }),
      ]);
      const listed = (await entriesOf(marker)).find(({ id }) => id === place)!;
      const { shortlists } = answers[0].body as { shortlists: { id: string; entryId: string | null }[] };
      expect(shortlists.find(({ id }) => id === marker)).toMatchObject({ entryId: null });
      const own = (text: string) => text.replaceAll(place, 'place').replaceAll(listed.reference, 'reference').replaceAll(/"addedAt":"[^"]+"/g, '');
      seen.push([own(JSON.stringify(listed)), ...answers.slice(1).map(({ status, text }) => `${status} ${own(text)}`)]);
    }
    expect(seen[1]).toEqual(seen[0]);
  });

  it('is told of to the recruiters of each organisation that was shown them, once, without their name', async () => {
    const emma = await listedCandidate(world, { name: 'Emma Unmistakable' });
    await acme.visitor.get(`/api/talent/${emma.talentId}`);
    await hide(world, emma.accountId);
    await world.settle();
    const repeated = await world.database.query(`update jobs.outbox set status = 'waiting', run_at = clock.now(), ended_at = null where name = 'consent.ended' and subscriber like 'Shortlists%' and payload->>'subjectId' = $1 returning id`, [emma.accountId]);
    expect(repeated).toHaveLength(1);
    await world.settle();
    expect((await world.database.query('select status from jobs.outbox where id = $1', [repeated[0]!.id]))[0]).toEqual({ status: 'done' });
    const noted = async (who: Visitor) => ((await who.get('/api/notes')).body as { notes: { kind: string; title: string; body: string }[] }).notes.filter(({ kind }) => kind === 'recruiters.person_gone');
    expect(await noted(acme.visitor)).toHaveLength(1);
    expect(await noted(colleague)).toHaveLength(1);
    expect(await noted(rival)).toHaveLength(0);
    expect(JSON.stringify(await noted(acme.visitor))).not.toMatch(/Emma|Unmistakable/);
  });

  it('is told of in the same words when they hide from one organisation alone: once, to nobody else, and not again when they withdraw later', async () => {
    const [leaving, blocking] = [await listedCandidate(world), await listedCandidate(world)];
    const [seeing, other] = [await world.recruiter({ organisation: { name: 'Falcon Works', domain: 'falcon-works.example.com' } }), await world.recruiter()];
    const noted = async ({ visitor }: { visitor: Visitor }) => ((await visitor.get('/api/notes')).body as { notes: { kind: string; title: string; body: string; link: string }[] }).notes.filter(({ kind }) => kind === 'recruiters.person_gone').map(({ kind, title, body, link }) => ({ kind, title, body, link }));
    const look = async (person: ListedCandidate): Promise<void> => { for (const { visitor } of [seeing, other]) expect((await visitor.get(`/api/talent/${person.talentId}`)).status).toBe(200); };
    const block = (domains: string[]) => blocking.visitor.put('/api/visibility/blocks', { domains, organisationIds: [] });
    await look(leaving);
    await hide(world, leaving.accountId);
    await world.settle();
    const [withdrawn] = await noted(seeing);
    const told = async () => [(await noted(seeing)).length, (await noted(other)).length];
    await look(blocking);
    for (const domains of [['falcon-works.example.com'], ['falcon-works.example.com', 'elsewhere.example.net'], [], ['example.com']]) expect((await block(domains)).status).toBe(200);
    expect(await noted(seeing)).toEqual([withdrawn, withdrawn]);
    expect(await told()).toEqual([2, 1]);
    await hide(world, blocking.accountId);
    await world.settle();
    expect(await told()).toEqual([2, 2]);
  });

  it('is told of again when they let it see them again, it did, though within the hour, and they withdraw', async () => {
    const [june, { visitor, organisationId }] = [await listedCandidate(world), await world.recruiter()];
    const noted = async () => ((await visitor.get('/api/notes')).body as { notes: { kind: string }[] }).notes.filter(({ kind }) => kind === 'recruiters.person_gone').length;
    const block = (organisationIds: string[]) => june.visitor.put('/api/visibility/blocks', { domains: [], organisationIds });
    const look = async (): Promise<void> => expect((await visitor.get(`/api/talent/${june.talentId}`)).status).toBe(200);
    await look();
    await block([organisationId]);
    await block([]);
    expect(await noted()).toBe(1);
    await look();
    await hide(world, june.accountId);
    await world.settle();
    expect(await noted()).toBe(2);
  });

  it('stays no longer available on the shortlists of an organisation that they hid from and let see them again, as after a withdrawal', async () => {
    const iris = await listedCandidate(world);
    const id = await listOf('Hidden for a while', iris);
    const { id: place } = await entryOf(id, iris);
    await acme.visitor.put(`/api/shortlist-entries/${place}/tags`, { tags: ['Tall'] });
    await acme.visitor.post(`/api/shortlist-entries/${place}/notes`, { text: 'Called.' });
    await iris.visitor.put('/api/visibility/blocks', { domains: [], organisationIds: [acme.organisationId] });
    await iris.visitor.put('/api/visibility/blocks', { domains: [], organisationIds: [] });
    expect((await acme.visitor.get(`/api/talent/${iris.talentId}`)).status).toBe(200);
    expect(await entriesOf(id)).toMatchObject([{ id: place, person: null, tags: [], noteCount: 0 }]);
    expect(await world.database.query('select 1 from recruiters.shortlist_note where entry_id = $1 union all select 1 from recruiters.shortlist_tag where entry_id = $1', [place])).toEqual([]);
    expect((await acme.visitor.post(`/api/shortlists/${id}/entries`, { talentId: iris.talentId })).status).toBe(201);
    expect(await entriesOf(id)).toHaveLength(2);
  });

  it('is told of to those who saw them since they last came back, and to nobody who heard of it before', async () => {
    const gina = await listedCandidate(world);
    const noted = async (who: Visitor) => ((await who.get('/api/notes')).body as { notes: { kind: string }[] }).notes.filter(({ kind }) => kind === 'recruiters.person_gone').length;
    const [first, second] = [(await world.recruiter()).visitor, (await world.recruiter()).visitor];
    await first.get(`/api/talent/${gina.talentId}`);
    await hide(world, gina.accountId);
    await share(world, gina.accountId, []);
    await second.get(`/api/talent/${await talentIdOf(world, gina.accountId)}`);
    await world.settle();
    expect([await noted(first), await noted(second)]).toEqual([1, 0]);
    await hide(world, gina.accountId);
    await world.settle();
    expect([await noted(first), await noted(second)]).toEqual([1, 1]);
  });

  it('is told of, too, when they delete their account at once', async () => {
    const finn = await listedCandidate(world);
    await rival.get(`/api/talent/${finn.talentId}`);
    const noted = async (who: Visitor) => ((await who.get('/api/notes')).body as { notes: { kind: string }[] }).notes.filter(({ kind }) => kind === 'recruiters.person_gone').length;
    const before = await noted(acme.visitor);
    expect((await finn.visitor.post('/api/account/deletion', { password: PASSWORD, now: true })).status).toBe(200);
    await world.settle();
    await world.settle();
    expect(await world.database.query('select 1 from accounts.account where id = $1', [finn.accountId])).toEqual([]);
    expect(await noted(rival)).toBe(1);
    expect(await noted(acme.visitor)).toBe(before);
  });
});
