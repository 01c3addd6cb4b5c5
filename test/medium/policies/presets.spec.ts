import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatewayFaults } from '../../../src/payments/gateways/gateway-settings.js';
import { Gateways } from '../../../src/payments/gateways/gateways.js';
import { type PaymentGateway } from '../../../src/payments/gateways/gateway.js';
import { takes } from '../../../src/payments/gateways/minor-units.js';
import { AiProviders } from '../../../src/platform/ai/index.js';
import { Config } from '../../../src/platform/config/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { DayLog } from '../../../src/runtime/day-log.js';
import { earned, askedFor } from '../../support/certificates.js';
import { bought } from '../../support/gateways/built-in.js';
import { mailTo } from '../../support/mails.js';
import { personWith, signedIn } from '../../support/people.js';
import { sampleResumePdf } from '../../support/sample-resumes.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';
import { Speaker } from '../interviews/speaker.js';
import { keptAlike, promised, type Promised, settingsOf } from './promised.js';
import { outlive, type Thing } from './timeline.js';

const SAID = 'I read the logs, found the one server that failed, and took it out of the pool.';
const GATEWAYS = ['stripe', 'razorpay', 'paystack', 'paddle'] as const;

interface Published {
  readonly name: string;
  readonly ages: { account: number };
  readonly pins: { interviewResults: boolean };
  readonly retention: readonly { id: string; keep: string }[];
  readonly processors: readonly { id: string; name: string }[];
  readonly signIn: { ways: readonly string[] };
}

const code = ({ status, body }: Answer): [number, string | undefined] => [status, (body as { code?: string } | undefined)?.code];

