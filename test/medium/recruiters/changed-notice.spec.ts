import { randomUUID } from 'node:crypto';
import { allow, takeBack } from '../../support/consents.js';
import { type Invited, handedIn, type PublishedTemplate, publishedTemplate } from '../../support/invited.js';
import { mailTo } from '../../support/mails.js';
import { personWith, signedIn } from '../../support/people.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';
import { ConsentSweep } from '../../../src/consent/consent-sweep.js';
import { InvitationsWorker } from '../../../src/recruiters/invitations/invitations.worker.js';

const ANSWER = 'Signups had halved over a week. I checked the counting first, split them by source, and found that one campaign had ended; I told the team the same day.';

type Person = Pick<Invited, 'accountId' | 'visitor' | 'invitationId' | 'interviewId' | 'email'>;

let world: World;
let agency: Awaited<ReturnType<World['recruiter']>>;
let template: PublishedTemplate;
beforeAll(async () => {
  world = await World.create();
  agency = await world.recruiter({ organisation: { name: 'Find & Co', kind: 'agency', clients: [{ name: 'Client Ltd' }] } });
  template = await publishedTemplate(world, agency.organisationId, { clientName: 'Client Ltd' });
  // The notice of today differs from the one before it in a way that matters.
  await world.database.query(`update consent.notice set material = true where purpose = 'invited_result'`);
});
afterAll(() => world.destroy());

/** As if somebody had read the notice before: today's is published, and what they allowed ends with it. */
async function noticeChanges(...people: readonly Person[]): Promise<void> {
  await world.database.query(`update consent.live_grant set notice_version = 0 where purpose = 'invited_result' and scope = any ($1)`, [people.map(({ invitationId }) => invitationId)]);
  await world.app.get(ConsentSweep, { strict: false }).sweep();
}
async function begun(): Promise<Person> {
  const email = `${randomUUID().slice(0, 8)}@example.com`;
  const [accountId, visitor] = [await personWith(world, { email }), world.visitor()];
  visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
  await agency.visitor.post(`/api/templates/${template.templateId}/invitations`, { eventId: randomUUID(), list: email });
  const { token } = await mailTo(world, email, /invites you/);
  const { id: invitationId } = (await visitor.post('/api/invitation-links/acceptance', { token })).body as { id: string };
  await allow(world, accountId, 'invited_result', invitationId);
  const { interviewId } = (await visitor.post(`/api/invitations/mine/${invitationId}/interview`, { judgedBy: 'ai', aiProcessing: false })).body as { interviewId: string };
  return { accountId, visitor, invitationId, interviewId, email };
}
const answer = ({ visitor, interviewId }: Person, position: number) => visitor.put(`/api/interviews/${interviewId}/answers/${position}`, { text: ANSWER, kind: 'text', baseRevision: 0 });
const mine = async ({ visitor, invitationId }: Person) => (await visitor.get(`/api/invitations/mine/${invitationId}`)).body;
const tracked = async ({ invitationId }: Person) => (await agency.visitor.get(`/api/invitations/${invitationId}`)).body;
const report = ({ invitationId }: Person) => agency.visitor.get(`/api/invitations/${invitationId}/report`);
const notesOf = async (who: Visitor, kind: string) => ((await who.get('/api/notes')).body as { notes: { kind: string; title: string; body: string }[] }).notes.filter((note) => note.kind === kind);
const tend = () => world.app.get(InvitationsWorker).tend();
const allowAgain = ({ accountId, invitationId }: Person) => allow(world, accountId, 'invited_result', invitationId);

