import { candidatesPersonalData } from '../../../src/candidates/candidates.personal-data.js';
import { CandidateProfiles } from '../../../src/candidates/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { RateLimiter } from '../../../src/platform/http/index.js';
import { listedCandidate } from '../../support/listed-candidate.js';
import { sampleResumePdf } from '../../support/sample-resumes.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Profile { headline: string; roleId: string | null; roleTitle: string; skills: { id: string | null; name: string }[]; languages: string[]; availability: string | null }
interface Mine { profile: Profile | null; fromResume: { roleTitle: string; skills: { id: string; name: string }[]; languages: string[] } | null }

const PATH = '/api/candidate-profile';
const WHOLE = {
  headline: 'Back-end engineer who likes dull, reliable services', roleTitle: 'software ENGINEER', levelId: 'senior', skills: ['postgres', 'PostgreSQL', 'Go', 'Basket weaving'], place: 'Bergen', country: 'NO',
  remote: 'hybrid', languages: ['nb', 'en', 'en'], availability: 'month',
};

let world: World;
let me: Visitor;
beforeAll(async () => {
  world = await World.create();
  me = await world.candidate();
});
afterAll(() => world.destroy());

const mine = async (visitor = me): Promise<Mine> => (await visitor.get(PATH)).body as Mine;
const idOf = async (visitor: Visitor): Promise<string> => ((await visitor.get('/api/session')).body as { account: { id: string } }).account.id;
const tellings = (): Promise<object[]> => world.database.query(`select 1 from jobs.outbox where name = 'candidates.profile_changed'`);

