import { randomUUID } from 'node:crypto';
import { publishedTemplate, type PublishedTemplate } from '../../support/invited.js';
import { mailsTo, mailTo, type ReadMail } from '../../support/mails.js';
import { until } from '../../support/until.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Tracked { id: string; email: string | null; name: string | null; state: string; refusal: string | null; deadlineAt: string; endedAt: string | null; remindedAt: string | null; can: Record<string, boolean> }
interface Own { id: string; state: string; interviewId: string | null; deadlineAt: string }

const DAY = 86_400_000;

let world: World;
let acme: Awaited<ReturnType<World['recruiter']>>;
let rival: Awaited<ReturnType<World['recruiter']>>;
let template: PublishedTemplate;
let people = 0;
beforeAll(async () => {
  world = await World.create();
  acme = await world.recruiter({ organisation: { name: 'Meridian', kind: 'agency', clients: [{ name: 'Borealis' }] } });
  rival = await world.recruiter();
  template = await publishedTemplate(world, acme.organisationId, { clientName: 'Borealis' });
});
afterAll(() => world.destroy());

const address = () => `person${(people += 1)}@example.com`;
const send = (list: string, { message = null, eventId = randomUUID(), who = acme.visitor }: { message?: string | null; eventId?: string; who?: Visitor } = {}) => who.post(`/api/templates/${template.templateId}/invitations`, { eventId, list, message });
const check = async (list: string) => ((await acme.visitor.post(`/api/templates/${template.templateId}/invitations/preview`, { list })).body as { lines: { line: number; email: string; fault: string | null }[] }).lines;
const listed = async (query = '', who = acme.visitor) => (await who.get(`/api/templates/${template.templateId}/invitations${query}`)).body as { invitations: Tracked[]; next: string | null; counts: Record<string, number> };
const trackedOf = async (email: string): Promise<Tracked> => (await listed()).invitations.find((one) => one.email === email)!;
/** Somebody who was invited: their address, the mail, and the invitation as the organisation tracks it. */
const invited = async (email = address(), name = 'Ada'): Promise<{ email: string; mail: ReadMail; id: string }> => {
  expect((await send(`${name} <${email}>`)).status).toBe(202);
  const mail = await mailTo(world, email, /invites you/);
  return { email, mail, id: (await trackedOf(email)).id };
};
const read = (token: string, who: Visitor = world.visitor()) => who.post('/api/invitation-links/reading', { token });
const open = (token: string, who: Visitor = world.visitor()) => who.post('/api/invitation-links/opening', { token });
const accept = (token: string, who: Visitor) => who.post('/api/invitation-links/acceptance', { token });
/** Whoever accepted an invitation, signed in. */
const accepted = async () => {
  const one = await invited();
  const visitor = await world.candidate(one.email);
  expect(await accept(one.mail.token, visitor)).toMatchObject({ status: 200, body: { id: one.id } });
  return { ...one, visitor };
};
const mine = async (visitor: Visitor, id: string): Promise<Own> => (await visitor.get(`/api/invitations/mine/${id}`)).body as Own;
const answers = (all: readonly Answer[]) => all.map(({ status, text }) => `${status} ${text}`);
/** Some time on, when whoever was signed in for the organisation is so no longer. */
const later = async (period: string) => {
  await world.database.moveClock(period);
  acme = { ...acme, visitor: (await world.recruiter({ organisationId: acme.organisationId })).visitor };
};