describe('a notice of invited interviews that was changed in a way that matters', () => {
  it('ends what is under way, says that the text did it, and lets it go on where it was once it is allowed anew', async () => {
    const person = await begun();
    await answer(person, 1);
    const before = await mine(person);
    await noticeChanges(person);
    await world.settle();
    await tend();
    expect(await tracked(person)).toMatchObject({ state: 'withdrawn', answeredCount: 0 });
    expect(await mine(person)).toMatchObject({ state: 'withdrawn', endedBecause: 'invalidated', mayAllowUntil: (before as { deadlineAt: string }).deadlineAt });
    // The mail leads to where it can be allowed anew: the list of consents shows nothing of an invitation that is not allowed.
    expect((await mailTo(world, person.email, /its text has changed$/)).text).toMatch(/\/invited$/m);
    // As long as it is for nobody, nothing more is asked.
    expect((await answer(person, 2)).body).toMatchObject({ code: 'interviews.deadline_over' });
    expect(await notesOf(agency.visitor, 'recruiters.interview_withdrawn')).toEqual([]);
    expect(await notesOf(agency.visitor, 'recruiters.interview_asked_anew')).toMatchObject([{ title: 'An interview has to be allowed anew', body: expect.stringMatching(/They can until \d+ \w+ \d{4} \(UTC\)\./) }]);

    await allowAgain(person);
    expect(await mine(person)).toEqual(before);
    expect(await tracked(person)).toMatchObject({ state: 'in_progress', answeredCount: 1 });
    expect((await answer(person, 2)).status).toBe(200);
    expect((await person.visitor.post(`/api/interviews/${person.interviewId}/submission`)).status).toBe(202);
    await world.settle();
    expect((await report(person)).status).toBe(200);
  });

  it('ends what was handed in, and lets the organisation read it again for as long as it could, once it is allowed anew', async () => {
    const person = await handedIn(world, template, { clientSharing: true });
    const reading = await report(person);
    await noticeChanges(person);
    await world.settle();
    await tend();
    expect((await report(person)).status).toBe(404);
    expect(await mine(person)).toMatchObject({ state: 'withdrawn', endedBecause: 'invalidated', mayAllowUntil: expect.any(String), sharedUntil: null });
    await expect(allow(world, person.accountId, 'client_sharing', person.invitationId)).rejects.toMatchObject({ code: 'recruiters.invitation_closed' });
    expect(await world.database.query('select origin_ref from interviews.interview where id = $1', [person.interviewId])).toEqual([{ origin_ref: null }]);

    await allowAgain(person);
    const after = await report(person);
    expect([after.status, (after.body as { answers: unknown }).answers]).toEqual([200, (reading.body as { answers: unknown }).answers]);
    expect(await mine(person)).toMatchObject({ state: 'complete', endedBecause: null, mayAllowUntil: null, sharedUntil: expect.any(String) });
    expect(await world.database.query(
      `select a.submitted_at = date_trunc('milliseconds', n.submitted_at) and a.ends_at - a.submitted_at = interval '90 days' and i.expires_at = a.ends_at as same, a.scored_at is not null as scored
       from recruiters.report_access a join recruiters.invitation i on i.id = a.invitation_id join interviews.interview n on n.id = a.interview_id where i.id = $1`, [person.invitationId])).toEqual([{ same: true, scored: true }]);
    expect(await world.database.query('select 1 from survey.score where invitation_id = $1', [person.invitationId])).toHaveLength(1);
    await allow(world, person.accountId, 'client_sharing', person.invitationId);
  });

  it('is not said of what somebody took back themselves, which stays as they wanted it', async () => {
    const [person, asked] = [await handedIn(world, template), await handedIn(world, template)];
    await takeBack(world, person.accountId, 'invited_result', person.invitationId);
    await noticeChanges(asked);
    await world.settle();
    expect(await mine(person)).toMatchObject({ state: 'withdrawn', endedBecause: 'withdrawn', mayAllowUntil: null, interviewId: null });
    await expect(allowAgain(person)).rejects.toMatchObject({ code: 'recruiters.invitation_closed' });
    // Whoever is asked anew may take it back as before, and then it is over.
    await allowAgain(asked);
    await takeBack(world, asked.accountId, 'invited_result', asked.invitationId);
    await world.settle();
    expect(await mine(asked)).toMatchObject({ state: 'withdrawn', endedBecause: 'withdrawn', mayAllowUntil: null, interviewId: null });
    await expect(allowAgain(asked)).rejects.toMatchObject({ code: 'recruiters.invitation_closed' });
  });

  it('names the last moment at which it can be allowed anew, and takes it until then and no longer', async () => {
    const person = await handedIn(world, template);
    await noticeChanges(person);
    const before = (await mine(person)) as { endedAt: string; mayAllowUntil: string };
    expect(Date.parse(before.mayAllowUntil) - Date.parse(before.endedAt)).toBe(30 * 86_400_000);
    await world.settle();
    await tend();
    expect(await mine(person)).toMatchObject({ mayAllowUntil: before.mayAllowUntil });
    // It does not wait for whoever tidies up.
    const ended = (ago: string) => world.database.query(`update recruiters.invitation set ended_at = clock.now() - $2::interval, expires_at = clock.now() + interval '1 day' where id = $1`, [person.invitationId, ago]);
    await ended('30 days');
    expect(await mine(person)).toMatchObject({ state: 'withdrawn', mayAllowUntil: null });
    await expect(allowAgain(person)).rejects.toMatchObject({ code: 'recruiters.invitation_closed' });
    await ended('29 days 23 hours');
    await allowAgain(person);
    expect((await report(person)).status).toBe(200);
  });

  it('leaves nothing to allow once its deadline is over, its deletion is asked for, or the organisation may invite no more; the address goes as early as that of any other', async () => {
    const [late, deleted, recalled, handed] = [await begun(), await handedIn(world, template), await handedIn(world, template), await handedIn(world, template)];
    await noticeChanges(late, deleted, recalled, handed);
    await world.settle();
    expect((await deleted.visitor.delete(`/api/interviews/${deleted.interviewId}`)).status).toBe(204);
    // Whoever asks for copies to be deleted keeps what is theirs alone, and shares it no more.
    expect((await recalled.visitor.post(`/api/invitations/mine/${recalled.invitationId}/deletion`)).status).toBeLessThan(300);
    expect((await recalled.visitor.get(`/api/interviews/${recalled.interviewId}/report`)).status).toBe(200);
    await world.database.query(`update recruiters.invitation set deadline_at = clock.now() where id = $1`, [late.invitationId]);
    await tend();
    for (const person of [late, deleted, recalled]) {
      expect(await mine(person)).toMatchObject({ state: 'withdrawn', endedBecause: 'invalidated', mayAllowUntil: null, interviewId: null });
      await expect(allowAgain(person)).rejects.toMatchObject({ code: 'recruiters.invitation_closed' });
    }
    await world.database.query(`update recruiters.organisation set state = 'suspended', reason = 'x' where id = $1`, [agency.organisationId]);
    expect(await mine(handed)).toMatchObject({ mayAllowUntil: null });
    await expect(allowAgain(handed)).rejects.toMatchObject({ code: 'recruiters.invitation_closed' });
    await world.database.query(`update recruiters.organisation set state = 'approved', reason = null where id = $1`, [agency.organisationId]);
    expect(await world.database.query(`select expires_at = ended_at + interval '30 days' as early from recruiters.invitation where id = any ($1)`, [[late.invitationId, handed.invitationId]])).toEqual([{ early: true }, { early: true }]);
  });

  it('and a new invitation for the same address stand beside each other: only one of them goes on', async () => {
    const person = await begun();
    await noticeChanges(person);
    await world.settle();
    await agency.visitor.post(`/api/templates/${template.templateId}/invitations`, { eventId: randomUUID(), list: person.email });
    await world.settle();
    expect(await mine(person)).toMatchObject({ state: 'withdrawn', mayAllowUntil: null, interviewId: person.interviewId });
    await expect(allowAgain(person)).rejects.toMatchObject({ code: 'recruiters.invitation_closed' });
    const { token } = await mailTo(world, person.email, /invites you/);
    expect((await person.visitor.post('/api/invitation-links/refusal', { token })).status).toBeLessThan(300);
    await allowAgain(person);
    expect(await mine(person)).toMatchObject({ state: 'in_progress', interviewId: person.interviewId });
  });
});