describe('my profile', () => {
  it('is empty until I write it, and then says what I wrote, each skill once and under its known name', async () => {
    expect(await mine()).toEqual({ profile: null, fromResume: null });
    const { status, body } = await me.put(PATH, WHOLE);
    expect(status).toBe(200);
    const { profile } = body as Mine;
    expect(profile).toMatchObject({
      ...WHOLE, roleId: 'software-engineer', roleTitle: 'Software engineer', languages: ['nb', 'en'],
      skills: [{ id: 'postgresql', name: 'PostgreSQL' }, { id: 'go', name: 'Go' }, { id: null, name: 'Basket weaving' }],
    });
    expect((await mine()).profile).toEqual(profile);
    expect(await tellings()).toHaveLength(1);
    expect((await mine(await world.candidate())).profile).toBeNull();
  });

  it('needs nothing in particular: a role of my own words will do, and so will an empty page', async () => {
    const somebody = await world.candidate();
    expect((await somebody.put(PATH, { roleTitle: 'Lighthouse keeper' })).body).toMatchObject({ profile: { roleTitle: 'Lighthouse keeper', roleId: null, headline: '', skills: [] } });
    expect(await somebody.put(PATH, {})).toMatchObject({ status: 200, body: { profile: { roleTitle: '' } } });
  });

  it.each([
    ['headline', 'Write to ines@postkasse.example', 'an e-mail address'], ['headline', 'Hire me: +47 912 34 567', 'a phone number'], ['headline', 'See www.halvorsen.example for more', 'a link'],
    ['headline', 'Ada Example, engineer', 'your name'], ['place', '12 Long Acre Road, Oslo', 'a postal address'], ['roleTitle', 'Engineer, github.com/ines', 'a link'], ['headline', 'Engineer, 34 years old', 'a birth date or an age'],
    ['headline', 'ada (at) example (dot) com', 'an e-mail address'],
  ])('takes nothing in its %s that says who I am or how to reach me: %s', async (field, text, what) => {
    const before = await mine();
    const { status, body } = await me.put(PATH, { ...WHOLE, [field]: text });
    expect([status, body]).toEqual([422, expect.objectContaining({ code: 'candidates.profile_personal', detail: expect.stringContaining(what), fields: { [field]: expect.stringContaining(`Take out ${what}`) } })]);
    expect(await mine()).toEqual(before);
  });

  it('takes no phone number for a skill either, and no skill for an address', async () => {
    expect(await me.put(PATH, { ...WHOLE, skills: ['Go', '+47 912 34 567'] })).toMatchObject({ status: 422, body: { code: 'candidates.profile_personal', fields: { skills: expect.any(String) } } });
    expect(await me.put(PATH, { ...WHOLE, headline: 'ASP.NET and Node.js since 2015', skills: ['Socket.io', 'ASP.NET'] })).toMatchObject({ status: 200 });
  });

  it('finds a number that was cut in two', async () => {
    expect(await me.put(PATH, { ...WHOLE, skills: ['0151 23', '45 678'] })).toMatchObject({ status: 422, body: { code: 'candidates.profile_personal', fields: { skills: expect.stringContaining('a phone number') } } });
    expect(await me.put(PATH, { ...WHOLE, skills: ['ISO 9001', 'ISO 27001', '802.11', 'SAP R/3'] })).toMatchObject({ status: 200 });
  });

  it('may be saved a hundred and twenty times an hour', async () => {
    const somebody = await world.candidate();
    const key = `profile:${await idOf(somebody)}`;
    await world.app.get(RateLimiter).take({ key, limit: 120, seconds: 3600, weight: 119 });
    expect((await somebody.put(PATH, WHOLE)).status).toBe(200);
    expect((await somebody.put(PATH, WHOLE)).status).toBe(429);
  });

  it('says which field is wrong', async () => {
    const { status, body } = await me.put(PATH, { ...WHOLE, headline: 'x'.repeat(121), country: 'Norway', skills: Array(41).fill('Go') });
    expect([status, Object.keys((body as { fields: object }).fields).sort()]).toEqual([422, ['country', 'headline', 'skills']]);
    expect((await me.put(PATH, { ...WHOLE, headline: 'two\nlines' })).status).toBe(422);
    expect((await me.put(PATH, { ...WHOLE, salary: 1 })).status).toBe(422);
  });

  it('can be begun with what my resume says', async () => {
    const somebody = await world.candidate();
    await somebody.putFile('/api/resume', await sampleResumePdf());
    const { profile, fromResume } = await mine(somebody);
    expect(profile).toBeNull();
    expect(fromResume).toMatchObject({ roleTitle: 'Senior Software Engineer', skills: expect.arrayContaining([{ id: 'postgresql', name: 'PostgreSQL' }]) });
  });

  it('cannot be emptied of what recruiters find me by while they can find me', async () => {
    const { visitor } = await listedCandidate(world);
    expect(await visitor.put(PATH, { ...WHOLE, headline: ' ' })).toMatchObject({ status: 409, body: { code: 'candidates.profile_listed', fields: { headline: 'Write a headline.' } } });
    expect(await visitor.put(PATH, { ...WHOLE, skills: [] })).toMatchObject({ status: 409, body: { code: 'candidates.profile_listed', fields: { skills: expect.any(String) } } });
    expect((await mine(visitor)).profile!.headline).toBe('Builds things that last');
  });

  it('is mine alone, leaves with me, and nothing of it remains', async () => {
    expect((await world.visitor().get(PATH)).status).toBe(401);
    expect((await world.visitor().put(PATH, WHOLE)).status).toBe(401);
    const somebody = await world.candidate();
    await somebody.put(PATH, WHOLE);
    const [id, { alone }] = [await idOf(somebody), world.app.get(Database)];
    expect(await candidatesPersonalData.export(alone, id)).toMatchObject({ profile: { headline: WHOLE.headline, place: 'Bergen' } });
    expect(await candidatesPersonalData.remaining(alone, id)).toEqual([{ table: 'candidates.profile', rows: 1, because: 'not erased yet' }]);
    await candidatesPersonalData.erase(alone, id);
    expect(await candidatesPersonalData.remaining(alone, id)).toEqual([]);
    expect(await world.app.get(CandidateProfiles, { strict: false }).find(alone, id)).toBeNull();
  });
});

describe('a skill I type', () => {
  it('is suggested by its beginning, an alias, or nearly so', async () => {
    const names = async (like: string): Promise<string[]> => ((await me.get(`/api/skills?like=${encodeURIComponent(like)}`)).body as { skills: { name: string }[] }).skills.map(({ name }) => name);
    expect(await names('postgr')).toContain('PostgreSQL');
    expect(await names('sklearn')).toContain('scikit-learn');
    expect(await names('Kubernets')).toContain('Kubernetes');
    expect(await names('')).toEqual([]);
    expect((await world.visitor().get('/api/skills?like=go')).status).toBe(401);
  });
});
