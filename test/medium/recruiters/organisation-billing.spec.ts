import { randomUUID } from 'node:crypto';
import { allow } from '../../support/consents.js';
import { bought, pressed, wanted } from '../../support/gateways/built-in.js';
import { publishedTemplate, type PublishedTemplate } from '../../support/invited.js';
import { mailsTo, mailTo } from '../../support/mails.js';
import { PASSWORD } from '../../support/password.js';
import { withCredits, withPlan } from '../../support/payments.js';
import { personWith, signedIn } from '../../support/people.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

const FREE = 50;
const LONGER_THAN_A_MONTH = '32 days';

let world: World;
let acme: Awaited<ReturnType<World['recruiter']>>;
let template: PublishedTemplate;
let people = 0;
beforeAll(async () => {
  world = await World.create();
  acme = await world.recruiter({ organisation: { name: 'Meridian' } });
  template = await publishedTemplate(world, acme.organisationId);
});
afterAll(() => world.destroy());

const address = () => `person${(people += 1)}@example.com`;
const addresses = (count: number) => Array.from({ length: count }, address).join('\n');
const send = (list: string, { who = acme.visitor, where = template, eventId = randomUUID() }: { who?: Visitor; where?: PublishedTemplate; eventId?: string } = {}) => who.post(`/api/templates/${where.templateId}/invitations`, { eventId, list, message: null });
const preview = async (list: string) => (await acme.visitor.post(`/api/templates/${template.templateId}/invitations/preview`, { list })).body as { fit: number; left: number };
const left = async (who = acme.visitor) => ((await who.get('/api/organisation/billing')).body as { credits: { left: number } }).credits.left;
/** Whether an invitation holds a credit at this moment. */
const holds = async (id: string) => (await world.database.query(`select from payments.use where unit = 'invited_interview' and thing = $1`, [id])).length === 1;
const operator = async (email: string): Promise<Visitor> => {
  const [id, visitor] = [await personWith(world, { email, roles: ['operator'] }), world.visitor()];
  await world.database.query(`insert into accounts.second_factor (account_id, sealed_secret, confirmed_at) values ($1, 'sealed', clock.now())`, [id]);
  visitor.keep(`viva.session_token=${await signedIn(world, id)}; Path=/`);
  return visitor;
};
/** People who were invited: their address, the link, and the invitation. */
const invited = async (count: number) => {
  const list = addresses(count);
  expect((await send(list)).status).toBe(202);
  await world.settle();
  const rows = await world.database.query<{ id: string; email: string }>('select id, email from recruiters.invitation where email = any ($1) order by id', [list.split('\n')]);
  return Promise.all(rows.map(async ({ id, email }) => ({ id, email, token: (await mailTo(world, email, /invites you/)).token })));
};
type Invited = Awaited<ReturnType<typeof invited>>[number];
const accountOf = async (email: string) => (await world.database.query<{ id: string }>('select id from auth."user" where email = $1', [email]))[0]!.id;
const accepted = async (one: Invited) => {
  const visitor = await world.candidate(one.email);
  expect((await visitor.post('/api/invitation-links/acceptance', { token: one.token })).status).toBe(200);
  return { ...one, visitor };
};
const begun = async (invitation: Invited) => {
  const one = await accepted(invitation);
  await allow(world, await accountOf(one.email), 'invited_result', one.id);
  expect((await one.visitor.post(`/api/invitations/mine/${one.id}/interview`, { judgedBy: 'people', aiProcessing: false })).status).toBe(200);
  return one;
};
const ended = async (id: string, answer: Promise<Answer>) => {
  expect((await answer).status).toBe(204);
  return holds(id);
};
/** Some time on, when whoever was signed in for the organisation is so no longer. */
const later = async (period: string) => {
  await world.database.moveClock(period);
  await world.settle();
  acme = { ...acme, visitor: (await world.recruiter({ organisationId: acme.organisationId })).visitor };
};

