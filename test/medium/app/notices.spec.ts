import { newId } from '../../../src/kernel/index.js';
import { Cookies } from '../../../src/accounts/index.js';
import { ChangeNews } from '../../../src/app/notices/change-news.js';
import { LegalNotices } from '../../../src/app/notices/legal-notices.js';
import { NoticePublication } from '../../../src/app/notices/notice-publication.js';
import { NoticeRepository } from '../../../src/app/notices/notice.repository.js';
import { type NoticeVersionsView, type NoticeView } from '../../../src/app/notices/notices.dto.js';
import { ConsentDesk } from '../../../src/consent/index.js';
import { AiProviders } from '../../../src/platform/ai/index.js';
import { Config } from '../../../src/platform/config/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { personWith } from '../../support/people.js';
import { World } from '../../support/world.js';

const ANOTHER = { version: '2027-03-01', says: 'Interviews are kept for less long.', significant: true };

let world: World;
let values: Policy['values'];

beforeAll(async () => {
  world = await World.create({ STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRETS: 'whsec_1', ANTHROPIC_API_KEY: 'a' });
  ({ values } = world.app.get(Policy));
});
afterAll(() => world.destroy());

const text = async (notice: string): Promise<string> => (await world.visitor().get(`/legal/${notice}.txt`)).text;
const versions = async (): Promise<NoticeVersionsView['versions']> => ((await world.visitor().get('/api/notices/privacy/versions')).body as NoticeVersionsView).versions;
const shown = async (version: string): Promise<string> => JSON.stringify(((await world.visitor().get(`/api/notices/privacy/versions/${version}`)).body as NoticeView).parts);

/** The notices as they would be with another policy. */
const noticesUnder = (change: Partial<Policy['values']>): LegalNotices =>
  new LegalNotices(new Policy({ ...values, ...change }), world.app.get(Config), world.app.get(ConsentDesk), world.app.get(Cookies), world.app.get(AiProviders));

/** A start of this place with another policy. */
async function start(change: Partial<Policy['values']>, { production = false } = {}): Promise<void> {
  const config = Object.create(world.app.get(Config), { isProduction: { value: production } }) as Config;
  await new NoticePublication(noticesUnder(change), world.app.get(NoticeRepository), world.app.get(ChangeNews), new Policy({ ...values, ...change }), config, world.app.get(Database)).onModuleInit();
}

const mailsAbout = (): Promise<{ account: string }[]> => world.database.query<{ account: string }>(`select account_id as account from mail.outbox where template = 'notices-changed' order by account_id`);

describe('the notices', () => {
  it('say who runs this place, from which age, how long each thing is kept, what is sold through whom and how one signs in, as the policy does', async () => {
    const said = await text('privacy');
    const { operator, ages, certificate, retention } = values;
    for (const words of [operator.name, operator.address, operator.fiduciary.contact, operator.grievanceOfficer.contact, `${ages.account} or older`, `${ages.adult} or older`, `above ${certificate.scoreAbove} of 10`]) expect(said).toContain(words);
    const keeps = (id: string): string => world.app.get(Policy).keeps(id as keyof typeof retention);
    for (const [id, { says, from }] of Object.entries(retention)) expect(said).toContain(`\n${says}:\n    ${keeps(id)}\n    Counted from ${from}\n`);
    expect(said).toContain(`${retention.interviewResults.says}:\n    90 days`);
    expect(said).toMatch(/Paystack:\n {4}Takes NGN, GHS, KES, and ZAR[\s\S]*Stripe:\n {4}Takes every other currency/);
    expect(said).toMatch(/With a link we mail you, which works once and for 10 minutes\.[\s\S]*none of the ways through somebody else is set up/);
    expect(said).toContain(`version ${values.version}`);
  });

  it('[IM09] [MP13] [MR19] name each processor with what for, what it is given, where, what binds it and what protects data abroad, and say whether it is in use; authorities are given nothing without law or danger, and a reason', async () => {
    const said = await text('processors');
    expect(values.processors.length).toBeGreaterThan(5);
    for (const { id, name, purpose, data, region, agreement, transfer, policyUrl } of values.processors) {
      const own = said.slice(said.indexOf(`* ${name} *`)).split('\n* ')[0] ?? '';
      for (const words of [purpose, data, region, agreement.says, transfer, policyUrl]) expect([name, own]).toEqual([name, expect.stringContaining(words)]);
      expect([name, own.includes('In use here')]).toEqual([name, ['stripe', 'anthropic'].includes(id)]);
    }
    expect(said).toContain('In use here: it judges answers and words questions.');
    expect(await text('privacy')).toMatch(/to an authority or a court only when the law makes us, or when it is needed to protect somebody’s rights, property or safety\..*without a reason it cannot be done/);
  });

  it('[MP28] lead people in the European Union to the operator directly, or to the representative who is named there', async () => {
    const [eu] = values.rights.jurisdictions;
    if (!eu) throw new Error('The policy names no law');
    expect(await text('contact')).toMatch(new RegExp(`${eu.name}:[^:]*Write to us directly, we have nobody in between: ${values.operator.privacyContact}`));
    const represented = noticesUnder({ rights: { ...values.rights, jurisdictions: [{ ...eu, representative: { name: 'Datavakt AB', contact: 'eu@datavakt.test' } }] } });
    for (const notice of ['contact', 'privacy'] as const) expect(JSON.stringify(represented.read(notice).parts)).toMatch(/Write to Datavakt AB, who represents us there: .*eu@datavakt\.test/);
  });

  it('are not there under a name that is none, nor in a version that never was', async () => {
    for (const path of ['/api/notices/terms', '/api/notices/privacy/versions/1999-01-01', '/api/notices/privacy/versions/%00', '/api/notices/terms/versions', '/legal/terms.txt']) expect((await world.visitor().get(path)).status).toBe(404);
  });
});

