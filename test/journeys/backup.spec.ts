import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';
import { PASSWORD } from './newcomer.js';
import { WholeProduct } from './whole-product.js';

const root = join(import.meta.dirname, '../..');
const [GONE, HIDDEN, STAYS, PRIYA, RECRUITER] = ['candidate14', 'candidate15', 'candidate16', 'priya', 'recruiter'].map((name) => `${name}@demo.example`) as [string, string, string, string, string];

let product: WholeProduct;
let backups: string;
const talentIds: Record<string, string> = {};

/** `npm run …` as a person runs it; what it said, and how it ended. */
const run = (command: 'backup' | 'restore', ...words: string[]): Promise<{ code: number; said: string }> => new Promise((resolve) => {
  execFile(process.execPath, [join(root, `dist/runtime/${command}.js`), '--data', product.data, ...words], { env: product.environment, timeout: 170_000 }, (error, stdout, stderr) => {
    resolve({ code: error === null ? 0 : Number(error.code ?? 1), said: `${stdout}${stderr}` });
  });
});
const signIn = async (email: string): Promise<{ visitor: Visitor; status: number }> => {
  const visitor = new Visitor(product.url);
  return { visitor, status: (await visitor.post('/api/session', { email, password: PASSWORD })).status };
};
const accountOf = async (email: string): Promise<string> => (await product.ask<{ id: string }>(`select id from auth."user" where email = '${email}'`))?.id ?? '';
const talentIdOf = async (email: string): Promise<string> =>
  (await product.ask<{ id: string }>(`select talent_id as id from recruiters.talent_listing where candidate_id = '${await accountOf(email)}'`))?.id ?? '';
const inJournal = (): { kind: string; ids: Record<string, string> }[] => {
  const folder = join(product.data, 'journal');
  return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { kind: string; ids: Record<string, string> }));
};

