import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { allow, takeBack } from '../../support/consents.js';
import { publishedTemplate, type PublishedTemplate } from '../../support/invited.js';
import { mailTo } from '../../support/mails.js';
import { personWith, signedIn } from '../../support/people.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Tracked { id: string; state: string; answeredCount: number; questionCount: number; judgedBy: string | null; completedAt: string | null; scoredAt: string | null; readableUntil: string | null; refusal: string | null }
interface Own extends Tracked { interviewId: string | null; startedAt: string | null; submittedAt: string | null; sharedUntil: string | null; consents: string[]; ai: { offered: boolean } }

const ANSWER = 'Signups had halved over a week. I checked the counting first, split them by source, and found that one campaign had ended; I told the team the same day.';

let world: World;
let agency: Awaited<ReturnType<World['recruiter']>>;
let rival: Awaited<ReturnType<World['recruiter']>>;
let template: PublishedTemplate;
beforeAll(async () => {
  world = await World.create();
  agency = await world.recruiter({ organisation: { name: 'Meridian', kind: 'agency', clients: [{ name: 'Borealis' }] } });
  rival = await world.recruiter();
  template = await publishedTemplate(world, agency.organisationId, { clientName: 'Borealis' });
});
afterAll(() => world.destroy());

interface Person { readonly visitor: Visitor; readonly accountId: string; readonly email: string; readonly id: string; readonly token: string }

/** Somebody who was invited and accepted. */
const accepted = async (of = template, by = agency.visitor): Promise<Person> => {
  const email = `${randomUUID().slice(0, 8)}@example.com`;
  const [accountId, visitor] = [await personWith(world, { email }), world.visitor()];
  visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
  await by.post(`/api/templates/${of.templateId}/invitations`, { eventId: randomUUID(), list: email });
  const { token } = await mailTo(world, email, /invites you/);
  const { id } = (await visitor.post('/api/invitation-links/acceptance', { token })).body as { id: string };
  return { visitor, accountId, email, id, token };
};
const start = ({ visitor, id }: Person, judgedBy: 'ai' | 'people' = 'ai') => visitor.post(`/api/invitations/mine/${id}/interview`, { judgedBy, aiProcessing: false });
/** Somebody in the middle of their interview. */
const begun = async (judgedBy: 'ai' | 'people' = 'ai', of = template): Promise<Person & { interviewId: string }> => {
  const person = await accepted(of);
  await allow(world, person.accountId, 'invited_result', person.id);
  const { interviewId } = (await start(person, judgedBy)).body as { interviewId: string };
  for (const position of [1, 2]) await person.visitor.put(`/api/interviews/${interviewId}/answers/${position}`, { text: ANSWER, kind: 'text', baseRevision: 0 });
  return { ...person, interviewId };
};
const handIn = ({ visitor, interviewId }: { visitor: Visitor; interviewId: string }) => visitor.post(`/api/interviews/${interviewId}/submission`);
const handedIn = async (judgedBy: 'ai' | 'people' = 'ai') => {
  const person = await begun(judgedBy);
  expect((await handIn(person)).status).toBe(202);
  await world.settle();
  return person;
};
const tracked = async (id: string, who = agency.visitor): Promise<Tracked> => (await who.get(`/api/invitations/${id}`)).body as Tracked;
const mine = async ({ visitor, id }: Pick<Person, 'visitor' | 'id'>): Promise<Own> => (await visitor.get(`/api/invitations/mine/${id}`)).body as Own;
const review = (id: string, who: Visitor = agency.visitor): Promise<Answer> => who.get(`/api/invitations/${id}/report`);
const notesOf = async (who: Visitor, kind: string) => ((await who.get('/api/notes')).body as { notes: { kind: string; link: string }[] }).notes.filter((note) => note.kind === kind);
const absent = async () => (await review(randomUUID())).text;
const routing = async () => {
  const { InvitationsWorker } = await import('../../../src/recruiters/invitations/invitations.worker.js');
  return world.app.get(InvitationsWorker);
};
const asApplication = async (statement: string, parameters: unknown[]): Promise<unknown> => {
  const client = new Client(world.database.applicationUrl);
  await client.connect();
  const answer = await client.query(statement, parameters).catch((error: unknown) => error);
  await client.end();
  return answer;
};

