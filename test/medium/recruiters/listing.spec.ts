import { Client } from 'pg';
import { issued } from '../../support/certificates.js';
import { takeBack } from '../../support/consents.js';
import { hide, listedCandidate, scored, share, talentIdOf } from '../../support/listed-candidate.js';
import { personWith } from '../../support/people.js';
import { World } from '../../support/world.js';

interface Row {
  readonly fields: string[];
  readonly headline: string | null;
  readonly place: string | null;
  readonly languages: string[];
  readonly availability: string | null;
  readonly score: string | null;
  readonly due: boolean;
  readonly words: string;
}

describe('the listing', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  const listed = async (accountId: string): Promise<Row | undefined> => {
    const [row] = await world.database.query<Row>(
      `select fields, headline, place, languages, availability, top_score::text as score, score_is_due as due, search::text as words from recruiters.talent_listing where candidate_id = $1`, [accountId]);
    return row;
  };
  const as = async (role: 'viva_application' | 'viva_talent', sql: string): Promise<string> => {
    const client = new Client({ connectionString: world.database.applicationUrl });
    await client.connect();
    try {
      await client.query(`set role ${role}`);
      await client.query(sql);
      return 'done';
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.end();
    }
  };

  it('[MO03] holds nobody who has not switched it on, and loses them in the commit that switches it off', async () => {
    const { accountId, talentId } = await listedCandidate(world);
    const other = await personWith(world, { email: 'quiet@example.com' });
    expect(await listed(other)).toBeUndefined();
    expect((await listed(accountId))?.headline).toBe('Builds things that last');
    await hide(world, accountId);
    expect(await listed(accountId)).toBeUndefined();
    expect(await world.database.query('select from recruiters.talent_contact where candidate_id = $1', [accountId])).toEqual([]);
    await share(world, accountId, []);
    expect(await talentIdOf(world, accountId)).not.toBe(talentId);
  });

  it('shows the fields somebody chose and none besides, and empties those taken back in the same statement', async () => {
    const { accountId, talentId } = await listedCandidate(world, { score: '8.2', shares: ['place', 'scores', 'email'] });
    expect(await listed(accountId)).toMatchObject({ fields: ['email', 'headline', 'place', 'scores', 'skills'], place: 'Lisbon', score: '8.200', languages: [], availability: null });
    expect(await world.database.query('select name, email is not null as has from recruiters.talent_contact where candidate_id = $1', [accountId])).toEqual([{ name: null, has: true }]);
    await world.database.query(`update consent.live_grant set fields = '{headline,languages,skills}' where subject_id = $1`, [accountId]);
    expect(await listed(accountId)).toMatchObject({ fields: ['headline', 'languages', 'skills'], place: null, score: null });
    expect((await listed(accountId))?.words).not.toContain('lisbon');
    expect(await world.database.query('select email from recruiters.talent_contact where candidate_id = $1', [accountId])).toEqual([{ email: null }]);
    await share(world, accountId, ['languages']);
    expect(await listed(accountId)).toMatchObject({ languages: ['en', 'pt'], place: null });
    expect(await talentIdOf(world, accountId)).toBe(talentId);
  });

  it('lists adults with a headline and a skill only, and says what is missing', async () => {
    const young = await personWith(world, { email: 'young@example.com' });
    await world.database.query('update accounts.account set declared_age_reached = 16 where id = $1', [young]);
    await expect(share(world, young, [])).rejects.toMatchObject({ code: 'recruiters.adults_only' });
    const bare = await personWith(world, { email: 'bare@example.com' });
    await expect(share(world, bare, [])).rejects.toMatchObject({ code: 'recruiters.profile_too_thin' });
    expect(await world.database.query('select from consent.live_grant where subject_id = any ($1)', [[young, bare]])).toEqual([]);
  });

  it('follows the profile, and hides somebody who has nothing left to show', async () => {
    const { accountId } = await listedCandidate(world);
    const { profileChanged } = await import('../../../src/candidates/index.js');
    const { Outbox } = await import('../../../src/platform/jobs/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const change = async (set: string): Promise<void> => {
      await world.database.query(`update candidates.profile set ${set} where account_id = $1`, [accountId]);
      await world.app.get(Outbox).publish(world.app.get(Database).alone, profileChanged, { accountId });
      await world.settle();
    };
    await change(`headline = 'Mends what others gave up'`);
    expect((await listed(accountId))?.headline).toBe('Mends what others gave up');
    await change(`headline = ''`);
    expect(await listed(accountId)).toBeUndefined();
  });

  it('shows the best result, drops it in the commit that deletes it, and then looks for the next best', async () => {
    const { accountId } = await listedCandidate(world, { score: '6.5' });
    const best = await scored(world, accountId, '9.1');
    await share(world, accountId, ['scores']);
    expect((await listed(accountId))?.score).toBe('9.100');
    await world.database.query('delete from interviews.interview where id = $1', [best]);
    expect(await listed(accountId)).toMatchObject({ score: null, due: true });
    await settleScores();
    expect(await listed(accountId)).toMatchObject({ score: '6.500', due: false });
  });

  it('shows results as long as their owner keeps them, and no longer once they let go', async () => {
    const { accountId } = await listedCandidate(world, {});
    const id = await scored(world, accountId, '7.7');
    await share(world, accountId, ['scores']);
    const { KeptInterviews } = await import('../../../src/interviews/kept-interviews.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const end = async (): Promise<string | undefined> => {
      await world.settle();
      return (await world.database.query<{ end: string }>('select score_expires_at::text as end from recruiters.talent_listing where candidate_id = $1', [accountId]))[0]?.end;
    };
    await world.app.get(Database).transaction((tx) => world.app.get(KeptInterviews).keep(tx, accountId, id));
    expect(await end()).toBe('infinity');
    await world.app.get(Database).transaction((tx) => world.app.get(KeptInterviews).letGo(tx, accountId, id));
    expect(Date.parse((await end()) ?? '')).toBeGreaterThan(Date.now());
  });

  it('shows the best public certificate of those who share it, and none from the commit that takes it back', async () => {
    const { accountId } = await listedCandidate(world, { shares: ['certificate'] });
    const { certificateId, slug } = await issued(world, accountId, { score: '8.04' });
    const better = await issued(world, accountId, { score: '9.12' });
    await issued(world, accountId, { score: '9.90', published: false });
    const certified = async (): Promise<unknown[]> =>
      world.database.query('select certificate_id as id, certificate_role as role, certificate_score::text as score, certificate_slug as slug from recruiters.talent_listing where candidate_id = $1', [accountId]);
    await share(world, accountId, ['certificate']);
    expect(await certified()).toEqual([{ id: better.certificateId, role: 'Software engineer', score: '9.120', slug: null }]);
    // Jobs wait until they are asked for: nothing but the withdrawal itself has come by.
    await takeBack(world, accountId, 'public_certificate', better.certificateId);
    expect(await certified()).toEqual([{ id: null, role: null, score: null, slug: null }]);
    await world.settle();
    expect(await certified()).toEqual([{ id: certificateId, role: 'Software engineer', score: '8.040', slug: null }]);
    // Its page bears a name.
    await share(world, accountId, ['certificate', 'name']);
    expect(await certified()).toMatchObject([{ slug }]);
    await world.database.query(`update consent.live_grant set fields = '{certificate,headline,skills}' where subject_id = $1 and purpose = 'discovery'`, [accountId]);
    expect(await certified()).toMatchObject([{ id: certificateId, slug: null }]);
    await world.database.query(`update consent.live_grant set fields = '{headline,skills}' where subject_id = $1 and purpose = 'discovery'`, [accountId]);
    expect(await certified()).toEqual([{ id: null, role: null, score: null, slug: null }]);
  });

  it('keeps a score as long as a certificate that is shown carries it, although the interview is gone', async () => {
    const { accountId } = await listedCandidate(world, { shares: ['certificate', 'scores'] });
    const { interviewId, certificateId } = await issued(world, accountId, { score: '8.04' });
    await share(world, accountId, ['certificate', 'scores']);
    const score = (await listed(accountId))?.score;
    expect(score).toBe('8.040');
    await world.database.query('delete from interviews.interview where id = $1', [interviewId]);
    expect(await listed(accountId)).toMatchObject({ score: '8.040', due: false });
    expect(await world.database.query(`select competency_scores <> '{}' as by_competency, score_expires_at = certificate_expires_at as together from recruiters.talent_listing where candidate_id = $1`, [accountId])).toEqual([{ by_competency: true, together: true }]);
    await takeBack(world, accountId, 'public_certificate', certificateId);
    expect(await listed(accountId)).toMatchObject({ score: null, due: true });
  });

  it('cannot be written without a consent, whoever tries', async () => {
    const { accountId } = await listedCandidate(world);
    const stranger = await personWith(world, { email: 'stranger@example.com' });
    const insert = (candidate: string, fields: string): string =>
      `insert into recruiters.talent_listing (candidate_id, fields, grant_expires_at, alias) values ('${candidate}', '${fields}', 'infinity', 'Nobody')`;
    expect(await as('viva_application', insert(stranger, '{headline,skills}'))).toBe('23503');
    expect(await as('viva_application', `update recruiters.talent_listing set fields = '{email,headline,skills}' where candidate_id = '${accountId}'`)).toBe('23503');
    await share(world, accountId, []);
    expect(await as('viva_application', `update recruiters.talent_listing set place = 'Lisbon' where candidate_id = '${accountId}'`)).toBe('23514');
    expect(await as('viva_application', `insert into recruiters.talent_contact (candidate_id, purpose, fields, grant_expires_at) values ('${stranger}', 'discovery', '{email}', 'infinity')`)).toBe('23503');
  });

  it('is all that the role of the search can read', async () => {
    expect(await as('viva_talent', 'select talent_id, headline, skills, top_score from recruiters.talent_listing')).toBe('done');
    const forbidden = [
      'select candidate_id from recruiters.talent_listing', 'select interview_id from recruiters.talent_listing', 'select from recruiters.talent_contact', 'select from candidates.profile',
      'select from consent.live_grant', 'select from accounts.account', 'select from auth."user"', 'select from interviews.interview', `update recruiters.talent_listing set alias = 'x'`,
    ];
    for (const sql of forbidden) expect([sql, await as('viva_talent', sql)]).toEqual([sql, '42501']);
  });

  it('follows a changed name and address wherever they are shared, and reaches nobody else', async () => {
    const { accountId } = await listedCandidate(world, { shares: ['name', 'email'] });
    const { accountEvents } = await import('../../../src/accounts/index.js');
    const { Outbox } = await import('../../../src/platform/jobs/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    await world.database.query(`update auth."user" set name = 'Maren Holt-Lund' where id = $1`, [accountId]);
    await world.app.get(Outbox).publish(world.app.get(Database).alone, accountEvents.identityChanged, { accountId });
    await world.settle();
    expect(await world.database.query('select name from recruiters.talent_contact where candidate_id = $1', [accountId])).toEqual([{ name: 'Maren Holt-Lund' }]);
    expect(await world.database.query(`select from recruiters.talent_contact where candidate_id <> $1 and name = 'Maren Holt-Lund'`, [accountId])).toEqual([]);
  });

  it('gives every skill of the dictionary a number of its own', async () => {
    const { loadSkillDictionary } = await import('../../../src/candidates/skills/load-skill-dictionary.js');
    const { skillNumber } = await import('../../../src/recruiters/talent/skill-number.js');
    const { skills } = loadSkillDictionary();
    expect(skills.length).toBeGreaterThan(300);
    expect(new Set(skills.map(skillNumber)).size).toBe(skills.length);
  });

  const settleScores = async (): Promise<void> => {
    const { ListingDesk } = await import('../../../src/recruiters/talent/listing-desk.js');
    await world.app.get(ListingDesk).refreshScores();
  };
});
