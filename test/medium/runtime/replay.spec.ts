import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Measures } from '../../../src/certificates/life/measures.js';
import { type MeasureKind } from '../../../src/certificates/life/measure.repository.js';
import { pngWith } from '../../../src/accounts/pictures/pictures.fixture.js';
import { Database } from '../../../src/platform/db/index.js';
import { definedFacts } from '../../../src/platform/journal/fact.js';
import { Journal } from '../../../src/platform/journal/index.js';
import { HoldSecrets } from '../../../src/privacy/holds/hold-secrets.js';
import { LegalHolds } from '../../../src/privacy/holds/legal-holds.js';
import { type Decision, OrganisationApproval } from '../../../src/recruiters/organisations/organisation-approval.js';
import { backedUp } from '../../support/backed-up.js';
import { allow } from '../../support/consents.js';
import { handedIn, type Invited, type PublishedTemplate, publishedTemplate } from '../../support/invited.js';
import { hide, listedCandidate, type ListedCandidate, scored, share, talentIdOf } from '../../support/listed-candidate.js';
import { personWith, signedIn } from '../../support/people.js';
import { PASSWORD, World } from '../../support/world.js';

type Recruiter = Awaited<ReturnType<World['recruiter']>>;
const RESUME = 'Maren Holt\nSoftware engineer\n\nExperience\nSoftware engineer at Acme, 2019 to 2024\nBuilt a search in TypeScript and PostgreSQL that answers in 40 ms.\n\nSkills\nTypeScript, PostgreSQL, Node.js\n\nEducation\nBSc Computer Science, 2018\n';
interface Person { accountId: string; email: string; visitor: Awaited<ReturnType<World['candidate']>> }