describe('what an invited interview shares', () => {
  it('[MO15] begins with the consent of whoever takes it and never without, comes to the organisation that asked when it is handed in, and to nobody else', async () => {
    const person = await accepted();
    expect(await mine(person)).toMatchObject({ state: 'opened', consents: ['invited_result', 'client_sharing', 'demographic_survey'], ai: { offered: true }, interviewId: null });
    expect(await start(person)).toMatchObject({ status: 403, body: { code: 'consent.required' } });
    await allow(world, person.accountId, 'invited_result', person.id);
    const [first, again] = await Promise.all([start(person), start(person)]);
    expect(again).toMatchObject({ status: 200, body: first.body });
    const { interviewId } = first.body as { interviewId: string };
    await person.visitor.put(`/api/interviews/${interviewId}/answers/1`, { text: ANSWER, kind: 'text', baseRevision: 0 });
    expect(await tracked(person.id)).toMatchObject({ state: 'in_progress', questionCount: 2, answeredCount: 1, judgedBy: 'ai', readableUntil: null });
    expect(await review(person.id)).toMatchObject({ status: 404, text: await absent() });
    await handIn({ ...person, interviewId });
    await world.settle();
    expect(await tracked(person.id)).toMatchObject({ state: 'complete', completedAt: expect.any(String), scoredAt: expect.any(String), readableUntil: expect.any(String) });
    const seen = await review(person.id);
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('I checked the counting first');
    const colleague = await world.recruiter({ organisationId: agency.organisationId, roles: ['recruiter'] });
    expect((await review(person.id, colleague.visitor)).status).toBe(200);
    const [other, stranger] = [await handedIn(), await world.candidate()];
    for (const who of [rival.visitor, other.visitor, stranger]) {
      const [this_, none] = await Promise.all([review(person.id, who), review(randomUUID(), who)]);
      expect([this_.status, this_.text]).toEqual([none.status, none.text]);
      expect(this_.status).toBeGreaterThanOrEqual(403);
    }
    expect(await notesOf(agency.visitor, 'recruiters.interviews_handed_in')).toMatchObject([{ link: `/templates/${template.templateId}/invitations?state=complete` }]);
  });

  it('[MO14] stands in the log that its owner reads: to whom, for which client, and on what ground', async () => {
    const person = await handedIn();
    const { disclosures } = (await person.visitor.get(`/api/consents/disclosures?matter=${person.id}`)).body as { disclosures: object[] };
    expect(disclosures).toMatchObject([{ kind: 'organisation', what: 'invited_result', purpose: 'invited_result', recipient: 'Meridian', client: 'Borealis', matter: person.id }]);
    expect(await world.database.query('select legal_basis from consent.disclosure where matter = $1', [person.id])).toEqual([{ legal_basis: 'eu-gdpr:A6-1-a' }]);
    const consents = (await person.visitor.get('/api/consents')).text;
    expect(consents).toContain('Meridian, Data analyst');
  });

  it('comes to the organisation without scores when its candidate asked for people, or no program may score', async () => {
    const wantsPeople = await handedIn('people');
    expect(await tracked(wantsPeople.id)).toMatchObject({ state: 'complete', judgedBy: 'people', scoredAt: null });
    expect((await review(wantsPeople.id)).status).toBe(200);
    const byPeople = await publishedTemplate(world, agency.organisationId, { content: { aiScoring: false } });
    const person = await begun('ai', byPeople);
    expect(await mine(person)).toMatchObject({ judgedBy: 'people', ai: { offered: false, why: 'people_only' }, consents: ['invited_result', 'demographic_survey'] });
  });

  it('does not begin with an organisation that was suspended, and ends with one that is gone, consents included', async () => {
    const goes = await world.recruiter();
    const theirs = await publishedTemplate(world, goes.organisationId);
    const person = await accepted(theirs, goes.visitor);
    await world.database.query(`update recruiters.organisation set state = 'suspended', reason = 'x' where id = $1`, [goes.organisationId]);
    await expect(allow(world, person.accountId, 'invited_result', person.id)).rejects.toMatchObject({ code: 'recruiters.invitation_closed' });
    await world.database.query(`update recruiters.organisation set state = 'approved', reason = null where id = $1`, [goes.organisationId]);
    await allow(world, person.accountId, 'invited_result', person.id);
    await world.database.query(`update recruiters.organisation set state = 'suspended', reason = 'x' where id = $1`, [goes.organisationId]);
    expect(await start(person)).toMatchObject({ status: 409, body: { code: 'recruiters.invitation_closed' } });
    const [{ AccountClosing }, { Database }, { personalDataHolders }] = await Promise.all([import('../../../src/accounts/index.js'), import('../../../src/platform/db/index.js'), import('../../../src/platform/personal-data/index.js')]);
    const db = world.app.get(Database);
    await db.transaction((tx) => world.app.get(AccountClosing, { strict: false }).closeFor(tx, goes.accountId, rival.accountId));
    for (const holder of personalDataHolders().filter(({ module }) => module === 'recruiters')) await db.transaction((tx) => holder.erase(tx, goes.accountId));
    expect(await world.database.query('select 1 from recruiters.organisation where id = $1 union all select 1 from consent.live_grant where scope = $2', [goes.organisationId, person.id])).toEqual([]);
    expect((await person.visitor.get(`/api/invitations/mine/${person.id}`)).status).toBe(404);
  });

  it('is found by the sweep when every event about it was lost, and counts once', async () => {
    const person = await begun();
    await handIn(person);
    await world.database.query(`delete from jobs.outbox where name in ('interviews.submitted', 'interviews.scored')`);
    await world.settle();
    await (await routing()).catchUp();
    expect(await tracked(person.id)).toMatchObject({ state: 'complete', readableUntil: expect.any(String) });
    const before = (await tracked(person.id)).readableUntil;
    await (await routing()).handedIn({ interviewId: person.interviewId });
    await (await routing()).catchUp();
    expect(await tracked(person.id)).toMatchObject({ readableUntil: before, scoredAt: expect.any(String) });
    expect(await world.database.query(`select 1 from consent.disclosure where matter = $1 and what = 'invited_result'`, [person.id])).toHaveLength(1);
  });

  it('cannot be opened to anybody without a living consent, not even by a statement of the application itself', async () => {
    const person = await accepted();
    const { id: interviewId } = (await person.visitor.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 })).body as { id: string };
    const insert = (fields: string) => asApplication(
      `insert into recruiters.report_access (invitation_id, organisation_id, candidate_id, scope, fields, grant_expires_at, interview_id, submitted_at, ends_at)
       values ($1, $2, $3, $4, '${fields}', 'infinity', $5, clock.now(), clock.now() + interval '1 day')`, [person.id, rival.organisationId, person.accountId, person.id, interviewId]);
    expect(await insert('{}')).toMatchObject({ code: '23503' });
    await allow(world, person.accountId, 'invited_result', person.id);
    expect(await insert('{name}')).toMatchObject({ code: '23503' });
    expect(await insert('{}')).toMatchObject({ rowCount: 1 });
    await takeBack(world, person.accountId, 'invited_result', person.id);
    expect(await world.database.query('select 1 from recruiters.report_access where invitation_id = $1', [person.id])).toEqual([]);
    expect(await insert('{}')).toMatchObject({ code: '23503' });
  });
});

