import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { DemoInterviews, InterviewScores } from '../../../src/interviews/index.js';
import { InterviewShelf } from '../../../src/interviews/interview-shelf.js';
import { AccountImport, type ImportReport } from '../../../src/privacy/index.js';
import { projectRoot } from '../../../src/platform/config/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { mailsTo } from '../../support/mails.js';
import { sampleResumePdf } from '../../support/sample-resumes.js';
import { Unpacked } from '../../support/unpacked.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

const NEW_PASSWORD = 'another quiet sentence';
const EMAIL = 'moving@example.com';

/** Two places: the one here keeps results for 90 days, the other one for 10, pins nothing, and takes nobody below 18. */
let here: World;
let there: World;
let folder: string;
let file: string;
let me: Visitor;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'viva-moving-'));
  file = join(folder, 'copy.zip');
  here = await World.create();
  there = await World.create({ POLICY: 'strict', POLICIES_DIR: await strictPolicies() });
  me = await here.candidate(EMAIL);
  await fillMyAccount();
  await writeFile(file, await copyOf(here, me));
});
afterAll(async () => {
  await Promise.all([here.destroy(), there.destroy()]);
  await rm(folder, { recursive: true, force: true });
});

async function strictPolicies(): Promise<string> {
  await copyFile(join(projectRoot, 'policies/viva-voce.yaml'), join(folder, 'viva-voce.yaml'));
  await writeFile(join(folder, 'strict.yaml'), 'extends: viva-voce\nname: strict\nages: { account: 18 }\npins: { interviewResults: false }\nretention: { interviewResults: { keep: P10D } }\n');
  return folder;
}

async function fillMyAccount(): Promise<void> {
  const id = await idOf(me);
  for (const daysAgo of [3, 20]) await here.app.get(DemoInterviews).take(id, { roleId: 'software-engineer', levelId: 'mid', daysAgo, answers: ['good', 'thin', 'none'] });
  await here.database.query(
    `with spoken as (insert into interviews.take (id, interview_id, position, number, kind) select gen_random_uuid(), id, 1, 1, 'audio' from interviews.interview where candidate_id = $1 returning id)
     insert into interviews.delivery (take_id, duration_ms, speech, timings, fillers) select id, 3000, '[[0, 3000]]', '[{"from": 0, "to": 4, "startMs": 0, "endMs": 900}]', 2 from spoken`, [id]);
  await here.database.query(`update interviews.answer set kind = 'audio', transcriber = 'device' where position = 1`);
  await me.putFile('/api/resume', await sampleResumePdf());
  await me.post('/api/assessments', { roleId: 'software-engineer', description: 'We need PostgreSQL and Kubernetes.' });
  await me.put('/api/candidate-profile', { headline: 'Builds ledgers that add up', roleTitle: 'Software engineer', levelId: 'mid', skills: ['PostgreSQL', 'Beekeeping'], place: 'Bergen', country: 'NO', languages: ['en', 'nb'] });
  await me.put('/api/objections/ai_processing', {});
}

const idOf = async (visitor: Visitor): Promise<string> => ((await visitor.get('/api/session')).body as { account: { id: string } }).account.id;

async function copyOf(world: World, visitor: Visitor): Promise<Uint8Array> {
  await visitor.post('/api/data-export');
  await world.settle();
  const response = await fetch(`${world.url}/api/data-export/file`, { method: 'POST', headers: { cookie: visitor.cookie, origin: world.url, 'content-type': 'application/json' }, body: '{}' });
  return new Uint8Array(await response.arrayBuffer());
}

async function signedInThere(): Promise<Visitor> {
  const visitor = there.visitor();
  await visitor.post('/api/session', { email: EMAIL, password: NEW_PASSWORD });
  return visitor;
}

const bring = (world: World, path: string, email?: string): Promise<ImportReport> => world.app.get(AccountImport).bring(path, email);

/** The copy with something changed in it, and with hashes that say so or not. */
async function changed(change: (files: Record<string, Uint8Array>) => void, { tellsSo = false } = {}): Promise<string> {
  const files = unzipSync(new Uint8Array(await readFile(file)));
  change(files);
  if (tellsSo) await rehash(files);
  const path = join(folder, 'changed.zip');
  await writeFile(path, zipSync(files));
  return path;
}

async function rehash(files: Record<string, Uint8Array>): Promise<void> {
  const { createHash } = await import('node:crypto');
  const manifest = JSON.parse(Buffer.from(files['manifest.json']!).toString()) as { files: { path: string }[] };
  const named = Object.entries(files).filter(([path]) => path !== 'manifest.json').map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }));
  files['manifest.json'] = strToU8(JSON.stringify({ ...manifest, files: named }));
}