describe.each(Object.entries(promised) as [keyof typeof promised, Promised][])('under the policy of %s', (preset, its) => {
  let world: World;
  let policy: Policy;
  beforeAll(async () => {
    world = await World.create(settingsOf(preset, its));
    policy = world.app.get(Policy);
  });
  afterAll(() => world.destroy());

  const one = async <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row> => (await world.database.query<Row>(sql, parameters))[0]!;
  // A Date knows milliseconds and PostgreSQL microseconds: rounded down, the end would lie before the last of them, and a quick look would still see the thing.
  const endOf = async (begins: string, kept: string): Promise<Date | null> =>
    kept === 'until deleted' ? null : (await one<{ end: Date }>(`select (${begins}) + $1::interval + interval '999 microseconds' as end`, [kept])).end;
  const signIn = async (visitor: Visitor, accountId: string): Promise<void> => visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);

  it('publishes what is promised: periods, ages, ways to sign in, processors and pins', async () => {
    const published = (await world.visitor().get('/api/policy')).body as Published;
    const kept = Object.fromEntries(published.retention.map(({ id, keep }) => [id, keep]));
    expect(published).toMatchObject({ name: preset, ages: { account: its.age, adult: 18 }, pins: { interviewResults: its.pins } });
    expect(published.signIn.ways).toEqual(its.ways);
    expect(published.processors.map(({ id }) => id)).toEqual(its.processors);
    expect(kept).toMatchObject({ ...keptAlike, interviewResults: its.results, assessments: its.assessments, practiceAudio: its.audio, answerVideos: its.video });
    const notice = (await world.visitor().get('/legal/privacy.txt')).text;
    for (const { name } of published.processors) expect(notice).toContain(name);
    for (const words of [its.results, its.audio, its.video, keptAlike.certificates, keptAlike.paymentRecords]) expect(notice).toContain(words);
  });

  it(`${its.proves.ages ?? ''}takes nobody who is a year too young, keeps nothing of them, and takes the next`, async () => {
    const before = await one('select (select count(*) from auth."user") as people, (select count(*) from mail.outbox) as mails');
    const signUp = (age: number, email: string): Promise<Answer> =>
      world.visitor().post('/api/accounts', { name: 'Wim Example', email, age, ...(its.ways.includes('password') ? { password: PASSWORD } : {}) });
    expect(code(await signUp(its.age - 1, 'young@example.com'))).toEqual([422, 'accounts.too_young']);
    expect(await one('select (select count(*) from auth."user") as people, (select count(*) from mail.outbox) as mails')).toEqual(before);
    expect((await signUp(its.age, 'old-enough@example.com')).status).toBe(202);
  });

  it('lets people in by the ways it offers, and by no other', async () => {
    const email = 'comer@example.com';
    const [stranger, visitor] = [world.visitor(), world.visitor()];
    const withPassword = its.ways.includes('password');
    const signUp = (more: object): Promise<Answer> => visitor.post('/api/accounts', { name: 'Nora Example', email, age: 30, ...more });
    expect(code(await signUp(withPassword ? {} : { password: PASSWORD }))).toEqual(withPassword ? [422, 'accounts.password_too_short'] : [403, 'accounts.way_not_offered']);
    expect((await signUp(withPassword ? { password: PASSWORD } : {})).status).toBe(202);
    const refused = [403, 'accounts.way_not_offered'];
    if (withPassword) {
      expect((await visitor.post('/api/accounts/verification', { token: await world.tokenMailedTo(email), password: PASSWORD })).status).toBe(200);
      expect((await visitor.post('/api/session', { email, password: PASSWORD })).body).toMatchObject({ account: { name: 'Nora Example' } });
    } else {
      const token = await world.tokenMailedTo(email);
      expect(code(await stranger.post('/api/session/link', { token }))).toEqual([422, 'accounts.link_other_browser']);
      expect((await visitor.post('/api/session/link', { token })).body).toMatchObject({ account: { email, name: 'Nora Example' } });
      expect((await visitor.get('/api/account')).body).toMatchObject({ hasPassword: false });
      expect(code(await stranger.post('/api/session', { email, password: PASSWORD }))).toEqual(refused);
      expect(code(await stranger.post('/api/password-resets', { email }))).toEqual(refused);
      expect(code(await visitor.put('/api/account/password', { password: PASSWORD }))).toEqual(refused);
      // Whoever has an account already is told by mail, and by nothing else.
      expect((await stranger.post('/api/accounts', { name: 'Mallory', email, age: 30 })).status).toBe(202);
      expect((await mailTo(world, email, /already/)).subject).toBe('You already have an account');
    }
    if (its.ways.includes('link')) expect((await stranger.post('/api/session/link-mail', { email })).status).toBe(202);
    else expect([code(await stranger.post('/api/session/link-mail', { email })), code(await stranger.post('/api/session/link', { token: 'x' }))]).toEqual([refused, refused]);
    for (const id of ['google', 'linkedin', 'oidc'].filter((way) => !its.ways.includes(way))) expect((await stranger.post(`/api/session/provider/${id}`, {})).status).toBe(404);
  });

  it('has each currency taken by whom the policy names, and starts with nobody who is not declared', () => {
    const all = GATEWAYS.map((id) => ({ id, takes: (currency: string) => takes(id, currency) }) as unknown as PaymentGateway);
    const router = new Gateways(all, policy);
    expect(Object.fromEntries(Object.keys(its.gateways).map((currency) => [currency, router.for(currency)?.id ?? null]))).toEqual(its.gateways);
    const settings = { NODE_ENV: 'test', SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://viva@localhost/viva', POLICY: preset };
    const keys = { stripe: 'STRIPE_SECRET_KEY', razorpay: 'RAZORPAY_KEY_ID', paystack: 'PAYSTACK_SECRET_KEY', paddle: 'PADDLE_API_KEY' } as const;
    const refusedGateways = GATEWAYS.filter((id) => gatewayFaults(Config.read({ ...settings, [keys[id]]: 'key' }), (known) => policy.processor(known) !== null).some((fault) => fault.includes('does not declare')));
    expect(refusedGateways).toEqual(GATEWAYS.filter((id) => !its.processors.includes(id)));
    const asked = (id: string) => () => new AiProviders(Config.read({ ...settings, [`${id.toUpperCase()}_API_KEY`]: 'key' }), policy);
    for (const id of ['anthropic', 'openai', 'xai', 'elevenlabs']) {
      if (its.processors.includes(id)) expect(asked(id)).not.toThrow();
      else expect(asked(id)).toThrow('does not declare');
    }
  });

  it('keeps nothing of somebody without an account', async () => {
    const tables = await world.database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'bullmq', 'jobs', 'clock') and (schemaname, tablename) not in (('http', 'rate'), ('privacy', 'usage_count')) order by 1`);
    const rows = async (): Promise<object> => one(`select ${tables.map(({ name }, at) => `(select count(*) from ${name}) as t${at}`).join(', ')}`);
    const before = await rows();
    const guest = world.visitor();
    for (const path of ['/api/policy', '/api/purposes', '/api/session', '/practice/try']) expect((await guest.get(path)).status).toBe(200);
    expect((await guest.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 })).status).toBe(401);
    expect(await rows()).toEqual(before);
  });

  it('forgets its logs after 90 days', () => {
    const folder = mkdtempSync(join(tmpdir(), 'viva-logs-'));
    for (const day of ['2026-08-23', '2026-08-24']) writeFileSync(join(folder, `web-${day}.log`), 'a line');
    const log = (now: string): DayLog => new DayLog(join(folder, 'web.log'), (written) => policy.expiresAt('usageLog', written), () => new Date(now));
    log('2026-11-20T23:59:59Z').begin();
    expect(readdirSync(folder)).toHaveLength(2);
    log('2026-11-21T00:00:00Z').begin();
    expect(readdirSync(folder)).toEqual(['web-2026-08-24.log']);
    rmSync(folder, { recursive: true });
  });

  it(`${its.proves.kept}keeps everything for as long as it says, to the second, and no row of it beyond`, async () => {
    const me = await Speaker.in(world);
    const { visitor } = me;
    const spoken = { audio: its.audio !== 'not at all', video: its.video !== 'not at all' };
    await visitor.putFile('/api/resume', await sampleResumePdf());
    const { id: assessment } = (await visitor.post('/api/assessments', { roleId: 'software-engineer', description: '' })).body as { id: string };
    const { id: interview } = await me.begin();
    expect((await visitor.get(`/api/interviews/${interview}`)).body).toMatchObject({ recordingOffered: spoken, expiresAt: its.results === 'until deleted' ? null : expect.any(String) });
    const things: Thing[] = [];
    // No two of them end within the minutes of one sweep.
    const anHourLater = async (): Promise<void> => {
      await world.database.moveClock('1 hour');
      await me.signIn();
    };
    for (const [kind, position] of [['audio', 1], ['video', 2]] as const) {
      await anHourLater();
      if (!spoken[kind]) {
        expect(code(await me.allow(interview, kind))).toEqual([422, 'consent.not_offered']);
        expect((await me.take(interview, { kind, position })).body).toMatchObject({ kept: false });
      } else {
        const { version } = policy.values.purposes[kind === 'audio' ? 'audio_replay' : 'recording'];
        expect((await me.allow(interview, kind, undefined, version)).status).toBe(200);
        const take = await me.recorded(interview, { kind, position });
        things.push({
          name: `the ${kind}`, end: await endOf(`(select begun_at from interviews.take where id = '${take}')`, its[kind]),
          isSeen: async () => (await me.play(take)).status === 200, rows: `from storage.object where subject = '${me.accountId}' and owner_module = 'interviews' and content_type like '${kind}/%'`,
        });
      }
      await me.write(interview, position, SAID, { kind });
    }
    await anHourLater();
    const certified = await earned(world, me.accountId, { video: spoken.video });
    const { certificateId } = await askedFor(world, visitor, certified.interviewId, { takeId: certified.takeId, published: true });
    await world.settle();
    expect((await visitor.get(`/api/certificates/${certificateId}`)).body).toMatchObject({ state: 'issued', clip: spoken.video ? {} : null });
    await world.database.query('delete from interviews.interview where id = $1', [certified.interviewId]);
    await bought(world, visitor, 'ten-interviews', { currency: policy.values.sold.currencies[0]! });
    await anHourLater();
    const leaver = await personWith(world, { email: 'leaver@example.com' });
    const leaving = world.visitor();
    await signIn(leaving, leaver);
    await leaving.post('/api/account/deletion', { now: false });

    // What is spoken ends before the results do.
    await world.database.moveClock('10 days');
    await me.signIn();
    await me.submit(interview);
    await world.settle();
    expect(code(await visitor.put(`/api/interviews/${interview}/pin`, {}))).toEqual(its.pins ? [200, undefined] : [403, 'interviews.keeping_not_offered']);
    if (its.pins) await visitor.delete(`/api/interviews/${interview}/pin`);

    const { slug } = await one<{ slug: string }>('select slug from certificates.certificate where id = $1', [certificateId]);
    const seen = (path: string) => async (): Promise<boolean> => (await visitor.get(path)).status === 200;
    // A payment is bought, paid and invoiced within a second.
    things.push(
      { name: 'the results', end: await endOf(`(select submitted_at from interviews.interview where id = '${interview}')`, its.results), isSeen: seen(`/api/interviews/${interview}/report`), rows: 'from interviews.answer_score' },
      { name: 'the assessment', end: await endOf(`(select made_at from candidates.assessment where id = '${assessment}')`, its.assessments), isSeen: seen(`/api/assessments/${assessment}`), rows: 'from candidates.assessment' },
      { name: 'the certificate', end: await endOf(`(select issued_at from certificates.certificate where id = '${certificateId}')`, keptAlike.certificates), isSeen: async () => (await visitor.get(`/c/${slug}`)).text.includes('Ada Example'), rows: `from certificates.content where certificate_id = '${certificateId}'` },
      { name: 'the deleted account', end: await endOf('(select closed_at from accounts.closed_account)', keptAlike.deletedAccount), isSeen: async () => (await world.database.query('select from accounts.closed_account where purge_at > clock.now()')).length === 1, rows: `from auth."user" where id = '${leaver}'` },
      { name: 'the payment', end: await endOf(`(select max(begins) + interval '1 second' from (select paid_at as begins from payments.purchase union all select issued_at from payments.invoice) every)`, keptAlike.paymentRecords), isSeen: async () => ((await visitor.get('/api/billing/history')).body as { items: unknown[] }).items.length > 0, rows: 'from payments.purchase' },
    );
    await outlive(world, things, () => me.signIn());
    if (its.results === 'until deleted') {
      expect([(await visitor.delete(`/api/interviews/${interview}`)).status, (await visitor.delete(`/api/assessments/${assessment}`)).status]).toEqual([204, 204]);
      expect(await one('select (select count(*)::int from interviews.interview) as interviews, (select count(*)::int from candidates.assessment) as assessments')).toEqual({ interviews: 0, assessments: 0 });
    }
  });
});
