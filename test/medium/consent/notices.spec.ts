import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ConsentDesk } from '../../../src/consent/index.js';
import { ConsentSweep } from '../../../src/consent/consent-sweep.js';
import { NoticePublication } from '../../../src/consent/notice-publication.js';
import { NoticeRepository } from '../../../src/consent/notice.repository.js';
import { Notices } from '../../../src/consent/notices.js';
import { Database, databaseFaults } from '../../../src/platform/db/index.js';
import { Policy, type Purpose } from '../../../src/platform/policy/index.js';
import { personWith } from '../../support/people.js';
import { World } from '../../support/world.js';

let world: World;
let db: Database;
let values: Policy['values'];

beforeAll(async () => {
  world = await World.create();
  db = world.app.get(Database);
  ({ values } = world.app.get(Policy));
});
afterAll(() => world.destroy());

type Change = Partial<Policy['values']['purposes'][Purpose]>;

/** A start with the policy as it is, but for one purpose; with `keeps` it is the policy of the starts after it, too. */
const startWith = async (purpose: Purpose, change: Change, { keeps = false } = {}): Promise<void> => {
  const purposes = { ...values.purposes, [purpose]: { ...values.purposes[purpose], ...change } };
  const policy = new Policy({ ...values, purposes });
  if (keeps) values = policy.values;
  await new NoticePublication(new Notices(policy), world.app.get(NoticeRepository), world.app.get(ConsentSweep), db).onModuleInit();
};
const give = (subjectId: string, purpose: Purpose, scope = '') => db.transaction((tx) => world.app.get(ConsentDesk).give(tx, {
  subjectId, purpose, scope, noticeVersion: world.app.get(Policy).values.purposes[purpose].version, wording: 'Yes', locale: 'en', how: 'switch', where: '/consents', eventId: randomUUID(),
}));
const liveOf = async (subjectId: string) => (await world.app.get(ConsentDesk).live(db.alone, subjectId)).map(({ purpose }) => purpose);
const eventsOf = (subjectId: string) => world.database.query<{ because: string }>(`select payload ->> 'because' as because from jobs.outbox where name = 'consent.ended' and payload ->> 'subjectId' = $1`, [subjectId]);

describe('a notice', () => {
  it('is never changed in silence: the start is refused, and says what to do', async () => {
    await expect(startWith('marketing_email', { says: 'We sell your address.' })).rejects.toThrow(/purposes\.marketing_email: its notice has changed since version 2 was published. Give it version 3/);
    await expect(startWith('marketing_email', { says: 'Costs {retention.nothing}.' })).rejects.toThrow(/there is no value \{retention\.nothing\}/);
    await expect(startWith('marketing_email', {})).resolves.toBeUndefined();
  });

  it('goes on with what was allowed when a new version changes nothing that matters', async () => {
    const me = await personWith(world, { email: `${randomUUID()}@example.com` });
    await give(me, 'marketing_email');
    await startWith('marketing_email', { says: 'Now and then, a mail with news.', version: 3, material: false }, { keeps: true });
    expect(await liveOf(me)).toEqual(['marketing_email']);
    expect(await eventsOf(me)).toEqual([]);
  });

  it('ends what was allowed in the commit that publishes a material change, and has everybody asked again', async () => {
    const me = await personWith(world, { email: `${randomUUID()}@example.com` });
    await give(me, 'resume_keeping');
    await startWith('resume_keeping', { says: 'Your file is kept, and read by others.', version: 2, material: true }, { keeps: true });
    expect(await liveOf(me)).toEqual([]);
    expect(await world.database.query('select 1 from consent.live_grant where subject_id = $1', [me])).toEqual([]);
    expect(await eventsOf(me)).toEqual([{ because: 'invalidated' }]);
    const [act] = await world.database.query<{ status: string; notice_version: number }>(
      'select r.status, r.notice_version from consent.record r join consent.subject s on s.ref = r.subject_ref where s.account_id = $1 order by r.version desc limit 1', [me],
    );
    expect(act).toEqual({ status: 'invalidated', notice_version: 1 });
    // Somebody who still has the old page open allows nothing.
    await expect(give(me, 'resume_keeping')).rejects.toMatchObject({ code: 'consent.notice_changed', status: 409 });
    expect(await liveOf(me)).toEqual([]);
    await expect(startWith('resume_keeping', { version: 1 })).rejects.toThrow(/version 2 of its notice was published already/);
  });
});

