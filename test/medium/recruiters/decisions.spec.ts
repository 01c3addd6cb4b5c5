import { handedIn, type Invited, type PublishedTemplate, publishedTemplate } from '../../support/invited.js';
import { takeBack } from '../../support/consents.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Recruiter { visitor: Visitor; accountId: string; organisationId: string; email: string }

const REASON = 'The answers name no figures, which the job needs from the first week on.';

let world: World;
let ada: Recruiter;
let bea: Recruiter;
let template: PublishedTemplate;

beforeAll(async () => {
  world = await World.create();
  ada = await world.recruiter({ name: 'Ada Reader', organisation: { name: 'Acme' } });
  bea = await world.recruiter({ name: 'Bea Reader', organisationId: ada.organisationId });
  template = await publishedTemplate(world, ada.organisationId);
});
afterAll(() => world.destroy());

const open = (who: { visitor: Visitor }, { invitationId }: Invited): Promise<Answer> => who.visitor.get(`/api/invitations/${invitationId}/report`);
const decide = (who: { visitor: Visitor }, { invitationId }: Invited, outcome = 'reject', reason: unknown = REASON): Promise<Answer> => who.visitor.post(`/api/invitations/${invitationId}/decisions`, { outcome, reason });
const decisionsOf = (who: { visitor: Visitor }, { invitationId }: Invited): Promise<Answer> => who.visitor.get(`/api/invitations/${invitationId}/decisions`);
const appeal = ({ visitor, invitationId }: Invited, said = 'I named two figures in the second answer.'): Promise<Answer> => visitor.post(`/api/invitations/mine/${invitationId}/appeal`, { said });
const answer = (who: { visitor: Visitor }, { invitationId }: Invited, outcome: string, reason = 'The figures are there, in the second answer; they were overlooked.'): Promise<Answer> =>
  who.visitor.post(`/api/invitations/${invitationId}/appeal/answer`, { outcome, reason });
const own = async ({ visitor, invitationId }: Invited) => (await visitor.get(`/api/invitations/mine/${invitationId}/decision`)).body;

async function rejected(): Promise<Invited> {
  const invited = await handedIn(world, template);
  await open(ada, invited);
  expect((await decide(ada, invited)).status).toBe(201);
  return invited;
}

async function mailsTo(email: string): Promise<{ subject: string; text: string }[]> {
  await world.settle();
  const { mails } = (await world.visitor().get('/api/inbox')).body as { mails: { id: string; to: string; subject: string }[] };
  const mine = mails.filter(({ to }) => to === email);
  return Promise.all(mine.map(async ({ id, subject }) => ({ subject, text: ((await world.visitor().get(`/api/inbox/${id}`)).body as { text: string }).text })));
}