describe('an invitation to an interview', () => {
  it('uses one credit of its organisation from the moment its list is sent, and once however often that is sent', async () => {
    const [list, eventId] = [addresses(3), randomUUID()];
    expect(await preview(`${list}\nnobody`)).toMatchObject({ fit: 3, left: FREE });
    expect((await Promise.all([1, 2].map(() => send(list, { eventId })))).map(({ status }) => status)).toEqual([202, 202]);
    expect(await left()).toBe(FREE - 3);
    await world.settle();
    expect(await left()).toBe(FREE - 3);
    expect(await world.database.query(`select count(*)::int as count from recruiters.invitation i join payments.use u on u.thing = i.id and u.unit = 'invited_interview' where i.organisation_id = $1`, [acme.organisationId])).toEqual([{ count: 3 }]);
  });

  it('is sent to a whole list or to nobody of it: with one credit too few nothing is sent, and it says what is left and who can get more', async () => {
    const other = await world.recruiter();
    const where = await publishedTemplate(world, other.organisationId);
    expect((await send(addresses(FREE - 1), { who: other.visitor, where })).status).toBe(202);
    const refused = await send(addresses(2), { who: other.visitor, where });
    expect(refused).toMatchObject({ status: 402, body: { code: 'payments.nothing_left', detail: expect.stringMatching(/1 invited interview left, and this needs 2\. An owner.*billing.*Nothing was sent/) } });
    expect(await world.database.query('select 1 from recruiters.invitation_batch where organisation_id = $1', [other.organisationId])).toHaveLength(1);
    expect(await left(other.visitor)).toBe(1);
    await withCredits(world, { organisationId: other.organisationId }, 'invited_interview', 1);
    expect((await send(addresses(2), { who: other.visitor, where })).status).toBe(202);
    expect((await send(address(), { who: other.visitor, where })).body).toMatchObject({ code: 'payments.nothing_left', detail: expect.stringContaining('has no invited interviews left') });
  });

  it('gives its credit back when it ends before anybody began it, and keeps it from then on', async () => {
    const [revoked, declined, ...others] = (await invited(5)) as [Invited, Invited, Invited, Invited, Invited];
    const [said, inTheMiddle, reset] = [await accepted(others[0]), await begun(others[1]), await begun(others[2])];
    expect(await ended(revoked.id, acme.visitor.delete(`/api/invitations/${revoked.id}`))).toBe(false);
    expect(await ended(declined.id, world.visitor().post('/api/invitation-links/refusal', { token: declined.token }))).toBe(false);
    expect(await ended(said.id, said.visitor.post(`/api/invitations/mine/${said.id}/refusal`, {}))).toBe(false);
    expect(await ended(inTheMiddle.id, inTheMiddle.visitor.post(`/api/invitations/mine/${inTheMiddle.id}/refusal`, {}))).toBe(true);
    // Begun, reset and taken back: there was an interview.
    expect((await acme.visitor.post(`/api/invitations/${reset.id}/reset`)).status).toBe(200);
    expect(await ended(reset.id, acme.visitor.delete(`/api/invitations/${reset.id}`))).toBe(true);
    const uses = (await acme.visitor.get('/api/organisation/billing/uses')).body as { items: { thing: string; kind: string; because: string | null }[] };
    expect(uses.items.filter(({ thing }) => thing === revoked.id).map(({ kind, because }) => `${kind} ${because ?? ''}`.trim()).sort()).toEqual(['returned revoked', 'used']);
  });

  it('gives it back whoever ends it: an account that goes, a person who is erased, a line that cannot be sent to any more, the organisation’s own end', async () => {
    const [accepting, erased] = (await invited(2)) as [Invited, Invited];
    const gone = await accepted(accepting);
    expect((await gone.visitor.post('/api/account/deletion', { now: false, password: PASSWORD })).status).toBe(200);
    await world.database.query('delete from recruiters.invitation where id = $1', [erased.id]);
    const passedOver = address();
    expect((await send(passedOver)).status).toBe(202);
    const [line] = await world.database.query<{ id: string }>('select invitation_id as id from recruiters.invitation_line where email = $1', [passedOver]);
    expect(await holds(line!.id)).toBe(true);
    await acme.visitor.post('/api/do-not-invite', { email: passedOver });
    const other = await world.recruiter();
    expect((await send(address(), { who: other.visitor, where: await publishedTemplate(world, other.organisationId) })).status).toBe(202);
    const [waiting] = await world.database.query<{ id: string }>('select l.invitation_id as id from recruiters.invitation_line l join recruiters.invitation_batch b on b.id = l.batch_id where b.organisation_id = $1', [other.organisationId]);
    expect((await other.visitor.delete(`/api/organisation/members/${other.accountId}`)).status).toBe(204);
    await world.database.moveClock('5 minutes');
    await world.settle();
    for (const id of [gone.id, erased.id, line!.id, waiting!.id]) expect(await holds(id)).toBe(false);
    expect(await world.database.query('select 1 from recruiters.credit_to_return')).toEqual([]);
  });

  it('uses no second one when it is sent anew, has more time or begins anew, and one again when it had expired', async () => {
    await withCredits(world, { organisationId: acme.organisationId }, 'invited_interview', 20);
    const { id, email } = await accepted((await invited(1))[0]!);
    const before = await left();
    const [row] = await world.database.query<{ deadline: Date }>('select deadline_at as deadline from recruiters.invitation where id = $1', [id]);
    expect((await acme.visitor.post(`/api/invitations/${id}/resending`)).status).toBe(200);
    expect((await acme.visitor.post(`/api/invitations/${id}/extension`, { deadlineAt: new Date(row!.deadline.getTime() + 86_400_000).toISOString() })).status).toBe(200);
    expect((await acme.visitor.post(`/api/invitations/${id}/reset`)).status).toBe(200);
    expect(await left()).toBe(before);
    await later(LONGER_THAN_A_MONTH);
    expect(await world.database.query('select state from recruiters.invitation where email = $1', [email])).toEqual([{ state: 'expired' }]);
    expect(await holds(id)).toBe(false);
    const then = await left();
    expect((await acme.visitor.post(`/api/invitations/${id}/reset`)).status).toBe(200);
    expect([await holds(id), await left()]).toEqual([true, then - 1]);
    expect((await acme.visitor.delete(`/api/invitations/${id}`)).status).toBe(204);
    expect([await holds(id), await left()]).toEqual([false, then]);
  });

  it('that ended and kept its credit would be seen by the check of everything that must hold', async () => {
    const { Invariants } = await import('../../../src/app/invariants/invariants.js');
    const broken = async () => (await world.app.get(Invariants).check()).filter(({ name }) => name === 'recruiters.credits_come_back').flatMap((found) => found.broken);
    const [one] = (await invited(1)) as [Invited];
    expect(await broken()).toEqual([]);
    await world.database.query('alter table recruiters.invitation disable trigger invitation_ended');
    await world.database.query(`update recruiters.invitation set state = 'expired', ended_at = clock.now() where id = $1`, [one.id]);
    await world.database.query('alter table recruiters.invitation enable trigger invitation_ended');
    expect(await broken()).toEqual([`invitation ${one.id}`]);
  });
});

