import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExportBuilder } from '../../../src/privacy/exports/export-builder.js';
import { ObjectStore } from '../../../src/platform/storage/index.js';
import { listedCandidate } from '../../support/listed-candidate.js';
import { mailsTo } from '../../support/mails.js';
import { sampleResumePdf } from '../../support/sample-resumes.js';
import { Unpacked } from '../../support/unpacked.js';
import { type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

interface Export { export: { state: string; partsDone: number; parts: number; bytes: number; expiresAt: string } | null }

const TYPED = 'I moved the ledger of a bank to PostgreSQL in one night <and> slept well.';

let world: World;
beforeAll(async () => { world = await World.create(); });
afterAll(() => world.destroy());

const idOf = async (visitor: Visitor): Promise<string> => ((await visitor.get('/api/session')).body as { account: { id: string } }).account.id;
const look = async (visitor: Visitor): Promise<Export['export']> => ((await visitor.get('/api/data-export')).body as Export).export;
const objects = (accountId: string) => world.database.query<{ status: string }>(`select status from storage.object where subject = $1 and owner_module = 'privacy'`, [accountId]);
const exportId = async (accountId: string): Promise<string> => (await world.database.query<{ id: string }>('select id from privacy.export where account_id = $1', [accountId]))[0]!.id;

/** Somebody who has an interview with an answer. */
const somebody = async (email: string): Promise<Visitor> => {
  const visitor = await world.candidate(email);
  const { roles } = (await visitor.get('/api/interview-roles')).body as { roles: { id: string; levels: { id: string }[] }[] };
  const started = (await visitor.post('/api/interviews', { roleId: roles[0]!.id, levelId: roles[0]!.levels[0]!.id, questionCount: 3 })).body as { id: string };
  await visitor.put(`/api/interviews/${started.id}/answers/1`, { text: TYPED, baseRevision: 0 });
  return visitor;
};

describe('the copy of my data', () => {
  it('is made while I wait, says how far it is, tells me by mail when it is ready, and holds what I typed', async () => {
    const me = await somebody('copy@example.com');
    await me.putFile('/api/resume', await sampleResumePdf());
    const file = randomBytes(300_000);
    await world.app.get(ObjectStore).put({ subject: await idOf(me), owner: 'candidates', contentType: 'application/pdf', body: file, maxBytes: file.length, expiresAt: new Date(Date.now() + 86_400_000) });
    expect(await look(me)).toBeNull();
    const asked = await me.post('/api/data-export');
    expect(asked).toMatchObject({ status: 202, body: { export: { state: 'building', partsDone: 0 } } });
    expect((await me.post('/api/data-export/file')).status).toBe(404);
    const mails = await mailsTo(world, 'copy@example.com');
    const ready = await look(me);
    expect(ready).toMatchObject({ state: 'ready' });
    expect(ready!.partsDone).toBe(ready!.parts);
    expect(mails.map(({ subject }) => subject)).toEqual(['The copy of your data is ready']);
    expect(mails[0]!.text).not.toContain(TYPED);
    const copy = await Unpacked.fetch(world, me);
    expect(copy.json('data/accounts/account.json')).toMatchObject({ name: 'Ada Example', email: 'copy@example.com' });
    expect(copy.text('data/interviews/interviews.json')).toContain(TYPED);
    expect(copy.text('read/interviews-interviews.html')).toContain(TYPED.replace('<and>', '&lt;and&gt;'));
    expect(copy.text('data/candidates/resume.json')).toContain('postgresql');
    expect(copy.text('data/accounts/signIns.csv')).toMatch(/^"way","browser"/);
    const kept = copy.paths.find((path) => /^files\/candidates-.*\.pdf$/.test(path));
    expect(copy.sha256(kept ?? '')).toBe(createHash('sha256').update(file).digest('hex'));
  });

  it('names every file with its size and SHA-256, and has a page to begin with', async () => {
    const me = await somebody('manifest@example.com');
    await me.post('/api/data-export');
    await world.settle();
    const copy = await Unpacked.fetch(world, me);
    const { files, ...about } = copy.json('manifest.json') as { files: { path: string; sha256: string; bytes: number }[] };
    expect(about).toMatchObject({ format: 'viva-voce-export', account: await idOf(me), policy: { name: 'viva-voce' } });
    expect(files.map(({ path }) => path).sort()).toEqual(copy.paths.filter((path) => path !== 'manifest.json'));
    for (const { path, sha256, bytes } of files) expect([path, copy.sha256(path), Buffer.byteLength(copy.text(path))]).toEqual([path, sha256, bytes]);
    expect(copy.text('index.html')).toContain('data/interviews/interviews.json');
    expect(copy.text('index.html')).not.toContain('<script');
  });

  it('holds nothing of anybody else, and is nobody else’s to fetch', async () => {
    const [me, other] = [await somebody('mine@example.com'), await somebody('other@example.com')];
    await me.post('/api/data-export');
    await world.settle();
    expect((await Unpacked.fetch(world, me)).all).not.toContain('other@example.com');
    expect(await look(other)).toBeNull();
    expect((await other.post('/api/data-export/file')).status).toBe(404);
    expect((await world.visitor().post('/api/data-export/file')).status).toBe(401);
    const { token } = (await me.post('/api/tokens')).body as { token: string };
    expect((await world.visitor().post('/api/data-export/file', {}, { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  it('holds what recruiters noted about me and who saw me, and not who wrote it', async () => {
    const { visitor: me, talentId } = await listedCandidate(world);
    const { visitor: recruiter, email } = await world.recruiter();
    const { id } = (await recruiter.post('/api/shortlists', { name: 'Search team' })).body as { id: string };
    const entry = (await recruiter.post(`/api/shortlists/${id}/entries`, { talentId })).body as { id: string };
    expect((await recruiter.post(`/api/shortlist-entries/${entry.id}/notes`, { text: 'Strong on databases.' })).status).toBeLessThan(300);
    expect((await recruiter.get(`/api/talent/${talentId}`)).status).toBe(200);
    await me.post('/api/data-export');
    await world.settle();
    const copy = await Unpacked.fetch(world, me);
    expect(copy.text('data/recruiters/shortlistsWithYou.json')).toContain('Strong on databases.');
    expect(copy.text('data/recruiters/talentListing.json')).toContain('Builds things that last');
    expect(copy.paths.some((path) => path.startsWith('data/consent/'))).toBe(true);
    expect(copy.all).not.toContain(email);
    expect(copy.all).not.toContain('Grace Recruiter');
  });

  it('is one: asked for twice at once it is made once, and a new one takes the place of the old', async () => {
    const me = await somebody('one@example.com');
    const id = await idOf(me);
    const asked = await Promise.all([me.post('/api/data-export'), me.post('/api/data-export')]);
    expect(asked.map(({ status }) => status)).toEqual([202, 202]);
    expect(await world.database.query('select 1 from privacy.export where account_id = $1', [id])).toHaveLength(1);
    await world.settle();
    expect(await objects(id)).toEqual([{ status: 'stored' }]);
    await me.post('/api/data-export');
    await world.settle();
    expect(await objects(id)).toEqual([{ status: 'stored' }]);
    expect((await me.delete('/api/data-export')).status).toBe(204);
    await world.settle();
    expect(await objects(id)).toEqual([]);
  });

  it('is whole once, also when two workers make it, one of them is stopped in the middle, or its job is lost', async () => {
    const me = await somebody('workers@example.com');
    const id = await idOf(me);
    const builder = world.app.get(ExportBuilder);
    await me.post('/api/data-export');
    const wanted = await exportId(id);
    await expect(builder.build(wanted, AbortSignal.abort())).rejects.toThrow();
    const stop = new AbortController();
    const stopped = builder.build(wanted, stop.signal);
    setImmediate(() => stop.abort());
    await expect(stopped).rejects.toThrow();
    expect(await look(me)).toMatchObject({ state: 'building' });
    await Promise.all([builder.build(wanted, new AbortController().signal), builder.build(wanted, new AbortController().signal)]);
    await world.settle();
    expect(await objects(id)).toEqual([{ status: 'stored' }]);
    expect((await Unpacked.fetch(world, me)).text('data/interviews/interviews.json')).toContain(TYPED);
    await me.post('/api/data-export');
    await world.database.query(`delete from jobs.outbox where name = 'privacy.build-export'`);
    await world.settle();
    expect(await look(me)).toMatchObject({ state: 'building' });
    await world.database.moveClock('61 minutes');
    await world.settle();
    expect(await look(me)).toMatchObject({ state: 'ready' });
  });

  it('leaves nothing in the storage that a worker wrote before it was cut off, once it is done, deleted, or the account is', async () => {
    const store = world.app.get(ObjectStore);
    const leftBehind = (subject: string) => store.put({ subject, owner: 'privacy', contentType: 'application/zip', body: Buffer.from('left'), maxBytes: 9, expiresAt: new Date(Date.now() + 86_400_000) });
    const me = await somebody('leftover@example.com');
    const id = await idOf(me);
    await me.post('/api/data-export');
    await leftBehind(id);
    await world.settle();
    expect(await look(me)).toMatchObject({ state: 'ready' });
    expect(await objects(id)).toEqual([{ status: 'stored' }]);
    await leftBehind(id);
    await me.delete('/api/data-export');
    await world.settle();
    expect(await objects(id)).toEqual([]);
    await me.post('/api/data-export');
    await world.settle();
    await leftBehind(id);
    await me.post('/api/account/deletion', { now: false, password: PASSWORD });
    expect((await objects(id)).filter(({ status }) => status === 'stored')).toEqual([]);
  });

  it('is made without a file that cannot be read, and names it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'viva-lost-'));
    const elsewhere = await World.create({ STORAGE_DIR: folder });
    const me = await elsewhere.candidate('lost@example.com');
    const store = elsewhere.app.get(ObjectStore);
    const put = (body: Buffer) => idOf(me).then((subject) => store.put({ subject, owner: 'candidates', contentType: 'application/pdf', body, maxBytes: body.length, expiresAt: new Date(Date.now() + 86_400_000) }));
    const [lost, cut, whole] = [await put(randomBytes(400_000)), await put(randomBytes(400_000)), await put(randomBytes(400_000))];
    for (const path of await readdir(folder, { recursive: true })) {
      if (path.endsWith(lost.id)) await rm(join(folder, path));
      if (path.endsWith(cut.id)) await truncate(join(folder, path), 200_000);
    }
    await me.post('/api/data-export');
    await elsewhere.settle();
    const copy = await Unpacked.fetch(elsewhere, me);
    const { missing } = copy.json('manifest.json') as { missing: string[] };
    expect(missing).toEqual([lost, cut].map(({ id }) => `files/candidates-${id}.pdf`));
    for (const path of missing) expect(copy.text('index.html')).toContain(`Not in here, or not whole: ${path}.`);
    expect(copy.sha256(`files/candidates-${whole.id}.pdf`)).toBe(whole.sha256);
    await elsewhere.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  it('can be stopped while it is made, and says when it takes longer than it should', async () => {
    const me = await somebody('slow@example.com');
    await me.post('/api/data-export');
    await world.database.query(`delete from jobs.outbox where name = 'privacy.build-export'`);
    expect(await look(me)).toMatchObject({ state: 'building', isLate: false });
    await world.database.moveClock('61 minutes');
    expect(await look(me)).toMatchObject({ state: 'building', isLate: true });
    expect((await me.delete('/api/data-export')).status).toBe(204);
    expect(await look(me)).toBeNull();
  });

  it('is handed out only to whoever shows again who they are', async () => {
    const me = await somebody('proof@example.com');
    await me.post('/api/data-export');
    await world.settle();
    await world.database.moveClock('11 minutes');
    expect((await me.post('/api/data-export/file')).body).toMatchObject({ status: 403, code: 'accounts.sign_in_again' });
    expect((await me.post('/api/data-export')).body).toMatchObject({ code: 'accounts.sign_in_again' });
    expect((await me.post('/api/data-export/file', { password: 'not the password' })).body).toMatchObject({ status: 422, code: 'accounts.wrong_password' });
    expect((await Unpacked.fetch(world, me, { password: PASSWORD })).paths).toContain('manifest.json');
    const entries = await world.database.query<{ action: string }>('select action from audit.entry where actor_id = $1 order by sequence', [await idOf(me)]);
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['privacy.export_asked', 'privacy.export_fetched']));
  });

  it('can be fetched for seven days to the second, and its bytes are deleted then', async () => {
    const me = await somebody('week@example.com');
    const id = await idOf(me);
    await me.post('/api/data-export');
    await world.settle();
    const [{ left }] = await world.database.query<{ left: number }>('select extract(epoch from expires_at - clock.now())::float8 as left from privacy.export where account_id = $1', [id]) as [{ left: number }];
    expect(left).toBeGreaterThan(7 * 86_400 - 3_600);
    await world.database.moveClock(`${left - 30} seconds`);
    await me.post('/api/session', { email: 'week@example.com', password: PASSWORD });
    expect((await Unpacked.fetch(world, me)).paths).toContain('manifest.json');
    await world.database.moveClock('31 seconds');
    expect(await look(me)).toBeNull();
    expect((await me.post('/api/data-export/file')).status).toBe(404);
    await world.settle();
    expect(await objects(id)).toEqual([]);
    expect(await world.database.query('select 1 from privacy.export where account_id = $1', [id])).toEqual([]);
  });
});