describe('a decision about somebody who was interviewed', () => {
  it('is made by a person who has read the answers, with a reason', async () => {
    const invited = await handedIn(world, template);
    expect((await decide(ada, invited)).body).toMatchObject({ code: 'recruiters.read_first' });
    await open(ada, invited);
    for (const reason of [null, '', 'Too weak.', ' '.repeat(40)]) expect((await decide(ada, invited, 'reject', reason)).status).toBe(422);
    expect((await decide(ada, invited, 'maybe')).status).toBe(422);
    expect((await decide(ada, invited)).body).toMatchObject({ decisions: [{ outcome: 'reject', reason: REASON, decidedBy: 'Ada Reader', isYours: true, appeal: null }], open: null });
    expect((await decisionsOf(bea, invited)).body).toMatchObject({ decisions: [{ decidedBy: 'Ada Reader', isYours: false }] });
  });

  it('is refused to a program, whatever it says', async () => {
    const invited = await handedIn(world, template);
    await open(ada, invited);
    const { token } = (await ada.visitor.post('/api/tokens', {})).body as { token: string };
    const program = { authorization: `Bearer ${token}` };
    expect((await world.visitor().get(`/api/invitations/${invited.invitationId}/report`, program)).status).toBe(200);
    for (const path of ['decisions', 'appeal/answer']) {
      const { status, body } = await world.visitor().post(`/api/invitations/${invited.invitationId}/${path}`, { outcome: 'reject', reason: REASON }, program);
      expect([status, body]).toEqual([403, expect.objectContaining({ code: 'recruiters.person_needed' })]);
    }
    expect((await decisionsOf(ada, invited)).body).toEqual({ decisions: [], open: null });
  });

  it('cannot be written without a person and a reason, not even past the product', async () => {
    const invited = await rejected();
    const write = (decidedBy: string, reason: string) => world.database.query(
      'insert into recruiters.decision (id, invitation_id, candidate_id, outcome, reason, decided_by) values (gen_random_uuid(), $1, $2, $3, $4, $5::uuid)', [invited.invitationId, invited.accountId, 'reject', reason, decidedBy || null]);
    await expect(write('', REASON)).rejects.toThrow(/decided_by/);
    await expect(write(ada.accountId, 'No.')).rejects.toThrow(/check constraint/);
  });

  it('tells the candidate once, with the reasons and how to ask for another look, however often it is sent', async () => {
    const invited = await rejected();
    const again = await Promise.all([decide(ada, invited), decide(ada, invited)]);
    expect(again.map(({ body }) => (body as { decisions: unknown[] }).decisions.length)).toEqual([1, 1]);
    const mails = await mailsTo(invited.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['A decision about your interview']);
    expect(mails[0]?.text).toContain(REASON);
    expect(mails[0]?.text).toMatch(/Acme \(.*not verified\) does not go on with you for the job “Data analyst”\. A person decided this/);
    expect(mails[0]?.text).toMatch(/ask for another look.*within 14 days/s);
    expect(mails[0]?.text).toContain(`/invited/${invited.invitationId}`);
    expect(await own(invited)).toMatchObject({ organisation: { name: 'Acme' }, jobTitle: 'Data analyst', decisions: [{ outcome: 'reject', reason: REASON }], mayAppeal: true, appealDays: 14 });
    expect(JSON.stringify(await own(invited))).not.toContain('Ada Reader');
  });

  it('can be changed by another one; both stay, the last one counts', async () => {
    const invited = await rejected();
    await open(bea, invited);
    await decide(bea, invited, 'advance', 'We looked once more: the second answer is what the job needs.');
    expect((await decisionsOf(ada, invited)).body).toMatchObject({ decisions: [{ outcome: 'advance', decidedBy: 'Bea Reader' }, { outcome: 'reject', decidedBy: 'Ada Reader' }] });
    expect(await own(invited)).toMatchObject({ mayAppeal: false });
    expect((await mailsTo(invited.email)).map(({ subject }) => subject).sort()).toEqual(['A decision about your interview', 'You go on to the next step']);
  });

  it('stays that of a person without a name once its maker is erased', async () => {
    const cy = await world.recruiter({ name: 'Cy Leaver', organisationId: ada.organisationId });
    const invited = await handedIn(world, template);
    await open(cy, invited);
    await decide(cy, invited);
    const { Database } = await import('../../../src/platform/db/index.js');
    const { personalDataHolders } = await import('../../../src/platform/personal-data/index.js');
    await world.app.get(Database).transaction(async (tx) => { for (const holder of personalDataHolders()) if (holder.module === 'recruiters') await holder.erase(tx, cy.accountId); });
    expect((await decisionsOf(ada, invited)).body).toMatchObject({ decisions: [{ outcome: 'reject', decidedBy: null }] });
  });

  it('is a 404 for everybody whose it is not', async () => {
    const [invited, other, somebody] = [await rejected(), await world.recruiter(), await world.candidate()];
    const absent = '/api/invitations/0198aaaa-0000-7000-8000-000000000000/decisions';
    const { text } = await ada.visitor.get(absent);
    for (const reply of [await decisionsOf(other, invited), await decide(other, invited), await answer(other, invited, 'advance'), await somebody.get(`/api/invitations/mine/${invited.invitationId}/decision`), await somebody.post(`/api/invitations/mine/${invited.invitationId}/appeal`, { said: 'Mine?' })]) {
      expect([reply.status, reply.text]).toEqual([404, text]);
    }
  });
});