describe('places for people of an organisation', () => {
  const invite = (who: Visitor, email = address()) => who.post('/api/organisation/invitations', { email, roles: ['recruiter'] });
  const placesOf = async (who: Visitor) => ((await who.get('/api/organisation/members')).body as { places: object }).places;

  it('are promised to as many as there are, and when a plan ends nobody has to go and nobody is added', async () => {
    const { visitor: owner, organisationId } = await world.recruiter();
    for (let others = 0; others < 3; others += 1) await world.recruiter({ organisationId, roles: ['recruiter'] });
    expect(await placesOf(owner)).toEqual({ have: 5, taken: 4, promised: 0 });
    const email = address();
    expect((await invite(owner, email)).status).toBe(201);
    expect(await invite(owner)).toMatchObject({ status: 402, body: { code: 'payments.no_seat', detail: expect.stringContaining('5 places: 4 taken, and 1 promised') } });
    // The same colleague again takes the place they were promised.
    expect((await invite(owner, email)).status).toBe(201);
    const { subscriptionId } = await withPlan(world, { organisationId }, 'hiring-monthly');
    const second = address();
    expect((await invite(owner, second)).status).toBe(201);
    expect(await placesOf(owner)).toEqual({ have: 6, taken: 4, promised: 2 });
    const { token } = await mailTo(world, second, /.*/);
    await world.recruiter({ organisationId, roles: ['recruiter'] });
    await world.database.query(`update payments.subscription set state = 'ended', ended_at = clock.now(), current_until = clock.now() where id = $1`, [subscriptionId]);
    expect(await placesOf(owner)).toEqual({ have: 5, taken: 5, promised: 2 });
    const colleague = await world.candidate(second);
    expect(await colleague.post('/api/colleague-invitations/acceptance', { token })).toMatchObject({ status: 402, body: { code: 'payments.no_seat' } });
    await withPlan(world, { organisationId }, 'hiring-yearly');
    expect((await colleague.post('/api/colleague-invitations/acceptance', { token })).status).toBe(200);
    expect(await placesOf(owner)).toMatchObject({ have: 6, taken: 6 });
  });
});