describe('a backup that is restored', () => {
  beforeAll(async () => {
    backups = mkdtempSync(join(tmpdir(), 'viva-backups-'));
    product = await WholeProduct.start(21_700, {}, ['--demo']);
  });
  afterAll(async () => {
    await (product as WholeProduct | undefined)?.end();
    rmSync(backups, { recursive: true, force: true });
  });

  let page: string;
  let interviewId: string;

  it('is made of a place that stands still, and says what is in it', async () => {
    for (const email of [GONE, HIDDEN, STAYS]) talentIds[email] = await talentIdOf(email);
    await until('the certificate is there', async () => (await product.ask(`select 1 from certificates.certificate where state = 'issued'`)) !== null);
    const facts = await product.ask<{ slug: string; interview: string }>(
      `select c.slug, (select i.id from interviews.interview i where i.candidate_id = c.candidate_id and i.id <> c.interview_id limit 1) as interview from certificates.certificate c where c.state = 'issued'`);
    [page, interviewId] = [`/c/${facts?.slug}`, facts?.interview ?? ''];
    await until('its page is there', async () => (await new Visitor(product.url).get(page)).status === 200);
    const running = await run('backup', '--to', join(backups, 'one'));
    expect([running.code, running.said]).toEqual([1, expect.stringContaining('End it first')]);
    expect(await product.pause()).toBe(0);
    const { code, said } = await run('backup', '--to', join(backups, 'one'));
    expect([code, said]).toEqual([0, expect.stringMatching(/Backed up \d+ files/)]);
    expect(said).toContain('It is not encrypted');
    expect(existsSync(join(backups, 'one/data/postgres/PG_VERSION'))).toBe(true);
  });

  it('is followed by deletions and withdrawals, which are journalled as ids', async () => {
    // What the demonstration did itself may get there only now.
    const since = (): ReturnType<typeof inJournal> => inJournal().filter(({ kind }) => kind !== 'recruiters.member' && kind !== 'payments.number_given');
    product = await product.again();
    const [gone, hidden, priya] = await Promise.all([GONE, HIDDEN, PRIYA].map((email) => signIn(email)));
    expect((await gone!.visitor.post('/api/account/deletion', { now: true })).status).toBe(200);
    const certificate = (await product.ask<{ id: string }>(`select id from certificates.certificate where state = 'issued'`))?.id ?? '';
    expect((await hidden!.visitor.delete(`/api/consents/discovery?eventId=${randomUUID()}&where=/visibility`)).status).toBe(204);
    expect((await priya!.visitor.delete(`/api/consents/public_certificate?scope=${certificate}&eventId=${randomUUID()}&where=/certificates`)).status).toBe(204);
    expect((await priya!.visitor.delete(`/api/interviews/${interviewId}`)).status).toBe(204);
    await until('all of it is in the journal', async () => (await Promise.resolve(since())).length >= 5);
    expect(since().map(({ kind }) => kind).toSorted()).toEqual(['accounts.closed', 'accounts.purged', 'consent.ended', 'consent.ended', 'interviews.deleted']);
    expect(JSON.stringify(inJournal())).not.toMatch(/demo\.example|Priya/);
    await product.pause();
  });

  it('is refused when a byte of it has changed, and over what is there', async () => {
    const there = await run('restore', '--from', join(backups, 'one'));
    expect([there.code, there.said]).toEqual([1, expect.stringContaining('With --over it is replaced')]);
    const [secrets, asItWas] = [join(backups, 'one/data/secrets.json'), readFileSync(join(backups, 'one/data/secrets.json'))];
    appendFileSync(secrets, ' ');
    const damaged = await run('restore', '--from', join(backups, 'one'), '--over');
    writeFileSync(secrets, asItWas);
    expect([damaged.code, damaged.said]).toEqual([1, expect.stringContaining('data/secrets.json is not what was backed up. Nothing was changed.')]);
  });

  it('lets nothing start once it was killed half-way', async () => {
    const marker = join(product.data, 'restoring.json');
    const killed = spawn(process.execPath, [join(root, 'dist/runtime/restore.js'), '--data', product.data, '--from', join(backups, 'one'), '--over'], { env: product.environment, stdio: 'ignore' });
    await until('it is under way', () => Promise.resolve(existsSync(marker)));
    killed.kill('SIGKILL');
    await expect(product.again()).rejects.toThrow('has not ended');
    expect(existsSync(marker)).toBe(true);
  });

  it('goes on then, brings nobody back who was deleted, nothing that was taken back, and all of everybody else', async () => {
    const { code, said } = await run('restore', '--from', join(backups, 'one'));
    expect(existsSync(join(product.data, 'restoring.json'))).toBe(false);
    expect([code, said]).toEqual([0, expect.stringMatching(/accounts\.purged: 1 in the journal, 1 had come back/)]);
    expect(said).toMatch(/consent\.ended: 2 in the journal, 2 had come back/);
    expect(said).toMatch(/interviews\.deleted: 1 in the journal, 1 had come back/);
    product = await product.again();
    const { visitor: recruiter } = await signIn(RECRUITER);
    const profiles = await Promise.all([GONE, HIDDEN, STAYS].map(async (email) => (await recruiter.get(`/api/talent/${talentIds[email]}`)).status));
    expect(profiles).toEqual([404, 404, 200]);
    const listed = await product.ask<{ ids: string[] }>(`select array_agg(talent_id::text) as ids from recruiters.talent_listing`);
    expect([GONE, HIDDEN, STAYS].map((email) => listed?.ids.includes(talentIds[email] ?? ''))).toEqual([false, false, true]);
    expect((await signIn(GONE)).status).toBe(401);
    expect(await product.ask(`select 1 from auth."user" where email = '${GONE}'`)).toBeNull();
    const [hidden, stays, priya] = await Promise.all([HIDDEN, STAYS, PRIYA].map((email) => signIn(email)));
    expect([hidden!.status, stays!.status, priya!.status]).toEqual([200, 200, 200]);
    expect((await new Visitor(product.url).get(page)).status).toBe(410);
    expect((await priya!.visitor.get(`/api/interviews/${interviewId}`)).status).toBe(404);
  });
});