/** What a database of the day before knows, and what happened on the day after it. */
describe('a database of before that heard from the journal', () => {
  let world: World;
  let certificates = 0;
  let operatorId: string;
  let acme: Recruiter;
  let agency: Recruiter;
  let template: PublishedTemplate;
  let done: Readonly<Record<string, number>>;

  const rows = async (sql: string, ...parameters: unknown[]): Promise<number> => (await world.database.query<{ count: number }>(`select count(*)::int as count from ${sql}`, parameters))[0]?.count ?? -1;
  const person = async (): Promise<Person> => {
    const email = `${randomUUID()}@example.com`;
    const accountId = await personWith(world, { email });
    const visitor = world.visitor();
    visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
    return { accountId, email, visitor };
  };
  const ok = async (asked: Promise<{ status: number; text: string }>): Promise<void> => {
    const { status, text } = await asked;
    if (status >= 300) throw new Error(`${status} ${text}`);
  };
  const replay = async (): Promise<Readonly<Record<string, number>>> => Object.fromEntries([...(await world.app.get(Journal).replay()).kinds].map(([kind, count]) => [kind, count.done]));
  const block = ({ visitor }: ListedCandidate, ...domains: string[]) => visitor.put('/api/visibility/blocks', { domains, organisationIds: [] });
  const profile = (changed: object = {}) => ({
    headline: 'Builds things that last', roleTitle: 'Software engineer', levelId: 'mid', skills: ['TypeScript', 'PostgreSQL'], place: 'Lisbon', country: 'PT', remote: 'hybrid', languages: ['en', 'pt'], availability: 'month', ...changed,
  });
  const measure = (id: string, kind: MeasureKind) => world.app.get(Database).transaction((tx) => world.app.get(Measures).take(tx, operatorId, id, kind, 'Somebody says that it is not theirs.'));
  const decide = (id: string, decision: Decision) => world.app.get(Database).transaction((tx) => world.app.get(OrganisationApproval).decide(tx, operatorId, id, decision, 'It is not who it says.'));
  const stateOf = async (id: string) => (await world.database.query('select state from recruiters.organisation where id = $1', [id]))[0]?.state;
  const certificate = async (): Promise<string> => {
    const id = randomUUID();
    await world.database.query(
      `insert into certificates.certificate (id, slug, candidate_id, state, asked_at, issued_at, valid_until, status_index) values ($1, $2, $3, 'issued', clock.now(), clock.now(), clock.now() + interval '6 months', $4)`,
      [id, randomUUID().replaceAll('-', '').slice(0, 22), (await person()).accountId, (certificates += 1)]);
    return id;
  };

  const talents: Record<'blocks' | 'blocked' | 'narrows' | 'adds' | 'objects' | 'lifted', ListedCandidate> = {} as never;
  let [mails, signs, unlinks, keeps, resumes]: Person[] = [];
  let interviewId: string;
  let hidden: ListedCandidate;
  let [deletes, passed]: Invited[] = [];
  let declines: Person & { invitationId: string };
  let linkId: string;
  let [holdId, secretId] = ['', ''];
  /** In so many days. */
  const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
  const [secretUntil, prolongedUntil] = [inDays(10), inDays(20)];
  let [suspended, revoked, cleared] = ['', '', ''];
  let [removed, demoted, back]: Recruiter[] = [];
  let stranger: Recruiter;
  /** Signed in again, of Acme. */
  let seeker: Person['visitor'];

  beforeAll(async () => {
    world = await World.create();
    seeker = world.visitor();
    operatorId = await personWith(world, { email: 'operator@example.com', roles: ['operator'] });
    acme = await world.recruiter({ organisation: { domain: 'acme.com' } });
    agency = await world.recruiter({ organisation: { kind: 'agency', clients: [{ name: 'Client Ltd' }] } });
    stranger = await world.recruiter();
    template = await publishedTemplate(world, agency.organisationId, { clientName: 'Client Ltd' });
    [removed, demoted, back] = [await colleague(['recruiter']), await colleague(['owner', 'recruiter']), await colleague(['recruiter'])];
    for (const name of ['blocks', 'blocked', 'narrows', 'adds', 'objects', 'lifted'] as const) talents[name] = await listedCandidate(world);
    [mails, signs, unlinks, keeps, resumes] = [await person(), await person(), await person(), await person(), await person()];
    hidden = await listedCandidate(world);
    interviewId = await scored(world, keeps.accountId, '8');
    declines = await invited();
    [deletes, passed] = [await handedIn(world, template), await handedIn(world, template, { clientSharing: true })];
    [suspended, revoked, cleared] = [await certificate(), await certificate(), await certificate()];
    await world.database.query(`insert into auth.account (id, "accountId", "providerId", "userId") values ($1, 'me', 'https://accounts.example', $2)`, [randomUUID(), unlinks.accountId]);
    await agency.visitor.post(`/api/templates/${template.templateId}/client-links`, { invitationIds: [passed.invitationId], recipientName: 'Cleo', recipientEmail: 'cleo@client.example', days: 14 });
    linkId = (await world.database.query<{ id: string }>('select id from recruiters.client_link'))[0]?.id ?? '';
    await agency.visitor.post('/api/organisation/invitations', { email: 'asked@example.com', roles: ['recruiter'] });
    await dayBefore();
    const backup = await backedUp(world);
    await dayAfter();
    await world.settle();
    await backup.restore();
    done = await replay();
    seeker.keep(`viva.session_token=${await signedIn(world, acme.accountId)}; Path=/`);
  });
  afterAll(() => world.destroy());

  async function invited(): Promise<Person & { invitationId: string }> {
    const [somebody, invitationId] = [await person(), randomUUID()];
    await world.database.query(
      `insert into recruiters.invitation (id, organisation_id, template_id, template_version_id, email, name, state, candidate_id, deadline_at, opened_at, accepted_at, expires_at)
       values ($1, $2, $3, $4, $5, 'Maren Holt', 'opened', $6, clock.now() + interval '14 days', clock.now(), clock.now(), clock.now() + interval '90 days')`,
      [invitationId, template.organisationId, template.templateId, template.versionId, somebody.email, somebody.accountId]);
    return { ...somebody, invitationId };
  }

  const colleague = (roles: readonly ('owner' | 'recruiter')[]): Promise<Recruiter> => world.recruiter({ organisationId: acme.organisationId, roles });

  /** In the backup, and in the journal: the journal must not undo what came after it. */
  async function dayBefore(): Promise<void> {
    await ok(block(talents.blocked, 'old.com'));
    await ok(block(talents.blocked, 'acme.com'));
    await ok(talents.lifted.visitor.put('/api/objections/discovery', {}));
    await ok(talents.lifted.visitor.delete('/api/objections/discovery'));
    await hide(world, talents.lifted.accountId);
    await share(world, talents.lifted.accountId, ['name']);
    await ok(talents.adds.visitor.put('/api/candidate-profile', profile({ place: 'Porto' })));
    await ok(acme.visitor.delete(`/api/organisation/members/${back!.accountId}`));
    await world.database.query('insert into recruiters.member (account_id, organisation_id, roles) values ($1, $2, $3)', [back!.accountId, stranger.organisationId, ['recruiter']]);
    await ok(keeps!.visitor.put(`/api/interviews/${interviewId}/pin`, {}));
    for (const { accountId } of [mails!, signs!]) await world.database.query(`insert into accounts.picture (account_id, issuer, type, bytes) values ($1, 'https://accounts.example', 'image/png', $2)`, [accountId, pngWith('me')]);
    for (const { visitor } of [mails!, signs!]) await ok(visitor.send('PATCH', '/api/account', JSON.stringify({ phone: '+47 55 12 34 56' }), { 'content-type': 'application/json' }));
    const hold = { accountId: keeps!.accountId, modules: ['interviews'], ground: 'A dispute', reason: 'A court asks for it.', holdsUntil: inDays(30) };
    [holdId, secretId] = [(await world.app.get(LegalHolds).place(operatorId, { ...hold, secret: null })).id, (await world.app.get(LegalHolds).place(operatorId, { ...hold, secret: { because: 'A law', until: secretUntil } })).id];
    await allow(world, resumes!.accountId, 'resume_keeping');
    await ok(resumes!.visitor.putFile('/api/resume', Buffer.from(RESUME), 'text/plain'));
    await measure(cleared, 'suspended');
    await measure(cleared, 'restored');
    await world.settle();
  }

  async function dayAfter(): Promise<void> {
    await ok(block(talents.blocks, 'acme.com'));
    await ok(talents.narrows.visitor.put('/api/candidate-profile', profile({ place: '' })));
    await ok(talents.adds.visitor.put('/api/candidate-profile', profile({ place: 'Porto', skills: ['TypeScript', 'PostgreSQL', 'Go'] })));
    await ok(talents.objects.visitor.put('/api/objections/discovery', {}));
    await ok(mails!.visitor.put('/api/mail-preferences', { id: 'consent', isWanted: false }));
    await ok(mails!.visitor.put('/api/sale-opt-out', { optedOut: true }));
    await ok(signs!.visitor.put('/api/account/password', { password: 'Another-Long-Pass-9', current: PASSWORD }));
    const { id } = (await world.database.query<{ id: string }>(`select id from auth.account where "providerId" <> 'credential'`))[0]!;
    await ok(unlinks!.visitor.delete(`/api/account/providers/${id}`));
    await ok(declines.visitor.post(`/api/invitations/mine/${declines.invitationId}/refusal`, { neverAgain: true }));
    await ok(deletes!.visitor.post(`/api/invitations/mine/${deletes!.invitationId}/deletion`, {}));
    await ok(agency.visitor.delete(`/api/client-links/${linkId}`));
    await ok(acme.visitor.delete(`/api/organisation/members/${removed!.accountId}`));
    await ok(acme.visitor.put(`/api/organisation/members/${demoted!.accountId}`, { roles: ['recruiter'] }));
    await ok(keeps!.visitor.delete(`/api/interviews/${interviewId}/pin`));
    await ok(mails!.visitor.delete('/api/account/picture'));
    await ok(mails!.visitor.send('PATCH', '/api/account', JSON.stringify({ phone: null }), { 'content-type': 'application/json' }));
    await world.app.get(LegalHolds).end(operatorId, holdId);
    await world.app.get(HoldSecrets).prolong(operatorId, secretId, prolongedUntil, 'The court said so.');
    await ok(resumes!.visitor.delete('/api/resume/file'));
    await ok(world.visitor().post('/api/minor-reports', { about: hidden.email, why: 'She is in my class at school.' }));
    await decide(stranger.organisationId, 'suspend');
    await measure(suspended, 'suspended');
    await measure(revoked, 'revoked');
  }

  it('shows nobody to an employer they blocked since, and still everybody who blocked theirs before', async () => {
    expect(await talentIdOf(world, talents.blocks.accountId)).toBe('');
    expect(await talentIdOf(world, talents.blocked.accountId)).not.toBe('');
    expect([(await seeker.get(`/api/talent/${talents.blocked.talentId}`)).status, (await seeker.get(`/api/talent/${talents.adds.talentId}`)).status]).toEqual([404, 200]);
  });

  it('keeps nothing of a profile that something was taken out of since', async () => {
    expect([await talentIdOf(world, talents.narrows.accountId), await rows('candidates.profile where account_id = $1', talents.narrows.accountId)]).toEqual(['', 0]);
    expect([await talentIdOf(world, talents.adds.accountId) === '', await rows(`candidates.profile where account_id = $1 and place = 'Porto'`, talents.adds.accountId)]).toEqual([false, 1]);
  });

  it('keeps no file and no interview that somebody let go of, and hides whoever may be too young', async () => {
    expect([await rows('candidates.kept_resume where account_id = $1', resumes!.accountId), await rows('candidates.resume where account_id = $1', resumes!.accountId)]).toEqual([0, 1]);
    expect(await rows('interviews.interview where id = $1 and not kept and expires_at is not null', interviewId)).toBe(1);
    expect((await seeker.get(`/api/talent/${hidden.talentId}`)).status).toBe(404);
  });

  it('keeps no telephone number and no picture that somebody deleted, and no sealed copy of a hold that was ended', async () => {
    expect([await rows('accounts.account where phone is not null'), await rows('accounts.picture where account_id = $1', signs!.accountId), await rows('accounts.picture')]).toEqual([1, 1, 1]);
    expect([await rows('privacy.legal_hold where id = $1 and ended_at is not null', holdId), await rows(`storage.object where subject = $1 and status = 'stored'`, holdId)]).toEqual([1, 0]);
  });

  it('tells nobody earlier of a hold whose secret was made longer since', async () => {
    expect(await world.database.query('select secret_until from privacy.legal_hold where id = $1', [secretId])).toEqual([{ secret_until: prolongedUntil }]);
  });

  it('heeds objections, and those only that still stood', async () => {
    expect([await talentIdOf(world, talents.objects.accountId), await rows('privacy.objection where account_id = $1', talents.objects.accountId)]).toEqual(['', 1]);
    await expect(allow(world, talents.objects.accountId, 'discovery')).rejects.toMatchObject({ code: 'privacy.objected' });
    expect([await talentIdOf(world, talents.lifted.accountId) === '', await rows('privacy.objection where account_id = $1', talents.lifted.accountId)]).toEqual([false, 0]);
    expect([await rows('notifications.mail_refusal where account_id = $1', mails!.accountId), await rows('privacy.sale_choice where account_id = $1 and opted_out', mails!.accountId)]).toEqual([1, 1]);
  });

  it('lets nobody in by a sign-in, a password, a provider or a link of before', async () => {
    expect((await keeps!.visitor.get('/api/account')).status).toBe(401);
    const signIn = async (email: string): Promise<number> => (await world.visitor().post('/api/session', { email, password: PASSWORD })).status;
    expect([await signIn(signs!.email), await signIn(keeps!.email)]).toEqual([401, 200]);
    expect(await rows(`auth.account where "userId" = $1 and "providerId" <> 'credential'`, unlinks!.accountId)).toBe(0);
    expect([await rows('accounts.link'), await rows('accounts.operator_claim'), await rows('recruiters.colleague_invitation'), await rows('recruiters.client_link where revoked_at is null')]).toEqual([0, 0, 0, 0]);
  });

  it('asks nobody again who declined, and everybody with a copy once more to delete it', async () => {
    expect(await rows(`recruiters.invitation where id = $1 and state = 'declined'`, declines.invitationId)).toBe(1);
    expect(await rows(`recruiters.do_not_invite where organisation_id = $1 and said_by = 'person'`, agency.organisationId)).toBe(1);
    expect([await rows('interviews.interview where id = $1', deletes!.interviewId), await rows('recruiters.deletion where invitation_id = $1', deletes!.invitationId)]).toEqual([0, 1]);
    expect(await rows('recruiters.report_access where invitation_id = $1', deletes!.invitationId)).toBe(0);
  });

  it('has nobody work where they were removed, and no organisation search that was stopped', async () => {
    const rolesOf = (accountId: string) => world.database.query('select roles from recruiters.member where account_id = $1', [accountId]);
    expect([await rolesOf(removed!.accountId), await rolesOf(demoted!.accountId), await rolesOf(back!.accountId)]).toEqual([[], [{ roles: ['recruiter'] }], [{ roles: ['recruiter'] }]]);
    expect(await rows(`accounts.account where id = $1 and 'recruiter' = any (roles)`, removed!.accountId)).toBe(0);
    expect([await stateOf(stranger.organisationId), await stateOf(acme.organisationId)]).toEqual(['suspended', 'approved']);
  });

  it('has no certificate hold that the operator suspended or revoked', async () => {
    const standing = (await world.database.query('select state, suspended_at is not null as suspended from certificates.certificate where id = any($1) order by array_position($1, id)', [[suspended, revoked, cleared]]));
    expect(standing).toEqual([{ state: 'issued', suspended: true }, { state: 'revoked', suspended: false }, { state: 'issued', suspended: false }]);
  });

  it('is changed by nothing when it hears the same once more', async () => {
    expect(Object.entries(done).filter(([, count]) => count > 0).map(([kind]) => kind).sort()).toEqual([
      'accounts.detail', 'accounts.password_set', 'accounts.provider_unlinked', 'candidates.profile_narrowed', 'candidates.resume_file_deleted', 'certificates.measure_taken', 'consent.ended', 'interviews.deleted', 'interviews.kept', 'notifications.mail_choice', 'privacy.hidden', 'privacy.hold_ended', 'privacy.objection', 'privacy.sale_choice', 'privacy.secret_prolonged',
      'recruiters.blocks', 'recruiters.client_link_revoked', 'recruiters.deletion_asked', 'recruiters.invitation_ended', 'recruiters.member', 'recruiters.never_invited', 'recruiters.organisation_decided',
    ]);
    await world.settle();
    expect(Object.values(await replay()).reduce((sum, count) => sum + count, 0)).toBe(0);
  });

  it('is told of in the guide for operators, kind by kind', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../../docs/backup.md'), 'utf8');
    expect(definedFacts().filter(({ kind }) => !guide.includes(`\`${kind}\``)).map(({ kind }) => kind)).toEqual([]);
  });
});
