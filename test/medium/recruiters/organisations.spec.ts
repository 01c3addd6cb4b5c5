import { randomUUID } from 'node:crypto';
import { Policy } from '../../../src/platform/policy/index.js';
import { listedCandidate } from '../../support/listed-candidate.js';
import { mailTo } from '../../support/mails.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

interface Organisation {
  readonly id: string;
  readonly state: string;
  readonly isDomainVerified: boolean;
  readonly clients: readonly { id: string; name: string; domain: string }[];
}

const acme = { name: 'Acme', domain: 'https://www.acme-tests.com/jobs', kind: 'employer' };

describe('organisations', () => {
  let world: World;
  let operator: Visitor;
  beforeAll(async () => {
    world = await World.create();
    operator = await world.candidate('operator@example.com');
    await world.database.query(`update accounts.account a set roles = array['candidate', 'operator'] from auth."user" u where u.id = a.id and u.email = 'operator@example.com'`);
    await world.database.query(`insert into accounts.second_factor (account_id, sealed_secret, confirmed_at) select id, 'sealed', clock.now() from auth."user" where email = 'operator@example.com'`);
  });
  afterAll(() => world.destroy());

  const organisationOf = async (visitor: Visitor): Promise<Organisation> => (await visitor.get('/api/organisation')).body as Organisation;
  const decide = (id: string, decision: string, reason = ''): Promise<Answer> => operator.post(`/api/operations/organisations/${id}/decisions`, { decision, reason });
  const search = (visitor: Visitor): Promise<Answer> => visitor.get('/api/talent');
  const leave = async (owner: Visitor): Promise<number> => {
    const { account } = (await owner.get('/api/session')).body as { account: { id: string } };
    return (await owner.delete(`/api/organisation/members/${account.id}`)).status;
  };
  const titlesOf = async (visitor: Visitor): Promise<string[]> => ((await visitor.get('/api/notes')).body as { notes: { title: string }[] }).notes.map(({ title }) => title);

  describe('one whose owner has an address at its domain', () => {
    it('is approved at once, under a new session id that may call what recruiters call', async () => {
      const owner = await world.candidate('grace@hr.acme-tests.com');
      const before = owner.cookie;
      expect((await owner.get('/api/organisation')).status).toBe(403);
      expect(await owner.post('/api/organisations', acme)).toMatchObject({
        status: 201, body: { name: 'Acme', domain: 'acme-tests.com', state: 'approved', isDomainVerified: true, reason: null, myRoles: ['owner', 'recruiter'] },
      });
      expect(owner.cookie).not.toBe(before);
      expect((await world.visitor().get('/api/session', { cookie: before })).body).toEqual({ account: null });
      expect((await owner.get('/api/session')).body).toMatchObject({ account: { roles: ['candidate', 'recruiter'] } });
      expect((await mailTo(world, 'grace@hr.acme-tests.com', /Acme is approved/)).text).toContain('They decide themselves');
      expect(await titlesOf(owner)).toEqual(['Acme is approved']);
    });

    it('waits all the same where the policy wants the operator to look at each', async () => {
      const { Policy } = await import('../../../src/platform/policy/index.js');
      const { recruiters } = world.app.get(Policy, { strict: false }).values;
      Object.assign(recruiters, { approval: 'operator' });
      const owner = await world.candidate('strict@strict-tests.com');
      expect((await owner.post('/api/organisations', { ...acme, domain: 'strict-tests.com' })).body).toMatchObject({ state: 'pending', isDomainVerified: true });
      Object.assign(recruiters, { approval: 'domain' });
    });

    it('is the only one its owner can have', async () => {
      const owner = await world.candidate('one@one-tests.com');
      await owner.post('/api/organisations', { ...acme, domain: 'one-tests.com' });
      expect((await owner.post('/api/organisations', acme)).body).toMatchObject({ code: 'recruiters.has_organisation' });
      expect(await world.database.query(`select 1 from recruiters.organisation where domain = 'one-tests.com'`)).toHaveLength(1);
      expect((await owner.send('PATCH', '/api/organisation', JSON.stringify({ ...acme, name: 'Google' }), { 'content-type': 'application/json' })).body).toMatchObject({ code: 'recruiters.decided_already' });
    });

    it('is approved when an owner comes to an address at its domain later', async () => {
      const owner = await world.candidate('later@elsewhere.example.com');
      await owner.post('/api/organisations', { ...acme, domain: 'late-tests.com' });
      expect((await organisationOf(owner)).state).toBe('pending');
      await owner.post('/api/account/email', { email: 'later@late-tests.com' });
      for (const [address, subject] of [['later@elsewhere.example.com', /address changing/], ['later@late-tests.com', /new address/]] as const) {
        await owner.post('/api/email-changes/confirmation', { token: (await mailTo(world, address, subject)).token });
      }
      await world.settle();
      expect(await organisationOf(owner)).toMatchObject({ state: 'approved', isDomainVerified: true });
    });
  });

  describe('one that was approved because of the address of an owner', () => {
    const move = async (owner: Visitor, from: string, to: string): Promise<void> => {
      await owner.post('/api/account/email', { email: to });
      for (const [address, subject] of [[from, /address changing/], [to, /new address/]] as const) await owner.post('/api/email-changes/confirmation', { token: (await mailTo(world, address, subject)).token });
      await world.settle();
    };

    it('waits for the operator again, and is told why, from when the address goes until one is back; name and domain stay', async () => {
      const owner = await world.candidate('mover@moved-tests.com');
      const { id } = (await owner.post('/api/organisations', { ...acme, name: 'Movers', domain: 'moved-tests.com' })).body as Organisation;
      expect((await search(owner)).status).toBe(200);
      const waiting = async () => (await titlesOf(operator)).filter((title) => title === 'An organisation waits for you').length;
      const before = await waiting();
      await move(owner, 'mover@moved-tests.com', 'mover@gone.example.com');
      expect(await organisationOf(owner)).toMatchObject({ state: 'pending', isDomainVerified: false, decidedAt: null, proofEndedAt: expect.any(String) as string });
      expect(await search(owner)).toMatchObject({ status: 403, body: { code: 'recruiters.not_approved' } });
      expect((await mailTo(world, 'mover@gone.example.com', /waits for the operator again/)).text).toContain('a confirmed address at moved-tests.com');
      expect(await waiting()).toBe(before + 1);
      const other = await owner.send('PATCH', '/api/organisation', JSON.stringify({ ...acme, name: 'Somebody Else', domain: 'gone.example.com' }), { 'content-type': 'application/json' });
      expect(other.body).toMatchObject({ code: 'recruiters.decided_already' });
      await move(owner, 'mover@gone.example.com', 'mover@hr.moved-tests.com');
      expect(await organisationOf(owner)).toMatchObject({ state: 'approved', isDomainVerified: true, proofEndedAt: null });
      expect((await search(owner)).status).toBe(200);
      const actions = await world.database.query<{ action: string }>('select action from audit.entry where subject_id = $1 order by sequence', [id]);
      expect(actions.map(({ action }) => action)).toEqual(['recruiters.organisation_approved', 'recruiters.organisation_made', 'recruiters.organisation_unproven', 'recruiters.organisation_approved']);
    });

    it('goes on while any owner has one, and waits once the last of them leaves, is an owner no longer, or deletes their account', async () => {
      for (const end of ['leaves', 'is made a recruiter', 'deletes their account'] as const) {
        const domain = `${end.replaceAll(' ', '-')}-tests.com`;
        const owner = await world.candidate(`owner@${domain}`);
        const { id } = (await owner.post('/api/organisations', { ...acme, domain })).body as Organisation;
        const { visitor: second, accountId } = await world.recruiter({ organisationId: id, roles: ['owner'] });
        await second.put(`/api/organisation/members/${accountId}`, { roles: ['owner', 'recruiter'] });
        expect([end, await organisationOf(second)]).toEqual([end, expect.objectContaining({ state: 'approved' })]);
        const { account: { id: first } } = (await owner.get('/api/session')).body as { account: { id: string } };
        if (end === 'leaves') expect(await leave(owner)).toBe(204);
        if (end === 'is made a recruiter') expect((await second.put(`/api/organisation/members/${first}`, { roles: ['recruiter'] })).status).toBe(200);
        if (end === 'deletes their account') expect((await owner.post('/api/account/deletion', { password: PASSWORD, now: true })).status).toBe(200);
        await world.settle();
        await world.settle();
        expect([end, await organisationOf(second)]).toEqual([end, expect.objectContaining({ state: 'pending', isDomainVerified: false })]);
        expect([end, (await search(second)).status]).toEqual([end, 403]);
      }
    });

    it('and by an operator since goes on without the address, which is no longer called verified', async () => {
      const owner = await world.candidate('held@held-tests.com');
      const { id } = (await owner.post('/api/organisations', { ...acme, domain: 'held-tests.com' })).body as Organisation;
      await decide(id, 'suspend', 'A question.');
      await decide(id, 'approve');
      await move(owner, 'held@held-tests.com', 'held@gone.example.com');
      expect(await organisationOf(owner)).toMatchObject({ state: 'approved', isDomainVerified: false, proofEndedAt: null });
      expect((await search(owner)).status).toBe(200);
    });
  });

  describe('one whose owner has an address anywhere else', () => {
    it.each([
      ['at a public mail provider', 'grace@gmail.com', 'gmail.com'],
      ['at one the policy names', 'grace@fastmail.com', 'fastmail.com'],
      ['at another domain', 'grace@notacme-tests.com', 'acme-tests.com'],
      ['at a domain above it', 'grace@company-tests.com', 'hr.company-tests.com'],
    ])('waits for the operator: %s', async (_where, email, domain) => {
      const owner = await world.candidate(email);
      expect((await owner.post('/api/organisations', { ...acme, domain })).body).toMatchObject({ state: 'pending', isDomainVerified: false });
    });

    it('sees nobody until the operator approves it, nor after it is suspended', async () => {
      const owner = await world.candidate('grace@waiting.example.com');
      await owner.post('/api/organisations', { ...acme, name: 'Waiting Ltd' });
      const { id } = await organisationOf(owner);
      expect(await search(owner)).toMatchObject({ status: 403, body: { code: 'recruiters.not_approved' } });
      const listed = (await operator.get('/api/operations/organisations?state=pending')).body as { organisations: { id: string; addressesAt: string[] }[] };
      expect(listed.organisations.find((organisation) => organisation.id === id)).toMatchObject({ name: 'Waiting Ltd', addressesAt: ['waiting.example.com'], members: 1 });
      expect(JSON.stringify(listed)).not.toContain('grace@');
      expect(await titlesOf(operator)).toContain('An organisation waits for you');
      expect((await decide(id, 'approve')).status).toBe(204);
      expect((await search(owner)).status).toBe(200);
      expect((await decide(id, 'suspend')).body).toMatchObject({ code: 'recruiters.no_reason' });
      expect((await decide(id, 'suspend', 'Complaints by three candidates.')).status).toBe(204);
      expect(await search(owner)).toMatchObject({ status: 403, body: { code: 'recruiters.not_approved' } });
      expect((await mailTo(world, 'grace@waiting.example.com', /suspended/)).text).toContain('Complaints by three candidates.');
      expect((await decide(id, 'refuse', 'No.')).body).toMatchObject({ code: 'recruiters.decision_does_not_fit' });
      expect((await decide(id, 'approve')).status).toBe(204);
      const actions = await world.database.query<{ action: string; detail: unknown }>('select action, detail from audit.entry where subject_id = $1 order by sequence', [id]);
      expect(actions.map(({ action }) => action)).toEqual(['recruiters.organisation_made', 'recruiters.organisation_approved', 'recruiters.organisation_suspended', 'recruiters.organisation_approved']);
      expect(JSON.stringify(actions)).not.toContain('Complaints');
    });

    it('reads why it was refused, corrects what it said and is looked at again', async () => {
      const owner = await world.candidate('grace@refused.example.com');
      await owner.post('/api/organisations', { ...acme, name: 'Acne' });
      const { id } = await organisationOf(owner);
      await decide(id, 'refuse', 'There is no such company.');
      expect(await organisationOf(owner)).toMatchObject({ state: 'refused', reason: 'There is no such company.' });
      const corrected = await owner.send('PATCH', '/api/organisation', JSON.stringify({ ...acme, domain: 'other.example.org' }), { 'content-type': 'application/json' });
      expect(corrected.body).toMatchObject({ state: 'pending', reason: null, name: 'Acme', domain: 'other.example.org' });
    });

    it.each(['co.uk', 'localhost', '127.0.0.1', 'acme', 'grace@acme.com'])('cannot be called %s', async (domain) => {
      const owner = await world.candidate();
      expect(await owner.post('/api/organisations', { ...acme, domain })).toMatchObject({ status: 422, body: { code: 'recruiters.not_a_domain', fields: { domain: expect.any(String) } } });
      expect((await owner.get('/api/session')).body).toMatchObject({ account: { roles: ['candidate'] } });
    });
  });

  describe('one that an operator decided against', () => {
    const founded = async (email: string, domain: string): Promise<{ owner: Visitor; state: string; id: string }> => {
      const owner = await world.candidate(email);
      return { owner, ...((await owner.post('/api/organisations', { ...acme, domain })).body as Organisation) };
    };

    it('and suspended waits for the operator when its owner leaves it and founds it again, at its domain, above it or below it', async () => {
      const { owner, id, state } = await founded('boss@hr.suspended-tests.com', 'hr.suspended-tests.com');
      expect(state).toBe('approved');
      await decide(id, 'suspend', 'Complaints.');
      expect(await leave(owner)).toBe(204);
      expect(await world.database.query('select 1 from recruiters.organisation where id = $1', [id])).toEqual([]);
      const again = await world.candidate('boss2@hr.suspended-tests.com');
      expect((await again.post('/api/organisations', { ...acme, domain: 'suspended-tests.com' })).body).toMatchObject({ state: 'pending', isDomainVerified: true });
      expect((await founded('boss@suspended-tests.com', 'suspended-tests.com')).state).toBe('pending');
      const last = await founded('boss@jobs.suspended-tests.com', 'jobs.suspended-tests.com');
      expect(last.state).toBe('pending');
      expect((await decide(last.id, 'approve')).status).toBe(204);
      expect((await founded('new@suspended-tests.com', 'suspended-tests.com')).state).toBe('approved');
    });

    it('and refused waits for the operator when it changes to a domain that is its own', async () => {
      const { owner, id, state } = await founded('me@mine-tests.com', 'somebody-elses-tests.com');
      expect(state).toBe('pending');
      await decide(id, 'refuse', 'That is not you.');
      const corrected = await owner.send('PATCH', '/api/organisation', JSON.stringify({ ...acme, domain: 'mine-tests.com' }), { 'content-type': 'application/json' });
      expect(corrected.body).toMatchObject({ state: 'pending', isDomainVerified: true });
    });
  });

  it('hires for itself, or as an agency names the clients it hires for: whoever hides from a client is hidden from its agency', async () => {
    const { visitor: employer } = await world.recruiter();
    expect((await employer.post('/api/organisation/clients', { name: 'Globex', domain: 'globex.co.uk' })).body).toMatchObject({ code: 'recruiters.not_an_agency' });
    const agent = await world.candidate('agent@agency-tests.com');
    await agent.post('/api/organisations', { name: 'Agency', domain: 'agency-tests.com', kind: 'agency', clients: [{ name: 'Initech', domain: 'initech-tests.com' }] });
    const named = (await agent.post('/api/organisation/clients', { name: 'Globex', domain: 'https://jobs.globex.co.uk' })).body as Organisation;
    expect(named).toMatchObject({ kind: 'agency', clients: [{ name: 'Globex', domain: 'jobs.globex.co.uk' }, { name: 'Initech', domain: 'initech-tests.com' }] });
    expect((await agent.post('/api/organisation/clients', { name: 'GLOBEX', domain: 'globex.com' })).body).toMatchObject({ code: 'recruiters.client_known' });
    const { Seats } = await import('../../../src/recruiters/organisations/seats.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const [row] = await world.database.query<{ id: string }>(`select id from auth."user" where email = 'agent@agency-tests.com'`);
    const seat = await world.app.get(Seats, { strict: false }).searching(world.app.get(Database).alone, row?.id ?? '');
    expect([...seat.blockTokens].sort()).toEqual([
      'domain:agency-tests.com', 'domain:globex.co.uk', 'domain:initech-tests.com', 'domain:jobs.globex.co.uk', `org:${named.id}`,
    ].sort());
    const [first] = named.clients;
    expect((await agent.delete(`/api/organisation/clients/${first?.id ?? ''}`)).body).toMatchObject({ clients: [{ name: 'Initech' }] });
  });

  it('names each client with its web domain, and as many as the policy allows', async () => {
    const { visitor } = await world.recruiter({ organisation: { kind: 'agency', clients: [{ name: 'First' }] } });
    const add = (client: object): Promise<Answer> => visitor.post('/api/organisation/clients', client);
    expect(await add({ name: 'Umbrella' })).toMatchObject({ status: 422, body: { fields: { domain: expect.any(String) } } });
    expect((await add({ name: 'Umbrella', domain: 'co.uk' })).body).toMatchObject({ code: 'recruiters.not_a_domain', fields: { domain: expect.any(String) } });
    const { limits } = world.app.get(Policy, { strict: false }).values;
    const [clients, clientsPerDay] = [limits.clients, limits.rates.clientsPerDay];
    limits.clients = 2;
    expect((await add({ name: 'Umbrella', domain: 'umbrella.com' })).status).toBe(201);
    expect(await add({ name: 'Tyrell', domain: 'tyrell.com' })).toMatchObject({ status: 409, body: { code: 'recruiters.too_many_clients' } });
    limits.rates.clientsPerDay = 3;
    expect((await add({ name: 'Tyrell', domain: 'tyrell.com' })).status).toBe(429);
    Object.assign(limits, { clients });
    limits.rates.clientsPerDay = clientsPerDay;
  });

  it('takes with it, when it is deleted, every consent to be shown to it: name and address are gone in the same commit', async () => {
    const person = await listedCandidate(world, { name: 'Vera Lind', shares: [] });
    const { visitor, organisationId } = await world.recruiter({ organisation: { name: 'Brief Ltd' } });
    const asked = await visitor.post('/api/contact-requests', { talentId: person.talentId, clientId: null, jobTitle: 'Engineer', pay: { min: 1, max: 2, currency: 'EUR', per: 'year' }, message: 'We would like to talk.' });
    expect((await person.visitor.post(`/api/contact-requests/mine/${(asked.body as { id: string }).id}/acceptance`, { eventId: randomUUID(), noticeVersion: 1 })).status).toBeLessThan(300);
    const shown = () => world.database.query('select name from recruiters.talent_contact where scope = $1', [organisationId]);
    expect(await shown()).toEqual([{ name: 'Vera Lind' }]);
    expect(await leave(visitor)).toBe(204);
    expect(await shown()).toEqual([]);
    const { consents } = (await person.visitor.get('/api/consents')).body as { consents: { scope: string; live: boolean; ended: { because: string } | null }[] };
    expect(consents.find(({ scope }) => scope === organisationId)).toMatchObject({ live: false, ended: { because: 'terminated' } });
    expect((await visitor.get('/api/organisation')).status).toBe(403);
    expect(await world.database.query('select * from consent.faults()')).toEqual([]);
  });

  it('answers for what belongs to another organisation, and for what is nowhere, with the same bytes', async () => {
    const { visitor: mine } = await world.recruiter({ organisation: { kind: 'agency', clients: [{ name: 'C' }] } });
    const { visitor: theirs, accountId } = await world.recruiter({ organisation: { kind: 'agency', clients: [{ name: 'D' }] } });
    await theirs.post('/api/organisation/invitations', { email: 'd@example.com', roles: ['recruiter'] });
    const client = (await organisationOf(theirs)).clients[0]?.id ?? '';
    const [{ id: invitation = '' } = {}] = ((await theirs.get('/api/organisation/invitations')).body as { invitations: { id: string }[] }).invitations;
    const absent = '0193c2f0-8a3e-7c41-9d25-3f6a1b2c4d5e';
    for (const id of [absent, 'malformed', accountId, client, invitation]) {
      const answers = await Promise.all([
        mine.put(`/api/organisation/members/${id}`, { roles: ['recruiter'] }), mine.delete(`/api/organisation/members/${id}`), mine.delete(`/api/organisation/clients/${id}`),
        mine.post(`/api/organisation/invitations/${id}/mail`), mine.delete(`/api/organisation/invitations/${id}`), decide(id, 'approve'),
      ]);
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set([`404 ${answers[0]?.text}`]));
    }
    expect((await theirs.get('/api/session')).body).toMatchObject({ account: { id: accountId } });
    expect((await organisationOf(theirs)).clients).toHaveLength(1);
  });

  it('opens its pages to recruiters, and the register of all organisations to operators', async () => {
    const person = await world.candidate();
    for (const path of ['/api/organisation', '/api/organisation/members', '/api/organisation/invitations', '/api/talent']) {
      expect((await world.visitor().get(path)).status).toBe(401);
      expect((await person.get(path)).status).toBe(403);
    }
    const { visitor: recruiter } = await world.recruiter();
    expect((await recruiter.get('/api/operations/organisations')).status).toBe(403);
    expect((await operator.get('/api/operations/organisations')).status).toBe(200);
    expect((await operator.get('/api/organisation')).status).toBe(403);
  });
});