/** Changes one JSON file of a copy. */
const json = (path: string, change: (value: never) => void) => (files: Record<string, Uint8Array>): void => {
  const value = JSON.parse(Buffer.from(files[path]!).toString()) as never;
  change(value);
  files[path] = strToU8(JSON.stringify(value));
};

/** The copy, whose directory says that so much comes out of its first file; and its manifest, too. */
async function sized(bytes: number): Promise<string> {
  const zip = Buffer.from(await readFile(await changed(({ ['manifest.json']: manifest, ...files }) => {
    const [first] = Object.keys(files);
    const told = JSON.parse(Buffer.from(manifest!).toString()) as { files: { path: string; bytes: number }[] };
    for (const one of told.files) if (one.path === first) one.bytes = bytes;
    manifest!.set(strToU8(JSON.stringify(told).padEnd(manifest!.length)));
  })));
  // The last lines of a ZIP say where its directory begins; looked for by its first bytes, it could be found among those of a file.
  const directory = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  zip.writeUInt32LE(bytes, directory + 24);
  const path = join(folder, 'sized.zip');
  await writeFile(path, zip);
  return path;
}

const everythingIn = async (world: World): Promise<number> => {
  const [row] = await world.database.query<{ rows: number }>(
    `select ((select count(*) from auth."user") + (select count(*) from accounts.brought_account) + (select count(*) from interviews.interview) + (select count(*) from candidates.profile)
       + (select count(*) from jobs.outbox) + (select count(*) from audit.entry))::int as rows`);
  return row!.rows;
};