describe('what an organisation pays', () => {
  const path = '/api/organisation/billing/purchases';

  it('is seen and bought by its owners and whoever has the billing role, for the organisation and by nobody else', async () => {
    const { visitor: owner, organisationId } = await world.recruiter();
    const { visitor: billing } = await world.recruiter({ organisationId, roles: ['billing'] });
    const { visitor: recruiter } = await world.recruiter({ organisationId, roles: ['recruiter'] });
    const { id } = await bought(world, billing, 'invited-interviews-50', { path });
    expect((await owner.get('/api/organisation/billing')).body).toMatchObject({ credits: { left: FREE + 50, lots: [{ source: 'pack', left: 50, of: 50 }] }, seats: { have: 5, free: 5 } });
    expect((await billing.get(`/api/billing/purchases/${id}`)).body).toMatchObject({ state: 'paid', forOrganisation: true });
    const reads = ['', '/history', '/uses', '/details'].map((rest) => recruiter.get(`/api/organisation/billing${rest}`));
    for (const answer of await Promise.all([...reads, recruiter.post(path, { product: 'invited-interviews-50', quantity: 1, currency: 'USD', requestKey: randomUUID() })])) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'recruiters.not_your_part' } });
    }
    // What is sold to candidates is not sold to an organisation, and an organisation that waits for its approval buys nothing.
    expect((await owner.post(path, { product: 'ten-interviews', quantity: 1, currency: 'USD', requestKey: randomUUID() })).status).toBe(422);
    const { visitor: waiting } = await world.recruiter({ approved: false });
    expect(await waiting.post(path, { product: 'invited-interviews-50', quantity: 1, currency: 'USD', requestKey: randomUUID() })).toMatchObject({ status: 403, body: { code: 'recruiters.not_approved' } });
  });

  it('has an invoice for each payment, with what its owners want on it, and none of another organisation', async () => {
    const [{ visitor: owner }, { visitor: other }] = [await world.recruiter(), await world.recruiter()];
    const details = { name: 'Meridian Hiring GmbH', address: 'Lange Reihe 5, Hamburg', country: 'DE', region: '', taxId: '' };
    expect((await owner.put('/api/organisation/billing/details', details)).body).toEqual(details);
    await bought(world, owner, 'invited-interviews-50', { path, currency: 'EUR' });
    const { items } = (await owner.get('/api/organisation/billing/history')).body as { items: { price: object; invoice: { id: string } | null }[] };
    const paper = items.find(({ invoice }) => invoice !== null);
    expect(paper).toMatchObject({ price: { amount: '149.00', currency: 'EUR' } });
    const pdf = await owner.get(`/api/organisation/billing/invoices/${paper!.invoice!.id}`);
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    const absent = await other.get(`/api/organisation/billing/invoices/${randomUUID()}`);
    expect(await other.get(`/api/organisation/billing/invoices/${paper!.invoice!.id}`)).toMatchObject({ status: 404, text: absent.text });
    expect((await other.get('/api/organisation/billing/details')).body).toMatchObject({ name: '' });
  });

  it('is a plan with a place for each that is taken, which ends with its turn when an owner ends it, and at once when the last member goes', async () => {
    const { visitor: owner, accountId, organisationId } = await world.recruiter();
    const { id: purchaseId } = await bought(world, owner, 'hiring-monthly', { path, quantity: 2 });
    const now = async () => (await owner.get('/api/organisation/billing')).body as { seats: { have: number }; plans: { id: string; state: string; endsAtPeriodEnd: boolean }[] };
    const { seats, plans: [plan] } = await now();
    expect([seats.have, plan]).toMatchObject([7, { state: 'active', endsAtPeriodEnd: false }]);
    expect((await owner.post(`/api/organisation/billing/plans/${plan!.id}/cancellation`)).body).toMatchObject({ id: plan!.id, state: 'active', endsAtPeriodEnd: true });
    const { visitor: stranger } = await world.recruiter();
    for (const rest of ['cancellation', 'portal']) expect((await stranger.post(`/api/organisation/billing/plans/${plan!.id}/${rest}`)).status).toBe(404);
    expect((await now()).seats.have).toBe(7);
    expect((await owner.delete(`/api/organisation/members/${accountId}`)).status).toBe(204);
    await world.settle();
    expect(await world.database.query('select state from payments.subscription where purchase_id = $1', [purchaseId])).toEqual([{ state: 'ended' }]);
    expect(await world.database.query('select 1 from payments.customer where organisation_id = $1', [organisationId])).toEqual([]);
  });

  it('is told to its owners and whoever has the billing role now, and not to a buyer who has left', async () => {
    const owner = await world.recruiter();
    const { organisationId } = owner;
    const [buyer, recruiter] = [await world.recruiter({ organisationId, roles: ['billing'] }), await world.recruiter({ organisationId, roles: ['recruiter'] })];
    await bought(world, buyer.visitor, 'hiring-monthly', { path, nextFails: true, shortTurn: true });
    const subjects = async ({ email }: { email: string }) => (await mailsTo(world, email)).map(({ subject }) => subject).filter((subject) => /payment|plan/.test(subject));
    const paid = 'Your payment of US$49.00 has come';
    expect([await subjects(owner), await subjects(buyer), await subjects(recruiter)]).toEqual([[paid], [paid], []]);
    expect((await owner.visitor.delete(`/api/organisation/members/${buyer.accountId}`)).status).toBe(204);
    await world.database.moveClock('61 seconds');
    await world.settle();
    expect([await subjects(owner), await subjects(buyer), await subjects(recruiter)]).toEqual([['A payment for your plan is missing', paid], [paid], []]);
  });

  it('is told to them, too, when it did not fit what was asked for, and goes back', async () => {
    const owner = await world.recruiter();
    const { organisationId } = owner;
    const [buyer, billing] = [await world.recruiter({ organisationId, roles: ['billing'] }), await world.recruiter({ organisationId, roles: ['billing'] })];
    const purchase = await wanted(buyer.visitor, 'invited-interviews-50', { path });
    await pressed(world, purchase, 'pay');
    await world.database.query('update payments.purchase set amount_minor = amount_minor + 1 where id = $1', [purchase.id]);
    await world.settle();
    expect((await owner.visitor.delete(`/api/organisation/members/${buyer.accountId}`)).status).toBe(204);
    const [apart] = await world.database.query<{ id: string }>('select id from payments.quarantine where purchase_id = $1', [purchase.id]);
    expect((await (await operator('refunds@example.com')).post(`/api/operator/payments/quarantine/${apart!.id}/refunds`, { amount: '10.00', reason: 'does_not_fit', says: 'One cent less.' })).status).toBe(201);
    await world.settle();
    const told = async ({ email }: { email: string }) => (await mailsTo(world, email)).filter(({ subject }) => subject === 'You get money back').length;
    expect([await told(owner), await told(billing), await told(buyer)]).toEqual([1, 1, 0]);
  });

  it('is given interviews by the operator, for a reason, where there is such an organisation', async () => {
    const olga = await operator('operator@example.com');
    const give = (id: string) => olga.post(`/api/operations/organisations/${id}/gifts`, { count: 7, because: 'Your list of yesterday was sent late.' });
    const other = await world.recruiter();
    expect((await give(other.organisationId)).status).toBe(204);
    expect(await left(other.visitor)).toBe(FREE + 7);
    expect((await give(randomUUID())).status).toBe(404);
  });
});