describe('a notice that was changed materially', () => {
  it('asks those anew who agreed to news when it was said that none were written', async () => {
    const me = await personWith(world, { email: `${randomUUID()}@example.com` });
    await give(me, 'marketing_email');
    // As it was before the notice of today was published.
    await world.database.query(`update consent.live_grant set notice_version = 1 where subject_id = $1`, [me]);
    await world.database.query(`delete from consent.notice where purpose = 'marketing_email'`);
    expect(await liveOf(me)).toEqual(['marketing_email']);
    const { marketing_email: today } = world.app.get(Policy).values.purposes;
    await startWith('marketing_email', today, { keeps: true });
    expect(await liveOf(me)).toEqual([]);
    expect(await eventsOf(me)).toEqual([{ because: 'invalidated' }]);
  });

  it('[IM15] [MP25] is mailed to those whom it concerns and asks them again; saying nothing allows nothing', async () => {
    const email = 'asked-again@example.com';
    const ada = await world.candidate(email);
    const [{ id } = { id: '' }] = await world.database.query<{ id: string }>('select id from auth."user" where email = $1', [email]);
    await give(id, 'ai_processing', 'anthropic');
    const mails = async () => ((await ada.get('/api/inbox')).body as { mails: { to: string; subject: string }[] }).mails.filter(({ to }) => to === email).map(({ subject }) => subject);
    await startWith('ai_processing', { says: 'Your answers and your resume are sent to a provider.', version: 3, material: true });
    await world.settle();
    await world.settle();
    expect((await mails()).filter((subject) => subject.includes('its text has changed'))).toHaveLength(1);
    const stateOf = async () => ((await ada.get('/api/consents')).body as { consents: { purpose: string; live: boolean; ended: { because: string } | null }[] }).consents.find(({ purpose }) => purpose === 'ai_processing');
    expect(await stateOf()).toMatchObject({ live: false, ended: { because: 'invalidated' } });
    await world.database.moveClock('60 days');
    await world.app.get(ConsentSweep).sweep();
    expect(await liveOf(id)).toEqual([]);
    await world.database.moveClock('-60 days');
  });
});

describe('the role of the talent search', () => {
  it.each([
    ['a private table', 'grant select on consent.live_grant to viva_talent', 'consent.live_grant.subject_id', 'revoke select on consent.live_grant from viva_talent'],
    ['who stands behind a listing', 'grant select (candidate_id) on recruiters.talent_listing to viva_talent', 'recruiters.talent_listing.candidate_id', 'revoke select (candidate_id) on recruiters.talent_listing from viva_talent'],
    ['what everybody may read', 'grant select on candidates.resume to public', 'candidates.resume.', 'revoke select on candidates.resume from public'],
    ['a table it could write to', 'grant update (alias) on recruiters.talent_listing to viva_talent', 'may change recruiters.talent_listing', 'revoke update (alias) on recruiters.talent_listing from viva_talent'],
    ['a column that nobody declared', 'grant select (score_is_due) on recruiters.talent_listing to viva_talent', 'recruiters.talent_listing.score_is_due', 'revoke select (score_is_due) on recruiters.talent_listing from viva_talent'],
    ["its owner's rights", 'grant execute on function consent.forget to viva_talent', 'consent.forget', 'revoke execute on function consent.forget from viva_talent'],
  ])('keeps the product from starting when it sees %s', async (_what, plant, named, remove) => {
    await world.database.query(plant);
    const faults = await databaseFaults(world.database.applicationUrl);
    await world.database.query(remove);
    expect(faults).toEqual(expect.arrayContaining([expect.stringContaining(named)]));
    expect(await databaseFaults(world.database.applicationUrl)).toEqual([]);
  });
});

describe('npm run verify-audit', () => {
  const verify = (): Promise<{ code: number; said: string }> =>
    promisify(execFile)(process.execPath, ['--import', './test/support/typescript.mjs', 'src/consent/verify-consents.ts'], {
      cwd: join(import.meta.dirname, '../../..'),
      env: { PATH: process.env['PATH'], SECRET: 'f3c1a9d2e4b5967880716253443526170', DATABASE_URL: world.database.applicationUrl },
    }).then(({ stdout }) => ({ code: 0, said: stdout }), ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }));

  it('follows the consents of everybody as well, and fails when one was tampered with', async () => {
    expect(await verify()).toEqual({ code: 0, said: expect.stringMatching(/^The ledger of consents is whole: \d+ entries in \d+ chains\n$/) as string });
    await world.database.query('alter table consent.record disable trigger user');
    await world.database.query(`update consent.record set wording = 'No' where version = 1`);
    await world.database.query('alter table consent.record enable trigger user');
    expect(await verify()).toEqual({ code: 1, said: expect.stringMatching(/^The ledger of consents is broken: entry 1 of [0-9a-f-]{36} does not hang from the entry before it\.\n/) as string });
  });
});