describe('the copy of somebody’s data, brought to another place', () => {
  it.each([
    ['a byte was changed', 'privacy.copy_changed', (files: Record<string, Uint8Array>) => { files['index.html']![9]! ^= 1; }],
    ['a file is missing', 'privacy.copy_changed', (files: Record<string, Uint8Array>) => { delete files['data/candidates/profile.json']; }],
    ['a file was added', 'privacy.copy_changed', (files: Record<string, Uint8Array>) => { files['data/candidates/more.json'] = strToU8('{}'); }],
    ['a file leads out of it', 'privacy.copy_unreadable', (files: Record<string, Uint8Array>) => { files['../../etc/passwd'] = strToU8('root'); }],
    ['there is no manifest', 'privacy.copy_unreadable', (files: Record<string, Uint8Array>) => { delete files['manifest.json']; }],
  ])('is refused, and nothing is stored, when %s', async (_what, code, change) => {
    const before = await everythingIn(there);
    const path = await changed(change);
    await expect(bring(there, path)).rejects.toMatchObject({ code });
    expect(await everythingIn(there)).toBe(before);
  });

  it.each([
    ['it is no ZIP', 'privacy.copy_unreadable', async () => { const path = join(folder, 'text.zip'); await writeFile(path, 'hello'); return path; }],
    ['its owner is too young for this place', 'accounts.too_young', () => changed(json('data/accounts/account.json', (account: { declaredAgeReached: number }) => { account.declaredAgeReached = 16; }), { tellsSo: true })],
    ['a score in it is none', 'privacy.copy_unreadable', () => changed(json('data/interviews/interviews.json', (interviews: { overall: string }[]) => { interviews[0]!.overall = 'ten'; }), { tellsSo: true })],
    ['a score in it is above ten', 'privacy.copy_unreadable', () => changed(json('data/interviews/interviews.json', (interviews: { overall: string }[]) => { interviews[0]!.overall = '101/10'; }), { tellsSo: true })],
    ['something in the last of it is not what it should be', 'privacy.copy_unreadable', () => changed(json('data/privacy/objections.json', (rows: { purpose: unknown }[]) => { rows[0]!.purpose = 7; }), { tellsSo: true })],
    ['an answer in it is to no question', 'privacy.copy_unreadable', () => changed(json('data/interviews/interviews.json', (interviews: { evaluations: { scores: { position: number }[] }[] }[]) => { interviews.at(-1)!.evaluations[0]!.scores[0]!.position = 77; }), { tellsSo: true })],
    ['it says that gigabytes come out of it', 'privacy.copy_too_large', () => sized(0xf000_0000)],
    ['more comes out of a file than it says', 'privacy.copy_changed', () => sized(9)],
    ['its address has an account here', 'accounts.address_taken', async () => { await there.candidate(EMAIL.replace('moving', 'taken')); return changed(json('data/accounts/account.json', (account: { email: string }) => { account.email = EMAIL.replace('moving', 'taken'); }), { tellsSo: true }); }],
  ])('is refused, and nothing is stored, when %s', async (_what, code, make) => {
    const path = await make();
    const before = await everythingIn(there);
    await expect(bring(there, path)).rejects.toMatchObject({ code });
    expect(await everythingIn(there)).toBe(before);
  });

  it('makes an account that nobody opens before its address was proven, and then shows all that came', async () => {
    const report = await bring(there, file);
    expect(report.isNew).toBe(true);
    const numbers = Object.fromEntries(report.arrivals.map(({ category, came, left }) => [category, { came, left: left.map(({ count }) => count) }]));
    expect(numbers).toMatchObject({ interviews: { came: 1, left: [1] }, profile: { came: 1, left: [] }, resume: { came: 1 }, assessments: { came: 1, left: [] }, objections: { came: 1 } });
    expect(report.stayed.find(({ module }) => module === 'consent')).toBeUndefined();
    const facts = await there.database.query<{ ids: object }>(`select payload->'ids' as ids from jobs.outbox where name = 'journal.write' and payload->>'kind' = 'privacy.objection'`);
    expect(facts.map(({ ids }) => ids)).toEqual([{ accountId: report.accountId, purpose: 'ai_processing', stands: 'yes' }]);

    const visitor = there.visitor();
    expect((await visitor.post('/api/session', { email: EMAIL, password: NEW_PASSWORD })).status).toBe(401);
    const [mail] = await mailsTo(there, EMAIL);
    expect(mail!.subject).toContain('open your account');
    expect(mail!.text).not.toContain('ledgers');
    const token = await there.tokenMailedTo(EMAIL);
    expect((await visitor.post('/api/password', { token, password: NEW_PASSWORD })).status).toBeLessThan(300);
    expect((await visitor.post('/api/session', { email: EMAIL, password: NEW_PASSWORD })).status).toBe(200);

    expect((await visitor.get('/api/session')).body).toMatchObject({ account: { name: 'Ada Example', roles: ['candidate'] } });
    expect((await visitor.get('/api/candidate-profile')).body).toMatchObject({ profile: { headline: 'Builds ledgers that add up', place: 'Bergen' } });
    const { items } = (await visitor.get('/api/interviews')).body as { items: { id: string; broughtFrom: string; expiresAt: string; submittedAt: string }[] };
    expect(items).toHaveLength(1);
    const from = new URL(here.url).host;
    expect(items[0]).toMatchObject({ broughtFrom: from, state: 'scored' });
    // Ten days from when it was handed in, as it is here, and not from when it was brought.
    expect(Date.parse(items[0]!.expiresAt) - Date.parse(items[0]!.submittedAt)).toBe(10 * 86_400_000);
    const mine = (await me.get('/api/interviews')).body as { items: { id: string }[] };
    const [before, after] = await Promise.all([me.get(`/api/interviews/${mine.items[0]!.id}/report`), visitor.get(`/api/interviews/${items[0]!.id}/report`)]);
    const left = (body: unknown) => JSON.parse(JSON.stringify({ ...(body as object), id: null, expiresAt: null, broughtFrom: null }), (name, value: unknown) => (name === 'takeId' ? null : value)) as unknown;
    expect(left(after.body)).toEqual(left(before.body));
    expect((await visitor.get(`/api/interviews/${items[0]!.id}/report/pdf`)).status).toBe(200);
  });

  it('counts for nothing: no certificate, no score to be shown, no further attempt', async () => {
    const [{ id, owner }] = await there.database.query<{ id: string; owner: string }>(`select id, candidate_id as owner from interviews.interview where origin = 'brought'`) as [{ id: string; owner: string }];
    expect(await there.app.get(InterviewScores).best(there.app.get(Database).alone, owner)).toBeNull();
    const visitor = await signedInThere();
    expect((await visitor.post(`/api/interviews/${id}/answers/1/attempts`, { text: 'Once more, better.' })).body).toMatchObject({ status: 409, code: 'interviews.taken_elsewhere' });
    expect((await visitor.get(`/api/interviews/${id}/certificate`)).status).toBe(404);
    expect((await visitor.get('/api/practice/trend')).text).not.toContain(id);
    expect((await visitor.get('/api/objections')).text).toContain('ai_processing');
  });

  it('is the same again in the copy that the other place makes', async () => {
    const [before, after] = [Unpacked.of(new Uint8Array(await readFile(file))), Unpacked.of(await copyOf(there, await signedInThere()))];
    expect(after.json('data/candidates/profile.json')).toEqual(before.json('data/candidates/profile.json'));
    expect(after.json('data/candidates/resume.json')).toEqual(before.json('data/candidates/resume.json'));
    const without = (rows: unknown, ...names: string[]) => (rows as Record<string, unknown>[]).map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name))));
    const both = (path: string, ...names: string[]) => [without(after.json(path), ...names), without(before.json(path), ...names)] as const;
    const [assessments, oldAssessments] = both('data/candidates/assessments.json', 'expiresAt');
    expect(assessments).toEqual(oldAssessments);
    const [interviews, old] = both('data/interviews/interviews.json', 'id', 'origin', 'broughtFrom', 'expiresAt');
    expect(interviews).toEqual(old.slice(1));
    expect(after.json('data/accounts/account.json')).toMatchObject({ name: 'Ada Example', email: EMAIL, brought: { from: new URL(here.url).host } });
  });

  it('changes nothing the second time, and a newer copy brings what is new', async () => {
    const before = await everythingIn(there);
    const again = await bring(there, file);
    expect([again.isNew, again.arrivals.map(({ came }) => came)]).toEqual([false, again.arrivals.map(() => 0)]);
    expect(await everythingIn(there)).toBe(before);
    await here.app.get(DemoInterviews).take(await idOf(me), { roleId: 'data-analyst', levelId: 'mid', daysAgo: 1, answers: ['good', 'good', 'none'] });
    await writeFile(file, await copyOf(here, me));
    const newer = await bring(there, file);
    expect(newer.arrivals.find(({ category }) => category === 'interviews')).toMatchObject({ came: 1, left: [{ because: 'its time would be over here already' }, { because: 'it is here already' }] });
    expect((await mailsTo(there, EMAIL)).filter(({ subject }) => subject.includes('open your account'))).toHaveLength(1);
  });

  it('puts nothing into an account by its id alone, which anybody could write into a copy', async () => {
    const before = await everythingIn(there);
    const path = await changed(json('data/accounts/account.json', (account: { email: string }) => { account.email = 'somebody.else@example.com'; }), { tellsSo: true });
    await expect(bring(there, path)).rejects.toMatchObject({ code: 'accounts.known_by_another_address' });
    expect(await everythingIn(there)).toBe(before);
    // Whoever moved their mailbox meanwhile is known by the address they have here.
    expect(await bring(there, path, EMAIL)).toMatchObject({ isNew: false });
  });

  it('keeps nothing longer because the copy says that it began in days to come, and nothing that is longer than an interview can be', async () => {
    const path = await changed((files) => {
      json('manifest.json', (manifest: { account: string }) => { manifest.account = '019a0000-0000-7000-8000-000000000002'; })(files);
      json('data/candidates/profile.json', (profile: { updatedAt: string }) => { profile.updatedAt = '2999-01-01T00:00:00Z'; })(files);
      json('data/candidates/resume.json', (resume: { readAt: string }) => { resume.readAt = '2999-01-01T00:00:00Z'; })(files);
      json('data/interviews/interviews.json', (interviews: { evaluations: object[] }[]) => {
        for (const one of interviews) Object.assign(one, { startedAt: '2999-01-01T00:00:00Z', submittedAt: '2999-01-01T00:00:00Z', level: 'constructor' });
        interviews[0]!.evaluations = Array.from({ length: 50 }, () => ({ ...interviews[0]!.evaluations[0], counts: false, reason: 'long '.repeat(20_000) }));
      })(files);
    }, { tellsSo: true });
    const { accountId, arrivals } = await bring(there, path, 'later@example.com');
    expect(arrivals.find(({ category }) => category === 'interviews')?.left).toEqual([{ count: 1, because: 'it is longer than an interview can be' }]);
    const ahead = await there.database.query(
      `select from interviews.interview where candidate_id = $1 and (greatest(started_at, submitted_at) > clock.now() or expires_at > clock.now() + interval '10 days')
       union all select from candidates.profile where account_id = $1 and updated_at > clock.now() union all select from candidates.resume where account_id = $1 and read_at > clock.now()`, [accountId]);
    expect(ahead).toEqual([]);
    const { items } = await there.app.get(InterviewShelf).list(accountId);
    expect([...new Set(items.map(({ levelTitle }) => levelTitle))]).toEqual(['constructor']);
  });

  it('leaves a profile behind that says who somebody is, and all of it goes when nobody proves the address in time', async () => {
    const path = await changed((files) => {
      json('manifest.json', (manifest: { account: string }) => { manifest.account = '019a0000-0000-7000-8000-000000000001'; })(files);
      json('data/candidates/profile.json', (profile: { headline: string }) => { profile.headline = 'Call me: +47 55 12 34 56'; })(files);
    }, { tellsSo: true });
    const report = await bring(there, path, 'nobody@example.com');
    expect(report.arrivals.find(({ category }) => category === 'profile')).toMatchObject({ came: 0, left: [{ count: 1 }] });
    const rows = () => there.database.query('select from interviews.interview where candidate_id = $1 union all select from accounts.brought_account where account_id = $1', [report.accountId]);
    expect((await rows()).length).toBeGreaterThan(1);
    await there.database.moveClock('7 days');
    await there.settle();
    expect(await rows()).toEqual([]);
  });
});