describe('what was published', () => {
  it('[MR29] is never changed in silence: with other words under the same version, production refuses to start and says where they differ', async () => {
    const other = { ages: { ...values.ages, account: 17 } };
    await expect(start(other, { production: true })).rejects.toThrow(`other words than were published as version ${values.version}, in: Privacy notice (How it is kept safe); Contact (Somebody here is too young). Raise \`version\`, and add a line to \`changes\``);
    expect(await shown(values.version)).not.toContain('to be 17 or older');
    await start({}, { production: true });
  });

  it('follows the file while it is being written, before anybody relies on it', async () => {
    await start({ ages: { ...values.ages, account: 17 } });
    expect(await shown(values.version)).toContain('to be 17 or older');
    await start({});
    expect(await shown(values.version)).toContain('to be 16 or older');
  });

  it('holds nothing of how the server is set up at one moment', async () => {
    expect(await shown(values.version)).not.toMatch(/At this moment|In use here/);
  });

  it('[MR29] stays readable with its date when a new version comes, and every account is told of a significant one, once, by mail and in its inbox', async () => {
    const people = [await personWith(world, { email: 'one@example.com' }), await personWith(world, { email: 'two@example.com' }), await personWith(world, { email: 'three@example.com' })].sort();
    const gone = await personWith(world, { email: 'gone@example.com' });
    await world.database.query(`insert into accounts.closed_account (account_id, name, email, purge_at) values ($1, 'Gone', 'gone@example.com', clock.now() + interval '30 days')`, [gone]);
    const policy = { version: ANOTHER.version, changes: [ANOTHER, ...values.changes], ages: { ...values.ages, account: 17 } };
    await start(policy, { production: true });
    expect(await versions()).toMatchObject([{ ...ANOTHER, publishedAt: expect.any(String) as string }, { version: values.version, significant: false }]);
    expect([await shown(values.version), await shown(ANOTHER.version)]).toEqual([expect.stringContaining('to be 16 or older'), expect.stringContaining('to be 17 or older')]);
    const late = await personWith(world, { email: `${newId()}@example.com` });

    // A worker that is told to stop before its second turn is followed by one that goes on where it was.
    const stopping = { calls: 0, get aborted() { return (this.calls += 1) > 1; } };
    await world.app.get(ChangeNews).goOn(ANOTHER.version, stopping as unknown as AbortSignal);
    expect((await mailsAbout()).map(({ account }) => account)).toEqual(people.slice(0, 1));
    await world.database.query(`update notices.version set moved_at = moved_at - interval '1 hour'`);
    await world.app.get(ChangeNews).resume();
    await world.settle();
    expect((await mailsAbout()).map(({ account }) => account)).toEqual(people);
    const notes = await world.database.query<{ account: string; link: string }>(`select account_id as account, link from notifications.note where kind = 'app.notices_changed' order by account_id`);
    expect(notes).toEqual(people.map((account) => ({ account, link: '/legal/privacy/versions' })));
    expect([...people]).not.toContain(late);

    for (const production of [true, false]) await start(policy, { production });
    await world.settle();
    expect(await mailsAbout()).toHaveLength(people.length);
    expect(await world.database.query('select told_at is not null as told, told_up_to from notices.version where version = $1', [ANOTHER.version])).toEqual([{ told: true, told_up_to: null }]);
  });

  it('does not go back in production, and mails nobody about what does not matter to them', async () => {
    await expect(start({}, { production: true })).rejects.toThrow(`version ${ANOTHER.version} was published already; the policy cannot go back to ${values.version}`);
    const small = { version: '2027-04-01', says: 'A comma.', significant: false };
    const before = await mailsAbout();
    await start({ version: small.version, changes: [small, ANOTHER, ...values.changes] }, { production: true });
    await world.settle();
    expect(await mailsAbout()).toEqual(before);
  });

  it('tells of a significant change even where its own version was skipped here', async () => {
    const [small, skipped] = [{ version: '2027-06-01', says: 'Another comma.', significant: false }, { version: '2027-05-01', says: 'Something large.', significant: true }];
    await start({ version: small.version, changes: [small, skipped, ...values.changes] }, { production: true });
    expect((await versions())[0]).toMatchObject({ version: small.version, says: 'Another comma. Something large.', significant: true });
  });
});