describe('a list of people to invite', () => {
  it('is looked at line by line before anything is sent: who is waited for already, who works here, who wants no more of it', async () => {
    const { email } = await invited();
    await acme.visitor.post('/api/do-not-invite', { email: 'Never@example.com' });
    expect(await check(`email,name\n${email},Ada\nnobody\n${acme.email}\nnever@example.com\nnew@example.com\nNEW@example.com`)).toEqual([
      { line: 2, email, name: 'Ada', fault: 'invited' }, { line: 3, email: 'nobody', name: null, fault: 'malformed' }, { line: 4, email: acme.email, name: null, fault: 'member' },
      { line: 5, email: 'never@example.com', name: null, fault: 'refused' }, { line: 6, email: 'new@example.com', name: null, fault: null }, { line: 7, email: 'new@example.com', name: null, fault: 'twice' },
    ]);
    await acme.visitor.post('/api/do-not-invite/removal', { email: 'never@example.com' });
    expect(await check('never@example.com')).toMatchObject([{ fault: null }]);
    expect((await listed()).invitations.some((one) => one.email === 'new@example.com')).toBe(false);
  });

  it('is sent once, also when it is sent twice at once, and its progress can be followed', async () => {
    const [one, other, eventId] = [address(), address(), randomUUID()];
    const [first, second] = await Promise.all([1, 2].map(() => send(`${one}\n${other}\nnobody`, { eventId })));
    expect([first, second]).toMatchObject([{ status: 202, body: { lines: 2, sent: 0, finishedAt: null } }, { status: 202, body: { id: (first!.body as { id: string }).id } }]);
    for (const email of [one, other]) expect((await mailsTo(world, email)).map(({ subject }) => subject)).toEqual(['Meridian invites you to an interview: Data analyst']);
    const path = `/api/invitation-batches/${(first!.body as { id: string }).id}`;
    expect((await acme.visitor.get(path)).body).toMatchObject({ jobTitle: 'Data analyst', lines: 2, sent: 2, passedOver: 0, finishedAt: expect.any(String) });
    expect(answers([await rival.visitor.get(path)])).toEqual(answers([await rival.visitor.get(`/api/invitation-batches/${randomUUID()}`)]));
    expect(await send(`${one}\n${other}`)).toMatchObject({ status: 422, body: { code: 'recruiters.nobody_to_invite' } });
  });

  it('may be as long as the policy says, for as many people in a day as it says, and is written down with who sent it', async () => {
    const { Policy } = await import('../../../src/platform/policy/index.js');
    const { limits } = world.app.get(Policy).values;
    const before = { lines: limits.invitationLines, day: limits.rates.interviewInvitationsPerDay };
    limits.invitationLines = 2;
    expect(await send([address(), address(), address()].join('\n'))).toMatchObject({ status: 422, body: { code: 'recruiters.too_many_invitations' } });
    limits.rates.interviewInvitationsPerDay = 1;
    expect(await send(address())).toMatchObject({ status: 429, body: { code: 'recruiters.invitations_used_up' } });
    Object.assign(limits, { invitationLines: before.lines });
    limits.rates.interviewInvitationsPerDay = before.day;
    expect(await world.database.query(`select 1 from audit.entry where action = 'recruiters.interview_invitations_sent' and actor_id = $1 and detail->>'people' = '2'`, [acme.accountId])).toHaveLength(1);
  });

  it('is the same mail that is shown before: who, for whom, which job, until when, what happens to what one says, and never a must', async () => {
    const preview = (await acme.visitor.post(`/api/templates/${template.templateId}/invitation-mail`, { name: 'Ada', message: 'We liked your talk.' })).body as { subject: string; text: string };
    const email = address();
    await send(`Ada <${email}>`, { message: 'We liked your talk.' });
    const mail = await mailTo(world, email, /invites you/);
    const plain = (text: string) => text.replace(/#token=\S+/, '#token=').replace(/until .* UTC/, 'until UTC').trim();
    expect({ subject: mail.subject, text: plain(mail.text) }).toEqual({ subject: preview.subject, text: plain(preview.text) });
    expect(mail.text).toMatch(/Hello Ada,.*Meridian \(acme\d+\.example, not verified\), for its client Borealis, invites you.*“Data analyst”.*2 questions in writing, by speaking, or on video.*They write: “We liked your talk\.”.* UTC\..*people alone instead: it counts the same.*Nothing is shared before you agree.*90 days.*say so on the same page/s);
    expect(mail.text).not.toMatch(/\bmust\b|have to/i);
  });
});

describe('the link of an invitation', () => {
  it('changes nothing when it is opened, however often, and is opened by the press of a button', async () => {
    const { mail, email } = await invited();
    for (let scans = 0; scans < 3; scans += 1) {
      expect((await world.visitor().get(`/interview?token=${mail.token}`)).status).toBeLessThan(500);
      expect(await read(mail.token)).toMatchObject({ status: 200, body: { state: 'invited', email: expect.stringMatching(/^p•••@example\.com$/), name: 'Ada', client: 'Borealis', jobTitle: 'Data analyst', questionCount: 2, keptFor: '90 days', aiNotice: template.versionId, ai: { offered: true }, isAccepted: false } });
    }
    expect(await trackedOf(email)).toMatchObject({ state: 'invited' });
    expect((await open(mail.token)).status).toBe(204);
    expect(await trackedOf(email)).toMatchObject({ state: 'opened' });
    expect((await world.database.query('select 1 from recruiters.invitation_link where token_hash = $1', [mail.token]))).toEqual([]);
  });

  it('is accepted by the owner of the address alone, and from then on goes on there and nowhere else', async () => {
    const { mail, email, id } = await invited();
    const [owner, other] = [await world.candidate(email), await world.candidate()];
    const dead = answers([await read('x')]);
    expect(answers([await accept(mail.token, other)])).toEqual(dead);
    const { InvitationLinks } = await import('../../../src/recruiters/invitations/received/invitation-links.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const [{ id: accountId } = { id: '' }] = await world.database.query<{ id: string }>('select id from auth."user" where email = $1', [email]);
    const second = await world.app.get(Database).transaction(async (tx) => {
      await world.app.get(InvitationLinks, { strict: false }).accept(tx, mail.token, accountId);
      const pressed = accept(mail.token, owner);
      await until('the second press waits for the first', async () => (await world.database.query('select 1 from pg_locks join pg_stat_activity using (pid) where datname = current_database() and not granted')).length > 0);
      return { pressed };
    });
    expect(await second.pressed).toMatchObject({ status: 200, body: { id } });
    expect(await accept(mail.token, owner)).toMatchObject({ status: 200, body: { id } });
    expect(await read(mail.token, owner)).toMatchObject({ status: 200, body: { state: 'opened', isAccepted: true } });
    for (const who of [other, world.visitor(), acme.visitor]) expect(answers([await read(mail.token, who), await open(mail.token, who), await who.post('/api/invitation-links/refusal', { token: mail.token })])).toEqual([...dead, ...dead, ...dead]);
    expect(answers([await accept(mail.token, other)])).toEqual(dead);
  });

  it('says the same of every link that does not work: unknown, malformed, taken back, declined, too late, of a suspended organisation', async () => {
    const [revoked, declined, late] = [await invited(), await invited(), await invited()];
    await acme.visitor.delete(`/api/invitations/${revoked.id}`);
    expect((await world.visitor().post('/api/invitation-links/refusal', { token: declined.mail.token, reason: 'timing' })).status).toBe(204);
    const dead = [await read('A'.repeat(22)), await read(''), await read('\0 ’ % '.repeat(500)), await read(revoked.mail.token), await read(declined.mail.token)];
    expect(new Set(answers(dead)).size).toBe(1);
    expect(dead[0]).toMatchObject({ status: 404, body: { code: 'recruiters.invitation_link_over' } });
    await world.database.moveClock('14 days');
    expect(answers([await read(late.mail.token)])).toEqual(answers([dead[0]!]));
    await world.database.moveClock('14 days ago');
    expect((await read(late.mail.token)).status).toBe(200);
    await world.database.query(`update recruiters.organisation set state = 'suspended', reason = 'x' where id = $1`, [acme.organisationId]);
    expect(answers([await read(late.mail.token)])).toEqual(answers([dead[0]!]));
    await world.database.query(`update recruiters.organisation set state = 'approved', reason = null where id = $1`, [acme.organisationId]);
    expect(await trackedOf(declined.email)).toMatchObject({ state: 'declined', refusal: 'timing', can: { resend: false, extend: false, revoke: false, reset: false } });
  });

  it('is tried from one network as often as the policy says', async () => {
    const { Policy } = await import('../../../src/platform/policy/index.js');
    const { rates } = world.app.get(Policy).values.limits;
    const before = rates.invitationLinksPerHour;
    rates.invitationLinksPerHour = 1;
    expect(await read('x')).toMatchObject({ status: 429, body: { code: 'http.too_many_requests' } });
    rates.invitationLinksPerHour = before;
  });

  it('can be declined for good, and then the organisation invites the address no more', async () => {
    const { mail, email, id } = await invited();
    const earlier = randomUUID();
    await world.database.query(
      `insert into recruiters.invitation (id, organisation_id, template_id, template_version_id, email, state, deadline_at, ended_at, expires_at)
       select $2, organisation_id, template_id, template_version_id, email, 'expired', clock.now(), clock.now(), clock.now() + interval '30 days' from recruiters.invitation where id = $1`, [id, earlier]);
    await world.visitor().post('/api/invitation-links/refusal', { token: mail.token, neverAgain: true });
    expect(await acme.visitor.post(`/api/invitations/${earlier}/reset`)).toMatchObject({ status: 409, body: { code: 'recruiters.wants_no_invitation' } });
    expect(await mailsTo(world, email)).toHaveLength(1);
    expect(await check(email)).toMatchObject([{ fault: 'refused' }]);
    await acme.visitor.post('/api/do-not-invite/removal', { email });
    expect(await check(email)).toMatchObject([{ fault: 'refused' }]);
    const [row] = await world.database.query<{ row: string }>('select d::text as row from recruiters.do_not_invite d limit 1');
    expect(row?.row).not.toContain('@');
  });
});

describe('an invitation that is on its way', () => {
  it('is sent anew under a new link, and the old one is dead', async () => {
    const { mail, id, email } = await invited();
    expect((await acme.visitor.post(`/api/invitations/${id}/resending`)).body).toMatchObject({ state: 'invited', email });
    const [again, first] = await mailsTo(world, email);
    expect(first?.token).toBe(mail.token);
    expect((await read(mail.token)).status).toBe(404);
    expect((await read(again!.token)).status).toBe(200);
  });

  it('is given more time, never less, and says so', async () => {
    const { id, email, visitor } = await accepted();
    const { deadlineAt } = await trackedOf(email);
    const extend = (to: number) => acme.visitor.post(`/api/invitations/${id}/extension`, { deadlineAt: new Date(to).toISOString() });
    for (const wrong of [Date.parse(deadlineAt), Date.parse(deadlineAt) - DAY, Date.parse(deadlineAt) + 60 * DAY]) expect(await extend(wrong)).toMatchObject({ status: 422, body: { code: 'recruiters.deadline_does_not_fit' } });
    const to = Date.parse(deadlineAt) + 5 * DAY;
    expect((await extend(to)).body).toMatchObject({ deadlineAt: new Date(to).toISOString() });
    expect((await mine(visitor, id)).deadlineAt).toBe(new Date(to).toISOString());
    expect((await mailTo(world, email, /More time/)).text).toContain('UTC');
  });

  it('is taken back at once: its link is dead, and whoever had accepted it is told', async () => {
    const { id, email, mail, visitor } = await accepted();
    expect((await acme.visitor.delete(`/api/invitations/${id}`)).status).toBe(204);
    expect((await read(mail.token, visitor)).status).toBe(404);
    expect(await mine(visitor, id)).toMatchObject({ state: 'revoked', interviewId: null });
    expect((await mailTo(world, email, /took its invitation back/)).text).not.toContain('#token');
    expect(((await visitor.get('/api/notes')).body as { notes: { kind: string }[] }).notes.map(({ kind }) => kind)).toContain('recruiters.interview_invitation_revoked');
    expect(await acme.visitor.delete(`/api/invitations/${id}`)).toMatchObject({ status: 409, body: { code: 'recruiters.invitation_moved_on' } });
    expect(await acme.visitor.post(`/api/invitations/${id}/resending`)).toMatchObject({ status: 409 });
  });

  it('begins anew with the whole time, unless another waits for the same person', async () => {
    const { id, email, mail, visitor } = await accepted();
    expect((await acme.visitor.post(`/api/invitations/${id}/reset`)).body).toMatchObject({ id, state: 'invited', can: { resend: true, reset: false } });
    const [again] = await mailsTo(world, email);
    expect((await read(mail.token, visitor)).status).toBe(404);
    expect(answers([await visitor.get(`/api/invitations/mine/${id}`)])).toEqual(answers([await visitor.get(`/api/invitations/mine/${randomUUID()}`)]));
    expect((await accept(again!.token, visitor)).body).toEqual({ id });
    await world.database.query(`update recruiters.invitation set state = 'expired', ended_at = clock.now() where id = $1`, [id]);
    await send(email);
    await world.settle();
    expect(await acme.visitor.post(`/api/invitations/${id}/reset`)).toMatchObject({ status: 409, body: { code: 'recruiters.invited_already' } });
  });

  it('fills nobody’s inbox', async () => {
    const { id } = await invited();
    const statuses = [];
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await acme.visitor.post(`/api/invitations/${id}/resending`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('is not there for anybody else: another organisation, its own billing member, another candidate', async () => {
    const { id, visitor } = await accepted();
    const billing = await world.recruiter({ organisationId: acme.organisationId, roles: ['billing'] });
    const [stranger, absent] = [await world.candidate(), randomUUID()];
    const asRecruiter = (who: Visitor, which: string) => Promise.all([
      who.get(`/api/invitations/${which}`), who.delete(`/api/invitations/${which}`), who.post(`/api/invitations/${which}/reset`), who.post(`/api/invitations/${which}/resending`),
      who.post(`/api/invitations/${which}/extension`, { deadlineAt: new Date(Date.now() + 20 * DAY).toISOString() }),
    ]);
    expect(answers(await asRecruiter(rival.visitor, id))).toEqual(answers(await asRecruiter(rival.visitor, absent)));
    expect(new Set((await asRecruiter(rival.visitor, id)).map(({ status }) => status))).toEqual(new Set([404]));
    expect(answers(await asRecruiter(billing.visitor, id))).toEqual(answers(await asRecruiter(billing.visitor, absent)));
    expect(new Set((await asRecruiter(billing.visitor, id)).map(({ status }) => status))).toEqual(new Set([403]));
    const ofTemplate = (which: string) => Promise.all([rival.visitor.get(`/api/templates/${which}/invitations`), rival.visitor.post(`/api/templates/${which}/invitations/preview`, { list: 'a@example.com' }), rival.visitor.post(`/api/templates/${which}/invitation-mail`, {})]);
    expect(answers(await ofTemplate(template.templateId))).toEqual(answers(await ofTemplate(absent)));
    const asCandidate = (which: string) => Promise.all([stranger.get(`/api/invitations/mine/${which}`), stranger.post(`/api/invitations/mine/${which}/interview`, { judgedBy: 'ai', aiProcessing: false }), stranger.post(`/api/invitations/mine/${which}/refusal`, {})]);
    expect(answers(await asCandidate(id))).toEqual(answers(await asCandidate(absent)));
    expect(await mine(visitor, id)).toMatchObject({ state: 'opened' });
  });

  it('is listed by state, the newest first, with how many stand where', async () => {
    const { invitations, counts } = await listed('?state=declined');
    expect(invitations.map(({ state }) => state)).toEqual(Array(counts['declined']).fill('declined'));
    const all = await listed();
    expect(all.invitations.map(({ id }) => id)).toEqual(all.invitations.map(({ id }) => id).sort().reverse());
    expect((await listed(`?after=${all.invitations[0]!.id}`)).invitations[0]?.id).toBe(all.invitations[1]!.id);
  });
});

describe('the time of an invitation', () => {
  const newest = async (email: string) => (await mailsTo(world, email)).map(({ subject }) => subject);

  it('brings a reminder after 48 hours and one a day before the deadline, which follows a deadline that moves, each once, and none after a no', async () => {
    const [stays, goes] = [await invited(), await invited()];
    await world.visitor().post('/api/invitation-links/refusal', { token: goes.mail.token });
    await later('48 hours');
    expect(await newest(stays.email)).toEqual(['Meridian still waits for your answer', 'Meridian invites you to an interview: Data analyst']);
    // The links of both mails work beside each other.
    for (const { token } of await mailsTo(world, stays.email)) expect((await read(token)).status).toBe(200);
    await later('1 hour');
    expect(await newest(stays.email)).toHaveLength(2);
    expect(await newest(goes.email)).toEqual(['Meridian invites you to an interview: Data analyst']);
    await later('11 days');
    expect(await newest(stays.email)).toEqual(['The interview with Meridian ends soon']);
    await acme.visitor.post(`/api/invitations/${stays.id}/extension`, { deadlineAt: new Date(Date.now() + 16 * DAY).toISOString() });
    await later('2 days');
    expect(await newest(stays.email)).toEqual(['The interview with Meridian ends soon', 'More time for the interview with Meridian', 'The interview with Meridian ends soon']);
    expect((await mailsTo(world, stays.email))[0]?.text).toContain('This is the last reminder.');
  });

  it('ends at its deadline to the second, whether or not a job has come by, and is deleted with the address 30 days later', async () => {
    const { id, email, mail } = await invited();
    const look = async () => [(await read(mail.token)).status, ...(await world.database.query<{ state: string }>('select recruiters.state_of(i) as state from recruiters.invitation i where id = $1', [id])).map(({ state }) => state)];
    const [left] = await world.database.query<{ seconds: number }>('select extract(epoch from deadline_at - clock.now())::float8 as seconds from recruiters.invitation where id = $1', [id]);
    await world.database.moveClock(`${left!.seconds - 20} seconds`);
    expect(await look()).toEqual([200, 'invited']);
    await world.database.moveClock('20 seconds');
    expect(await look()).toEqual([404, 'expired']);
    await world.settle();
    expect(await world.database.query('select state, ended_at = deadline_at as "toTheSecond" from recruiters.invitation where id = $1', [id])).toEqual([{ state: 'expired', toTheSecond: true }]);
    await later('30 days');
    expect((await acme.visitor.get(`/api/invitations/${id}`)).status).toBe(404);
    await world.settle();
    expect(await world.database.query('select 1 from recruiters.invitation where email = $1', [email])).toEqual([]);
  });
});
