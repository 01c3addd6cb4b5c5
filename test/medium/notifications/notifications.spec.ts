import { randomUUID } from 'node:crypto';
import { type Delivery, type NewNote } from '../../../src/notifications/index.js';
import { mailsTo, mailTo } from '../../support/mails.js';
import { personWith } from '../../support/people.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';
import { MailServer } from '../mail/mail-server.js';

const alert: Omit<Delivery, 'accountId'> = {
  category: 'alerts',
  mail: { template: 'new-matches', subject: 'Three new matches', heading: 'Three new matches', paragraphs: ['For a search you saved.'], action: { label: 'See them', path: '/saved-searches' } },
};

describe('what people are told', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  const telling = async (where = world) => {
    const { Notifications } = await import('../../../src/notifications/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const [notifications, db] = [where.app.get(Notifications, { strict: false }), where.app.get(Database)];
    return {
      deliver: (delivery: Delivery) => db.transaction((tx) => notifications.deliver(tx, delivery)),
      note: (note: NewNote) => db.transaction((tx) => notifications.note(tx, note)),
    };
  };
  const person = async (email: string): Promise<{ visitor: Visitor; accountId: string }> => {
    const visitor = await world.candidate(email);
    const { account } = (await visitor.get('/api/session')).body as { account: { id: string } };
    return { visitor, accountId: account.id };
  };
  const notesOf = async (visitor: Visitor, query = '') => (await visitor.get(`/api/notes${query}`)).body as { notes: { id: string; title: string; isRead: boolean }[]; unread: number; next: string | null };
  const refuse = (visitor: Visitor, id: string, isWanted = false): Promise<Answer> => visitor.put('/api/mail-preferences', { id, isWanted });

  it('stands in their inbox here, newest first, until they have read it', async () => {
    const { visitor, accountId } = await person('reader@example.com');
    const { note } = await telling();
    for (let count = 1; count <= 32; count += 1) await note({ accountId, kind: 'tests.told', title: `Note ${count}`, body: 'Something happened.', link: '/practice' });
    const first = await notesOf(visitor);
    expect(first).toMatchObject({ unread: 32, notes: expect.arrayContaining([expect.objectContaining({ title: 'Note 32', isRead: false, link: '/practice' })]) });
    expect(first.notes).toHaveLength(30);
    const second = await notesOf(visitor, `?before=${first.next}`);
    expect(second).toMatchObject({ notes: [{ title: 'Note 2' }, { title: 'Note 1' }], next: null });
    expect((await visitor.post('/api/notes/read', { upTo: second.notes[0]?.id })).body).toEqual({ unread: 30 });
    expect((await visitor.post('/api/notes/read', { upTo: first.notes[0]?.id })).body).toEqual({ unread: 0 });
  });

  it('is told once about the same, is seen by nobody else, and leads to no other site', async () => {
    const { visitor, accountId } = await person('once@example.com');
    const { visitor: other, accountId: otherId } = await person('other@example.com');
    const { note } = await telling();
    const said = { accountId, kind: 'tests.told', title: 'Once', body: '', dedupe: 'the same' };
    await note(said);
    await note(said);
    await note({ ...said, accountId: otherId, title: 'For the other' });
    expect((await notesOf(visitor)).notes).toMatchObject([{ title: 'Once' }]);
    const [mine] = (await notesOf(visitor)).notes;
    await note({ ...said, accountId: otherId, dedupe: 'later', title: 'Later' });
    await other.post('/api/notes/read', { upTo: mine?.id });
    expect((await notesOf(visitor)).unread).toBe(1);
    expect((await notesOf(other)).notes.map(({ title }) => title)).toEqual(['Later', 'For the other']);
    for (const link of ['https://evil.example.com', '//evil.example.com', '/\\evil.example.com']) await expect(note({ ...said, dedupe: link, link })).rejects.toThrow(/note_link_check/);
  });

  it('reaches them by mail, unless they turned that kind off in their settings', async () => {
    const { visitor, accountId } = await person('chooser@example.com');
    const { deliver } = await telling();
    expect((await visitor.get('/api/mail-preferences')).body).toMatchObject({ categories: [{ id: 'contact_requests', isWanted: true }, { id: 'profile_views' }, { id: 'consent' }] });
    const { visitor: recruiter } = await world.recruiter();
    expect((await recruiter.get('/api/mail-preferences')).body).toMatchObject({ categories: expect.arrayContaining([{ id: 'alerts', title: 'New matches', says: expect.any(String), isWanted: true }]) });
    expect(await deliver({ ...alert, accountId })).toBe(true);
    const mail = await mailTo(world, 'chooser@example.com', /Three new matches/);
    expect(mail.text).toContain(`${world.url}/saved-searches`);
    expect(mail.text).toContain('did not turn off “New matches”');
    expect((await refuse(visitor, 'alerts')).body).toMatchObject({ categories: expect.arrayContaining([expect.objectContaining({ id: 'alerts', isWanted: false })]) });
    expect(await deliver({ ...alert, accountId })).toBe(false);
    expect(await deliver({ ...alert, accountId, category: 'contact_requests' })).toBe(true);
    expect(await deliver({ ...alert, accountId, category: 'essential' })).toBe(true);
    expect((await refuse(visitor, 'essential')).status).toBe(422);
    await refuse(visitor, 'alerts', true);
    expect(await deliver({ ...alert, accountId })).toBe(true);
  });

  it('stops by the link below the mail, pressed without a sign-in, and not by opening it', async () => {
    const { visitor, accountId } = await person('leaver@example.com');
    const { deliver } = await telling();
    await deliver({ ...alert, accountId });
    const { token, text } = await mailTo(world, 'leaver@example.com', /Three new/);
    expect(text).toContain(`${world.url}/unsubscribe#token=${token}`);
    expect(await world.database.query('select 1 from notifications.unsubscribe_link where token_hash = $1', [token])).toEqual([]);
    await world.visitor().get(`/unsubscribe#token=${token}`);
    await world.visitor().get(`/api/unsubscriptions/one-click?token=${token}`);
    expect(await deliver({ ...alert, accountId })).toBe(true);
    expect(await world.visitor().post('/api/unsubscriptions', { token })).toMatchObject({ status: 200, body: { title: 'New matches' } });
    expect(await deliver({ ...alert, accountId })).toBe(false);
    await refuse(visitor, 'alerts', true);
    await deliver({ ...alert, accountId });
    expect((await mailsTo(world, 'leaver@example.com'))[0]?.token).toBe(token);
    expect(await world.visitor().post('/api/unsubscriptions', { token: 'unknown' })).toMatchObject({ status: 422, body: { code: 'notifications.unknown_link' } });
  });

  it('stops by the button of a mail program as well (RFC 8058), but for mails that are essential', async () => {
    const server = new MailServer([]);
    const sending = await World.create({ SMTP_URL: await server.open() });
    const accountId = await personWith(sending, { email: 'program@example.com' });
    const { deliver } = await telling(sending);
    await deliver({ ...alert, accountId });
    await sending.settle();
    const [, url = ''] = /List-Unsubscribe: <([^>]+)>/i.exec(server.received[0]?.replaceAll(/\r\n[ \t]+/g, ' ').replaceAll('< ', '<') ?? '') ?? [];
    expect(server.received[0]).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/i);
    expect(await sending.database.query('select unsubscribe_url from mail.outbox')).toEqual([{ unsubscribe_url: null }]);
    const pressed = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    expect(pressed.status).toBe(200);
    expect(await deliver({ ...alert, accountId })).toBe(false);
    expect(await deliver({ ...alert, accountId, category: 'essential' })).toBe(true);
    await sending.settle();
    expect(server.received[1]).not.toMatch(/List-Unsubscribe/i);
    await sending.destroy();
    await server.close();
  });

  it('writes to nobody whose account is closed, and keeps nothing of them', async () => {
    const { visitor, accountId } = await person('gone@example.com');
    const { deliver, note } = await telling();
    await note({ accountId, kind: 'tests.told', title: 'Before', body: '' });
    await refuse(visitor, 'alerts');
    const { personalDataHolders } = await import('../../../src/platform/personal-data/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const holder = personalDataHolders().find(({ module }) => module === 'notifications');
    const db = world.app.get(Database).alone;
    expect(await holder?.export(db, accountId)).toMatchObject({ notes: [{ title: 'Before' }], mailsTurnedOff: [{ category: 'alerts' }] });
    await world.database.query(`insert into accounts.closed_account (account_id, name, email, purge_at) values ($1, '', '', clock.now())`, [accountId]);
    expect(await deliver({ ...alert, accountId, category: 'essential' })).toBe(false);
    await holder?.erase(db, accountId);
    expect(await holder?.remaining(db, accountId)).toEqual([]);
  });

  it('is gone from the inbox at 90 days to the second, and deleted soon after', async () => {
    const { note } = await telling();
    const accountId = await personWith(world, { email: 'old@example.com' });
    await note({ accountId, kind: 'tests.told', title: 'Old', body: '' });
    const { NoteRepository } = await import('../../../src/notifications/note.repository.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const seen = () => world.app.get(NoteRepository, { strict: false }).listMine(world.app.get(Database).alone, accountId, null, 10);
    const [{ wait }] = (await world.database.query<{ wait: string }>('select (created_at + interval \'90 days\' - clock.now() - interval \'5 seconds\')::text as wait from notifications.note where account_id = $1', [accountId])) as [{ wait: string }];
    await world.database.moveClock(wait);
    expect(await seen()).toHaveLength(1);
    await world.database.moveClock('6 seconds');
    expect(await seen()).toEqual([]);
    await world.database.moveClock('1 hour');
    await world.settle();
    expect(await world.database.query('select 1 from notifications.note where account_id = $1', [accountId])).toEqual([]);
  });

  // The last of this file: the clock stays where it is.
  it('[MR13] writes a month before a consent ends, and when its text has changed so that it must be asked for again: once for a purpose, with the names of all whom it is for', async () => {
    const { listedCandidate } = await import('../../support/listed-candidate.js');
    const zora = await listedCandidate(world, { shares: [] });
    const pay = { min: 5_000_000, max: 6_000_000, currency: 'EUR', per: 'year' };
    for (const name of ['Acme', 'Meridian']) {
      const { visitor } = await world.recruiter({ organisation: { name } });
      const { id } = (await visitor.post('/api/contact-requests', { talentId: zora.talentId, clientId: null, jobTitle: 'Search engineer', pay, message: 'Shall we talk?' })).body as { id: string };
      expect((await zora.visitor.post(`/api/contact-requests/mine/${id}/acceptance`, { eventId: randomUUID(), noticeVersion: 1 })).status).toBe(200);
    }
    const consentMails = async () => (await mailsTo(world, zora.email)).filter(({ subject }) => /ends on|has changed/.test(subject));
    await world.database.moveClock('330 days');
    expect(await consentMails()).toEqual([]);
    await world.database.moveClock('7 days');
    const ending = await consentMails();
    expect(ending.map(({ subject }) => subject.replace(/ ends on \d+ \w+ \d{4}$/, '')).sort()).toEqual(['“Let recruiters find you”', '“Show one organisation who you are”']);
    expect(ending.find(({ subject }) => subject.includes('who you are'))!.text).toContain('Show one organisation who you are, for Acme and Meridian.');
    expect(await world.database.query(`select 1 from notifications.note where account_id = $1 and kind = 'consent.ending'`, [zora.accountId])).toHaveLength(2);
    await startWithNewNotice('discovery_contact');
    const changed = (await consentMails()).filter(({ subject }) => subject.includes('has changed'));
    expect(changed).toMatchObject([{ text: expect.stringContaining('has ended, for Acme and Meridian') }]);
    expect(changed[0]!.text).toMatch(/\/requests$/m);
  });

  /** As a start with a policy in which a notice has changed in a way that matters. */
  const startWithNewNotice = async (purpose: 'discovery_contact'): Promise<void> => {
    const { NoticePublication } = await import('../../../src/consent/notice-publication.js');
    const { NoticeRepository } = await import('../../../src/consent/notice.repository.js');
    const { Notices } = await import('../../../src/consent/notices.js');
    const { ConsentSweep } = await import('../../../src/consent/consent-sweep.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const { Policy } = await import('../../../src/platform/policy/index.js');
    const { values } = world.app.get(Policy);
    const changed = new Policy({ ...values, purposes: { ...values.purposes, [purpose]: { ...values.purposes[purpose], says: 'Something else.', version: 2, material: true } } });
    await new NoticePublication(new Notices(changed), world.app.get(NoticeRepository), world.app.get(ConsentSweep), world.app.get(Database)).onModuleInit();
  };
});
