import { mailsTo, mailTo } from '../../support/mails.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

describe('those who work for one organisation', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  const search = (visitor: Visitor): Promise<Answer> => visitor.get('/api/talent');
  const titlesOf = async (visitor: Visitor): Promise<string[]> => ((await visitor.get('/api/notes')).body as { notes: { title: string }[] }).notes.map(({ title }) => title);

  describe('as members', () => {
    const membersOf = async (visitor: Visitor): Promise<{ id: string; email: string; roles: string[] }[]> => ((await visitor.get('/api/organisation/members')).body as { members: { id: string; email: string; roles: string[] }[] }).members;

    it('see each other, and only owners change anything', async () => {
      const { visitor: owner, organisationId } = await world.recruiter();
      const { visitor: recruiter, accountId } = await world.recruiter({ organisationId, roles: ['recruiter'] });
      const { visitor: billing } = await world.recruiter({ organisationId, roles: ['billing'] });
      expect((await membersOf(recruiter)).map(({ roles }) => roles)).toEqual([['owner', 'recruiter'], ['recruiter'], ['billing']]);
      const [{ id: ownerId = '' } = {}] = await membersOf(recruiter);
      const tries = [
        recruiter.put(`/api/organisation/members/${ownerId}`, { roles: ['billing'] }), recruiter.delete(`/api/organisation/members/${ownerId}`), recruiter.get('/api/organisation/invitations'),
        recruiter.post('/api/organisation/invitations', { email: 'x@example.com', roles: ['recruiter'] }), recruiter.post('/api/organisation/clients', { name: 'X', domain: 'x.com' }),
      ];
      for (const answer of await Promise.all(tries)) expect(answer).toMatchObject({ status: 403, body: { code: 'recruiters.not_your_part' } });
      expect(await search(billing)).toMatchObject({ status: 403, body: { code: 'recruiters.not_your_part' } });
      expect((await search(recruiter)).status).toBe(200);
      expect((await owner.put(`/api/organisation/members/${accountId}`, { roles: ['owner'] })).status).toBe(200);
      expect((await recruiter.get('/api/session')).body).toEqual({ account: null });
    });

    it('see nothing from the commit that removes them', async () => {
      const { visitor: owner, organisationId } = await world.recruiter();
      const { visitor: recruiter, accountId, email } = await world.recruiter({ organisationId, roles: ['recruiter'] });
      expect((await search(recruiter)).status).toBe(200);
      expect((await owner.delete(`/api/organisation/members/${accountId}`)).status).toBe(204);
      expect((await search(recruiter)).status).toBe(401);
      expect(await world.database.query('select roles from accounts.account where id = $1', [accountId])).toEqual([{ roles: ['candidate'] }]);
      expect((await mailsTo(world, email)).map(({ subject }) => subject)).toEqual([expect.stringMatching(/do not work with/)]);
    });

    it('always have an owner, whoever goes at the same moment', async () => {
      const { visitor: one, accountId: oneId, organisationId } = await world.recruiter();
      const { visitor: other, accountId: otherId } = await world.recruiter({ organisationId });
      const answers = await Promise.all([one.delete(`/api/organisation/members/${oneId}`), other.delete(`/api/organisation/members/${otherId}`)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 204]);
      expect(await world.database.query('select 1 from recruiters.organisation where id = $1', [organisationId])).toEqual([]);
      const { visitor: last, accountId: lastId, organisationId: second } = await world.recruiter();
      await world.recruiter({ organisationId: second, roles: ['recruiter'] });
      expect(await last.delete(`/api/organisation/members/${lastId}`)).toMatchObject({ status: 409, body: { code: 'recruiters.last_owner' } });
      expect(await last.put(`/api/organisation/members/${lastId}`, { roles: ['recruiter'] })).toMatchObject({ status: 409, body: { code: 'recruiters.last_owner' } });
      expect((await search(last)).status).toBe(200);
    });

    it('do not remove each other at the same moment: one is first, and the other is no owner any more', async () => {
      const { visitor: one, accountId: oneId, organisationId } = await world.recruiter();
      const { visitor: other, accountId: otherId } = await world.recruiter({ organisationId });
      const answers = await Promise.all([one.delete(`/api/organisation/members/${otherId}`), other.delete(`/api/organisation/members/${oneId}`)]);
      expect(answers.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1);
      expect(await world.database.query('select 1 from recruiters.member where organisation_id = $1', [organisationId])).toHaveLength(1);
    });

    it('inherit the organisation when its last owner deletes the account, and are told', async () => {
      const { accountId: ownerId, organisationId } = await world.recruiter();
      await world.recruiter({ organisationId, roles: ['billing'] });
      const { visitor: heir, accountId: heirId } = await world.recruiter({ organisationId, roles: ['recruiter'] });
      await deleteAccount(ownerId);
      expect(await membersOf(heir)).toMatchObject([{ roles: ['billing'] }, { id: heirId, roles: ['recruiter', 'owner'] }]);
      expect(await titlesOf(heir)).toEqual([expect.stringMatching(/You are the owner of/)]);
      const { accountId: aloneId, organisationId: alone } = await world.recruiter();
      await deleteAccount(aloneId);
      expect(await world.database.query('select 1 from recruiters.organisation where id = $1', [alone])).toEqual([]);
    });

    const deleteAccount = async (accountId: string): Promise<void> => {
      const { AccountClosing } = await import('../../../src/accounts/settings/account-closing.js');
      const [session] = await world.database.query<{ id: string }>('select id from accounts.session where account_id = $1', [accountId]);
      await world.app.get(AccountClosing, { strict: false }).close({ id: session?.id ?? '', accountId } as Parameters<InstanceType<typeof AccountClosing>['close']>[0], false);
      await world.settle();
    };
  });

  describe('once they are invited', () => {
    const invite = (visitor: Visitor, email: string, roles = ['recruiter']): Promise<Answer> => visitor.post('/api/organisation/invitations', { email, roles });
    const tokenTo = async (email: string): Promise<string> => (await mailTo(world, email, /invites you/)).token;
    const accept = (visitor: Visitor, token: string): Promise<Answer> => visitor.post('/api/colleague-invitations/acceptance', { token });

    it('join with the address they were invited at, once, by a press and not by opening the link', async () => {
      const { visitor: owner } = await world.recruiter({ organisation: { name: 'Umbrella' } });
      const email = 'colleague@umbrella.example.com';
      await invite(owner, email.toUpperCase());
      const token = await tokenTo(email);
      expect(await world.database.query('select 1 from recruiters.colleague_invitation where token_hash = $1', [token])).toEqual([]);
      const [stranger, colleague] = [await world.candidate(), await world.candidate(email)];
      expect(await accept(world.visitor(), token)).toMatchObject({ status: 401 });
      expect(await accept(stranger, token)).toMatchObject({ status: 422, body: { code: 'recruiters.invitation_over' } });
      await colleague.get(`/join#token=${token}`);
      expect(await colleague.post('/api/colleague-invitations/reading', { token })).toMatchObject({ status: 200, body: { organisationName: 'Umbrella', roles: ['recruiter'] } });
      expect((await colleague.get('/api/organisation')).status).toBe(403);
      const before = colleague.cookie;
      expect(await accept(colleague, token)).toMatchObject({ status: 200, body: { joined: true } });
      expect(colleague.cookie).not.toBe(before);
      expect((await colleague.get('/api/organisation')).body).toMatchObject({ name: 'Umbrella', myRoles: ['recruiter'] });
      expect((await search(colleague)).status).toBe(200);
      expect((await accept(colleague, token)).body).toMatchObject({ code: 'recruiters.invitation_over' });
      expect(await world.database.query('select 1 from recruiters.colleague_invitation where email = $1', [email])).toEqual([]);
      expect((await invite(owner, email)).body).toMatchObject({ code: 'recruiters.member_already' });
    });

    it('get the same answer to a link that is unknown, replaced, taken back, too old or of another account', async () => {
      const { visitor: owner } = await world.recruiter();
      const answers: string[] = [];
      const keep = async (visitor: Visitor, token: string): Promise<void> => {
        for (const way of ['reading', 'acceptance']) {
          const { status, text } = await visitor.post(`/api/colleague-invitations/${way}`, { token });
          answers.push(`${status} ${text}`);
        }
      };
      const email = 'same@answers.example.com';
      const colleague = await world.candidate(email);
      await keep(colleague, 'unknown');
      await invite(owner, email);
      const first = await tokenTo(email);
      await keep(await world.candidate(), first);
      const [{ id = '' } = {}] = ((await owner.get('/api/organisation/invitations')).body as { invitations: { id: string }[] }).invitations;
      const again = ((await owner.post(`/api/organisation/invitations/${id}/mail`)).body as { invitations: { id: string; isOpen: boolean }[] }).invitations[0];
      await keep(colleague, first);
      const second = await tokenTo(email);
      expect(second).not.toBe(first);
      const endAt = (when: string) => world.database.query(`update recruiters.colleague_invitation set ends_at = ${when} where email = $1`, [email]);
      await endAt('clock.now()');
      await keep(colleague, second);
      await endAt(`clock.now() + interval '1 day'`);
      await owner.delete(`/api/organisation/invitations/${again?.id ?? ''}`);
      await keep(colleague, second);
      expect(new Set(answers)).toEqual(new Set([answers[0]]));
      expect(answers[0]).toMatch(/^422 .*invitation_over/);
    });

    it('are invited by approved organisations only, and by no more mails a day than the policy allows', async () => {
      const { visitor: waiting } = await world.recruiter({ approved: false });
      expect(await invite(waiting, 'x@example.com')).toMatchObject({ status: 403, body: { code: 'recruiters.not_approved' } });
      const { visitor: owner, organisationId } = await world.recruiter();
      const { RateLimiter } = await import('../../../src/platform/http/index.js');
      for (let sent = 0; sent < 100; sent += 1) await world.app.get(RateLimiter, { strict: false }).take({ key: `colleague-invitations:${organisationId}`, limit: 100, seconds: 86_400 });
      expect(await invite(owner, 'y@example.com')).toMatchObject({ status: 429 });
    });
  });

  it('forgets the addresses of invited colleagues 30 days after the invitation has ended', async () => {
    const { visitor: owner } = await world.recruiter();
    await owner.post('/api/organisation/invitations', { email: 'never@came.example.com', roles: ['recruiter'] });
    const rows = () => world.database.query(`select 1 from recruiters.colleague_invitation where email = 'never@came.example.com'`);
    await world.database.moveClock('36 days 23:50:00');
    await world.settle();
    expect(await rows()).toHaveLength(1);
    await world.database.moveClock('2 hours');
    await world.settle();
    expect(await rows()).toEqual([]);
  });
});