describe('taking it back', () => {
  it('is without effect before the interview begins: it is a switch', async () => {
    const person = await accepted();
    await allow(world, person.accountId, 'invited_result', person.id);
    await takeBack(world, person.accountId, 'invited_result', person.id);
    await allow(world, person.accountId, 'invited_result', person.id);
    expect((await start(person)).status).toBe(200);
  });

  it('ends the invitation in the middle, and the interview is its owner’s alone', async () => {
    const person = await begun();
    const before = await notesOf(agency.visitor, 'recruiters.interview_withdrawn');
    await takeBack(world, person.accountId, 'invited_result', person.id);
    expect(await tracked(person.id)).toMatchObject({ state: 'withdrawn', answeredCount: 0 });
    await world.settle();
    expect(await mine(person)).toMatchObject({ state: 'withdrawn', interviewId: null });
    expect((await person.visitor.get(`/api/interviews/${person.interviewId}`)).status).toBe(200);
    await expect(allow(world, person.accountId, 'invited_result', person.id)).rejects.toMatchObject({ code: 'recruiters.invitation_closed' });
    expect(await notesOf(agency.visitor, 'recruiters.interview_withdrawn')).toHaveLength(before.length + 1);
  });

  it('ends what the organisation reads in the same commit, and what it could pass on', async () => {
    const person = await handedIn();
    await allow(world, person.accountId, 'client_sharing', person.id);
    expect((await review(person.id)).status).toBe(200);
    await takeBack(world, person.accountId, 'invited_result', person.id);
    expect(await review(person.id)).toMatchObject({ status: 404, text: await absent() });
    expect(await tracked(person.id)).toMatchObject({ state: 'withdrawn', readableUntil: null, scoredAt: null });
    expect(await world.database.query('select 1 from consent.live_grant where scope = $1', [person.id])).toEqual([]);
    await world.settle();
    expect((await person.visitor.get(`/api/interviews/${person.interviewId}/report`)).status).toBe(200);
    // The address goes as early as that of an invitation which ended without an interview.
    expect(await world.database.query(`select expires_at = ended_at + interval '30 days' as early from recruiters.invitation where id = $1`, [person.id])).toEqual([{ early: true }]);
  });

  it('of what may be passed on leaves the rest as it is; it can be allowed for a named client alone, also after the hand-in', async () => {
    const person = await handedIn();
    await allow(world, person.accountId, 'client_sharing', person.id);
    await takeBack(world, person.accountId, 'client_sharing', person.id);
    expect((await review(person.id)).status).toBe(200);
    const direct = await publishedTemplate(world, agency.organisationId);
    await expect(accepted(direct).then(({ accountId, id }) => allow(world, accountId, 'client_sharing', id))).rejects.toMatchObject({ code: 'recruiters.no_client_named' });
    await expect(allow(world, (await accepted()).accountId, 'invited_result', person.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('happens by itself with a no in the middle, a revocation, a reset: the answers stay with whoever gave them', async () => {
    const [declines, revoked, reset] = [await begun(), await begun(), await handedIn()];
    expect((await declines.visitor.post(`/api/invitations/mine/${declines.id}/refusal`, { reason: 'ai' })).status).toBe(204);
    expect(await tracked(declines.id)).toMatchObject({ state: 'declined', refusal: 'ai' });
    expect((await agency.visitor.delete(`/api/invitations/${revoked.id}`)).status).toBe(204);
    expect(await mine(revoked)).toMatchObject({ state: 'revoked' });
    expect((await agency.visitor.post(`/api/invitations/${reset.id}/reset`)).body).toMatchObject({ state: 'invited', readableUntil: null });
    for (const { id, visitor, interviewId } of [declines, revoked, reset]) {
      expect(await review(id)).toMatchObject({ status: 404 });
      expect((await visitor.get(`/api/interviews/${interviewId}`)).status).toBe(200);
      expect(await world.database.query('select 1 from consent.live_grant where scope = $1', [id])).toEqual([]);
    }
    expect(((await reset.visitor.get('/api/notes')).body as { notes: { kind: string }[] }).notes.map(({ kind }) => kind)).toContain('recruiters.interview_begun_anew');
    const { token } = await mailTo(world, reset.email, /begin the interview anew/);
    await reset.visitor.post('/api/invitation-links/acceptance', { token });
    await allow(world, reset.accountId, 'invited_result', reset.id);
    const { interviewId } = (await start(reset)).body as { interviewId: string };
    expect(interviewId).not.toBe(reset.interviewId);
    // News of the consent that ended with the reset come late, and leave the new interview alone.
    await (await routing()).consentEnded({ purpose: 'invited_result', scope: reset.id, because: 'terminated' }, { jobId: randomUUID() });
    expect(await mine(reset)).toMatchObject({ state: 'in_progress', interviewId });
  });

  it('happens with the deletion of the interview, and with that of the account, of which the organisation keeps nothing', async () => {
    const [deletes, leaves, unbegun] = [await handedIn(), await handedIn(), await accepted()];
    expect((await deletes.visitor.delete(`/api/interviews/${deletes.interviewId}`)).status).toBe(204);
    expect(await tracked(deletes.id)).toMatchObject({ state: 'withdrawn' });
    const { personalDataHolders } = await import('../../../src/platform/personal-data/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const { invitationsHolder } = await import('../../../src/recruiters/invitations/invitations.personal-data.js');
    expect(personalDataHolders()).toContain(invitationsHolder);
    const db = world.app.get(Database);
    expect(await invitationsHolder.export(db.alone, leaves.accountId)).toMatchObject({ interviewInvitations: [{ organisation: 'Meridian', client: 'Borealis', job: 'Data analyst', email: leaves.email, state: 'complete' }] });
    await agency.visitor.post(`/api/templates/${(await publishedTemplate(world, agency.organisationId)).templateId}/invitations`, { eventId: randomUUID(), list: leaves.email });
    await world.settle();
    const { AccountClosing } = await import('../../../src/accounts/index.js');
    for (const { accountId } of [leaves, unbegun]) await db.transaction((tx) => world.app.get(AccountClosing, { strict: false }).closeFor(tx, accountId, rival.accountId));
    for (const { id } of [leaves, unbegun]) expect(await tracked(id)).toMatchObject({ state: 'withdrawn' });
    expect(await review(leaves.id)).toMatchObject({ status: 404 });
    for (const { accountId, email } of [leaves, unbegun]) {
      await db.transaction((tx) => invitationsHolder.erase(tx, accountId));
      expect(await invitationsHolder.remaining(db.alone, accountId)).toEqual([]);
      expect(await world.database.query('select 1 from recruiters.invitation where email = $1', [email])).toEqual([]);
    }
    expect(await tracked(leaves.id)).toMatchObject({ email: null, state: 'withdrawn' });
  });
});

describe('the time of what was shared', () => {
  it('is over at the deadline for what nobody handed in, and for nothing that was, also when the news of it was lost', async () => {
    const [late, inTime] = [await begun(), await begun()];
    await handIn(inTime);
    await world.database.query(`delete from jobs.outbox where name in ('interviews.submitted', 'interviews.scored')`);
    // Before word of it has come, it can neither be revoked nor declined.
    expect(await agency.visitor.delete(`/api/invitations/${inTime.id}`)).toMatchObject({ status: 409, body: { code: 'recruiters.invitation_moved_on' } });
    expect(await inTime.visitor.post(`/api/invitations/mine/${inTime.id}/refusal`, {})).toMatchObject({ status: 409, body: { code: 'recruiters.invitation_closed' } });
    expect(await mine(inTime)).toMatchObject({ state: 'complete', submittedAt: expect.any(String) });
    await world.database.moveClock('14 days');
    await (await routing()).tend();
    const states = await world.database.query<{ id: string; state: string; shared: boolean }>('select i.id, i.state, a.ends_at is not null as shared from recruiters.invitation i left join recruiters.report_access a on a.invitation_id = i.id where i.id = any ($1)', [[late.id, inTime.id]]);
    expect(states.find(({ id }) => id === late.id)).toMatchObject({ state: 'expired', shared: false });
    expect(states.find(({ id }) => id === inTime.id)).toMatchObject({ state: 'complete', shared: true });
    expect(await world.database.query('select 1 from consent.live_grant where scope = $1', [late.id])).toEqual([]);
    expect(await world.database.query('select origin_ref as ref from interviews.interview where id = any ($1) order by origin_ref nulls first', [[late.interviewId, inTime.interviewId]])).toEqual([{ ref: null }, { ref: inTime.id }]);
    await world.database.moveClock('14 days ago');
  });

  it('ends for the organisation 90 days after the hand-in, to the second, however long the candidate keeps their own; then it is deleted, consent included', async () => {
    const { InvitedAccess } = await import('../../../src/recruiters/invitations/invited-access.js');
    const { Seats } = await import('../../../src/recruiters/organisations/seats.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const person = await handedIn();
    await person.visitor.put(`/api/interviews/${person.interviewId}/pin`, {});
    const readable = () => world.app.get(Database).transaction(async (tx) => world.app.get(InvitedAccess).reading(tx, await world.app.get(Seats).searching(tx, agency.accountId), person.id)).then(() => true, () => false);
    const [left] = await world.database.query<{ seconds: number }>('select extract(epoch from ends_at - clock.now())::float8 as seconds from recruiters.report_access where invitation_id = $1', [person.id]);
    expect(Math.round(left!.seconds / 86_400)).toBe(90);
    await world.database.moveClock(`${left!.seconds - 20} seconds`);
    expect(await readable()).toBe(true);
    await world.database.moveClock('20 seconds');
    expect(await readable()).toBe(false);
    await (await routing()).tend();
    expect(await world.database.query('select 1 from recruiters.invitation where id = $1 union all select 1 from consent.live_grant where scope = $1::text', [person.id])).toEqual([]);
  });
});
