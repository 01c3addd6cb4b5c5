import { randomUUID } from 'node:crypto';
import { type ListedCandidate, listedCandidate, hide, share } from '../../support/listed-candidate.js';
import { ShortlistExport } from '../../../src/recruiters/shortlists/shortlist-export.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { World } from '../../support/world.js';

let world: World;
let acme: Awaited<ReturnType<World['recruiter']>>;
beforeAll(async () => {
  world = await World.create();
  acme = await world.recruiter();
});
afterAll(() => world.destroy());

/** The last one added stands first. */
const listOf = async (name: string, ...talents: ListedCandidate[]): Promise<string> => {
  const { id } = (await acme.visitor.post('/api/shortlists', { name })).body as { id: string };
  for (const { talentId } of talents) expect((await acme.visitor.post(`/api/shortlists/${id}/entries`, { talentId })).status).toBe(201);
  return id;
};
const exported = async (id: string): Promise<string[][]> => {
  const { status, text } = await acme.visitor.post(`/api/shortlists/${id}/export`);
  expect(status).toBe(200);
  return text.trimEnd().split('\r\n').map((line) => line.slice(1, -1).split('","'));
};
const logged = (accountId: string) => world.database.query<{ what: string; purpose: string; fields: string[]; recipient: string }>(
  `select what, purpose, fields, recipient_id as recipient from consent.disclosure where subject_id = $1 order by what, purpose`, [accountId]);