describe('asking for another look', () => {
  it('comes to the organisation with a due date, and is answered by somebody else with a reason', async () => {
    const invited = await rejected();
    expect((await appeal(invited, ' ')).status).toBe(422);
    expect((await appeal(invited)).body).toMatchObject({ mayAppeal: false, decisions: [{ appeal: { said: 'I named two figures in the second answer.', isOverdue: false } }] });
    expect((await appeal(invited)).body).toMatchObject({ code: 'recruiters.not_to_appeal' });
    expect((await mailsTo(bea.email)).map(({ subject }) => subject)).toContain('A candidate asks for another look');
    expect((await decide(ada, invited)).body).toMatchObject({ code: 'recruiters.appeal_open' });
    expect((await answer(ada, invited, 'advance')).body).toMatchObject({ code: 'recruiters.another_must_decide' });
    expect((await ada.visitor.get('/api/appeals')).body).toMatchObject({ appeals: expect.arrayContaining([expect.objectContaining({ invitationId: invited.invitationId, mayAnswer: false, name: 'Maren Holt' })]) });
    await open(bea, invited);
    expect((await answer(bea, invited, 'advance')).body).toMatchObject({ open: null, decisions: [{ outcome: 'advance', answersAppeal: true, byTheSame: false }, { outcome: 'reject', appeal: { said: expect.any(String) } }] });
    expect((await answer(bea, invited, 'reject')).body).toMatchObject({ code: 'recruiters.no_appeal' });
    const mails = await mailsTo(invited.email);
    expect(mails.find(({ subject }) => subject === 'The decision about your interview was changed')?.text).toMatch(/Somebody other than the one who had decided looked at it.*they were overlooked/s);
    expect(await own(invited)).toMatchObject({ decisions: [{ outcome: 'advance', answersAppeal: true }, { outcome: 'reject' }], mayAppeal: false });
  });

  it('is answered by whoever decided where nobody else is there, and says so', async () => {
    const alone = await world.recruiter({ organisation: { name: 'Solo' } });
    const invited = await handedIn(world, await publishedTemplate(world, alone.organisationId));
    await open(alone, invited);
    await decide(alone, invited);
    await appeal(invited);
    expect((await answer(alone, invited, 'reject', 'The figures of the second answer are those of another year.')).body).toMatchObject({ decisions: [{ outcome: 'reject', byTheSame: true }, { outcome: 'reject' }] });
    expect((await mailsTo(invited.email)).find(({ subject }) => subject === 'Your decision was looked at again')?.text).toMatch(/because nobody else there could\. The decision stays as it is\./);
    expect((await appeal(invited)).body).toMatchObject({ code: 'recruiters.not_to_appeal' });
  });

  it('is overdue to the second, and gone from the list once the interview is taken back', async () => {
    const lone = await world.recruiter();
    const invited = await handedIn(world, await publishedTemplate(world, lone.organisationId));
    await open(lone, invited);
    await decide(lone, invited);
    await appeal(invited);
    const appeals = async () => ((await lone.visitor.get('/api/appeals')).body as { appeals: { isOverdue: boolean }[] }).appeals.map(({ isOverdue }) => isOverdue);
    expect(await appeals()).toEqual([false]);
    await world.database.query('update recruiters.appeal set due_at = clock.now() where said is not null');
    expect(await appeals()).toEqual([true]);
    await takeBack(world, invited.accountId, 'invited_result', invited.invitationId);
    expect(await appeals()).toEqual([]);
    expect(await own(invited)).toMatchObject({ isReadable: false, decisions: [{ outcome: 'reject' }] });
  });
});