describe('an exported shortlist', () => {
  it('[MO02] holds the fields that each person shares and no others, as a CSV file, and is written down for each of them', async () => {
    const open = await listedCandidate(world, { shares: ['email', 'name', 'scores'], score: '9.005', name: 'Ada "Ace" Lovelace' });
    const shy = await listedCandidate(world, { shares: [], headline: 'Quiet', score: '9.5' });
    const id = await listOf('Both', open, shy);
    const answer = await acme.visitor.post(`/api/shortlists/${id}/export`);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'cache-control'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'text/csv; charset=utf-8; header=present', 'content-disposition': 'attachment; filename="shortlist.csv"', 'cache-control': 'no-store',
    });
    const [heading, quiet, ada] = answer.text.trimEnd().split('\r\n');
    expect(heading).toContain('"Reference","Alias","Name","E-mail","Stage"');
    expect(quiet).toMatch(/^"[0-9A-F]{8}","[A-Z][a-z]+ [A-Z][a-z]+ \d{3}","","","new","","Quiet","Software engineer","[^"]+","TypeScript; PostgreSQL","","","","","","","",""$/);
    expect(ada).toContain(`"Ada ""Ace"" Lovelace","${open.email}","new"`);
    expect(ada).toMatch(/"9\.00","built-in",""$/);
    expect(await logged(open.accountId)).toEqual([{ what: 'export', purpose: 'discovery', fields: ['email', 'headline', 'name', 'scores', 'skills'], recipient: acme.organisationId }]);
    expect(await logged(shy.accountId)).toEqual([{ what: 'export', purpose: 'discovery', fields: ['headline', 'skills'], recipient: acme.organisationId }]);
  });

  it('[MO14] shows who somebody is only with a line in their log: never on a shortlist or beside a request, but in a file, a profile, and an answer that says yes', async () => {
    const known = await listedCandidate(world, { name: 'Iris Unmistakable' });
    const shy = await listedCandidate(world, { name: 'Iris Unmistakable', shares: [] });
    const id = await listOf('Known', known, shy);
    const { entries } = (await acme.visitor.get(`/api/shortlists/${id}`)).body as { entries: { id: string }[] };
    const asked = await Promise.all([known, shy].map(({ talentId }) => acme.visitor.post('/api/contact-requests', {
      talentId, clientId: null, jobTitle: 'Engineer', pay: { min: 1, max: 2, currency: 'EUR', per: 'year' }, message: 'We would like to talk.',
    })));
    expect(asked.map(({ status }) => status)).toEqual([201, 201]);
    const pages = await Promise.all([`/api/shortlists/${id}`, ...entries.map((entry) => `/api/shortlist-entries/${entry.id}`), '/api/contact-requests', '/api/talent'].map((path) => acme.visitor.get(path)));
    for (const { text } of [...asked, ...pages]) expect(text).not.toMatch(/Iris|talent-[0-9a-f]+@/);
    expect([...(await logged(known.accountId)), ...(await logged(shy.accountId))]).toEqual([]);

    const requestId = (asked[1]!.body as { id: string }).id;
    expect((await shy.visitor.post(`/api/contact-requests/mine/${requestId}/acceptance`, { eventId: randomUUID(), noticeVersion: 1 })).status).toBe(200);
    expect((await acme.visitor.get(`/api/contact-requests/${requestId}`)).body).toMatchObject({ identity: { name: 'Iris Unmistakable', email: shy.email } });
    expect((await acme.visitor.get(`/api/shortlists/${id}`)).text).not.toMatch(/Iris|talent-[0-9a-f]+@/);
    const rows = await exported(id);
    expect(rows.slice(1).map(([, , name, email]) => [name, email])).toEqual([['Iris Unmistakable', shy.email], ['Iris Unmistakable', known.email]]);
    await acme.visitor.get(`/api/talent/${known.talentId}`);
    expect((await logged(known.accountId)).map(({ what, purpose }) => [what, purpose])).toEqual([['export', 'discovery'], ['profile', 'discovery']]);
    expect((await logged(shy.accountId)).map(({ what, purpose, fields }) => [what, purpose, fields])).toEqual([
      ['contact', 'discovery_contact', ['email', 'name']], ['export', 'discovery', ['headline', 'skills']], ['export', 'discovery_contact', ['email', 'name']],
    ]);
  });

  it('writes a line once within the hour, and can be made as often in a day as the policy allows', async () => {
    const person = await listedCandidate(world);
    const id = await listOf('Often', person);
    await exported(id);
    await exported(id);
    expect(await logged(person.accountId)).toHaveLength(1);
    const { rates } = world.app.get(Policy).values.limits;
    const before = rates.exportsPerDay;
    rates.exportsPerDay = 1;
    const refused = await acme.visitor.post(`/api/shortlists/${id}/export`);
    rates.exportsPerDay = before;
    expect(refused).toMatchObject({ status: 429, body: { code: 'http.too_many_requests' } });
  });

  it('runs nothing in a spreadsheet, whatever somebody calls themself or a recruiter writes', async () => {
    const trick = await listedCandidate(world, { headline: '=HYPERLINK("http://evil.example")', skills: ['+1', 'SQL'], place: '@SUM(A1:A9)', name: '-2+3' });
    const id = await listOf('Formulas', trick);
    const { entries } = (await acme.visitor.get(`/api/shortlists/${id}`)).body as { entries: { id: string }[] };
    await acme.visitor.put(`/api/shortlist-entries/${entries[0]!.id}/tags`, { tags: ['=1+1'] });
    const [, row] = await exported(id);
    expect(row).toEqual(expect.arrayContaining([`'=HYPERLINK(""http://evil.example"")`, `'+1; SQL`, `'@SUM(A1:A9)`, `'-2+3`, `'=1+1`]));
  });

  it('[MO03] leaves out whoever withdraws while it is written, and what somebody shares no longer', async () => {
    const [last, narrower, leaver, first] = [await listedCandidate(world), await listedCandidate(world), await listedCandidate(world), await listedCandidate(world)];
    const id = await listOf('Leaving', last, narrower, leaver, first);
    const file = await world.app.get(ShortlistExport, { strict: false }).open(acme.accountId, id);
    const parts = file[Symbol.asyncIterator]() as AsyncIterator<Buffer | string>;
    const taken = [String((await parts.next()).value)];
    await hide(world, leaver.accountId);
    await share(world, narrower.accountId, ['place']);
    for (let part = await parts.next(); !part.done; part = await parts.next()) taken.push(String(part.value));
    expect(taken).toHaveLength(3);
    expect(taken.join('')).not.toContain(leaver.email);
    expect(taken.join('')).not.toContain(narrower.email);
    expect(taken[0]).toContain(first.email);
    expect(taken[2]).toContain(last.email);
    expect(await logged(leaver.accountId)).toEqual([]);
  });

  it('counts against the profiles of the day: the first that is too many is refused, and a file says where it stops', async () => {
    const id = await listOf('Many', await listedCandidate(world), await listedCandidate(world), await listedCandidate(world));
    const { rates } = world.app.get(Policy).values.limits;
    const before = rates.profilesPerDay;
    const [{ seen }] = await world.database.query<{ seen: number }>('select count(*)::int as seen from recruiters.profile_view where viewer_id = $1', [acme.accountId]) as [{ seen: number }];
    rates.profilesPerDay = seen + 2;
    const rows = await exported(id);
    const again = await listOf('More', await listedCandidate(world));
    const refused = await acme.visitor.post(`/api/shortlists/${again}/export`);
    rates.profilesPerDay = before;
    expect(rows).toHaveLength(4);
    expect(rows[3]).toEqual([expect.stringMatching(/^The rest was left out\./)]);
    expect(refused).toMatchObject({ status: 429, body: { code: 'recruiters.profiles_used_up' } });
  });

  it('is a heading alone when nobody on it can be found any more', async () => {
    const gone = await listedCandidate(world);
    const id = await listOf('Empty', gone);
    await hide(world, gone.accountId);
    expect(await exported(id)).toHaveLength(1);
  });
});
