import { newId } from '../../../src/kernel/index.js';
import { mailPersonalData } from '../../../src/platform/mail/mail.personal-data.js';
import { type Answer, MailServer } from './mail-server.js';
import { MailWorld } from './mail-world.js';

let world: MailWorld;
let server: MailServer | null = null;
const withServer = async (answers: Answer[], userInfo?: string): Promise<MailServer> => {
  server = new MailServer(answers);
  world = await MailWorld.with(await server.open(userInfo));
  return server;
};
const nothingPersonal = { to_address: null, subject: null, body_text: null, body_html: null };

afterEach(async () => {
  await world.close();
  await server?.close();
  server = null;
});

describe('a mail', () => {
  it('is sent once its transaction has committed, and its text is gone afterwards', async () => {
    const { received } = await withServer([]);
    const id = await world.handIn();
    expect(await world.database.query(`select payload from jobs.outbox where name = 'mail.send'`)).toEqual([{ payload: { mailId: id } }]);
    await world.delivery.deliver(id);
    expect(received).toHaveLength(1);
    expect(received[0]).toContain(`Message-ID: <${id}@localhost>`);
    expect(await world.row(id)).toMatchObject({ status: 'sent', ...nothingPersonal });
    await world.delivery.deliver(id);
    expect(received).toHaveLength(1);
  });

  it('of a change that was rolled back is never sent', async () => {
    await withServer([]);
    await expect(world.db.transaction(async (tx) => {
      await world.outbox.send(tx, { to: 'ada@example.org', subject: 's', text: 't', html: 'h', template: 'welcome' });
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    expect(await world.database.query('select from mail.outbox')).toEqual([]);
    expect(await world.database.query('select from jobs.outbox')).toEqual([]);
  });

  it('that the mail server cannot take just now waits, and goes out at the next attempt', async () => {
    const { received } = await withServer(['451 at the recipient', '535 at the sign-in'], 'viva:secret@');
    const id = await world.handIn();
    await expect(world.delivery.deliver(id)).rejects.toThrow('The mail server did not take the mail (EENVELOPE 451)');
    await expect(world.delivery.deliver(id)).rejects.toThrow('The mail server did not take the mail (EAUTH 535)');
    expect(await world.row(id)).toMatchObject({ status: 'queued', to_address: 'ada@example.org' });
    await world.delivery.deliver(id);
    expect(received).toHaveLength(1);
    expect(await world.row(id)).toMatchObject({ status: 'sent', ...nothingPersonal });
  });

  it('waits while there is no mail server at all, and names nobody in the error', async () => {
    world = await MailWorld.with('smtp://127.0.0.1:9');
    const id = await world.handIn();
    const error = await world.delivery.deliver(id).catch(String);
    expect(error).toMatch(/did not take the mail \(E/);
    expect(error).not.toContain('ada');
    expect(await world.row(id)).toMatchObject({ status: 'queued', leased_until: null });
  });

  it.each(['550 at the recipient', '554 at the message'] as const)('that is refused for good (%s) is not tried again', async (answer) => {
    const refusing = await withServer([answer]);
    const id = await world.handIn();
    await world.delivery.deliver(id);
    await world.delivery.deliver(id);
    expect(refusing.attempts).toBe(1);
    expect(await world.row(id)).toMatchObject({ status: 'refused', ...nothingPersonal });
  });

  it('whose acceptance was not heard is sent again under the same Message-ID', async () => {
    const { received } = await withServer(['accept and hang up']);
    const id = await world.handIn();
    await expect(world.delivery.deliver(id)).rejects.toThrow(/did not take the mail/);
    await world.delivery.deliver(id);
    expect(received.map((message) => /^Message-ID: (.*)$/im.exec(message)?.[1])).toEqual(Array.from({ length: 2 }, () => `<${id}@localhost>`));
  });

  it('about the same thing goes to the same address once, however the address is written', async () => {
    await withServer([]);
    const matter = newId();
    const id = await world.handIn({ dedupe: matter });
    await world.delivery.deliver(id);
    const again = (more: object): Promise<string> => world.handIn({ dedupe: matter, ...more });
    await expect(again({})).rejects.toThrow('handed in before');
    await expect(again({ to: 'Ada@Example.org' })).rejects.toThrow('handed in before');
    for (const other of [{ to: 'bob@example.org' }, { template: 'welcome' }, { dedupe: newId() }]) expect(await again(other)).toHaveLength(36);
    expect(await world.database.query(`select from jobs.outbox where name = 'mail.send'`)).toHaveLength(4);
    await world.handIn();
    await world.handIn();
  });

  it('is sent by one worker at a time, and by another when that one was killed', async () => {
    const { received } = await withServer([]);
    const id = await world.handIn();
    expect(await world.mails.claim(world.db.alone, id)).toMatchObject({ id });
    await expect(world.delivery.deliver(id)).rejects.toThrow('by somebody else');
    await world.database.moveClock('90 seconds');
    await world.delivery.deliver(id);
    expect(received).toHaveLength(1);
  });

  it('that is taken back while a mail server is given it goes out no more when that one does not take it', async () => {
    const { received } = await withServer([]);
    const [mine, other] = [newId(), newId()];
    const [given, waiting, kept, theirs] = [await world.handIn({ account: mine }), await world.handIn({ account: mine }), await world.handIn({ account: mine, template: 'welcome' }), await world.handIn({ account: other })];
    await world.mails.claim(world.db.alone, given);
    await world.outbox.takeBack(world.db.alone, mine, 'verify-email');
    await world.mails.release(world.db.alone, given);
    for (const id of [given, waiting, kept, theirs]) await world.delivery.deliver(id);
    expect(received.map((mail) => /Message-ID: <(.+)@/.exec(mail)?.[1]).sort()).toEqual([kept, theirs].sort());
  });

  it('whose job was lost is found and sent', async () => {
    await withServer([]);
    const id = await world.handIn();
    await world.database.query('delete from jobs.outbox');
    expect(await world.delivery.resendOverdue()).toBe(0);
    await world.database.moveClock('5 minutes');
    expect(await world.delivery.resendOverdue()).toBe(1);
    expect(await world.delivery.resendOverdue()).toBe(0);
    expect(await world.database.query('select payload from jobs.outbox')).toEqual([{ payload: { mailId: id } }]);
  });

  it('that could not be sent for seven days is neither sent nor kept', async () => {
    const { received } = await withServer([]);
    const [early, late] = [await world.handIn(), await world.handIn()];
    await world.database.moveClock('6 days 23 hours 59 minutes');
    await world.delivery.deliver(early);
    await world.database.moveClock('1 minute');
    await world.delivery.deliver(late);
    expect(received).toHaveLength(1);
    await world.mails.deleteExpired(world.db.alone);
    expect(await world.database.query('select from mail.outbox')).toEqual([]);
  });

  it.each(['', 'ada', 'ada@example.org, bob@example.org', 'ada@example.org\nBcc: bob@example.org'])('is not taken for the address %j', async (to) => {
    await withServer([]);
    await expect(world.handIn({ to })).rejects.toThrow();
  });

  it('that one could turn off is not sent any more once the account is closed; what is about the account is', async () => {
    await withServer([]);
    const account = newId();
    const unsubscribeUrl = 'https://viva.example/off';
    const [about, , others] = [await world.handIn({ account }), await world.handIn({ account, template: 'news', unsubscribeUrl }), await world.handIn({ account: newId(), template: 'news', unsubscribeUrl })];
    await world.db.transaction((tx) => mailPersonalData.close!(tx, account));
    expect(await world.database.query('select id from mail.outbox order by id')).toEqual([{ id: about }, { id: others }]);
  });

  it('goes with its account', async () => {
    await withServer([]);
    const account = newId();
    await world.handIn({ account });
    expect(await mailPersonalData.export(world.db.alone, account)).toMatchObject({ mails: [{ kind: 'verify-email', subject: 'Confirm your address' }] });
    await world.db.transaction((tx) => mailPersonalData.erase(tx, account));
    expect(await mailPersonalData.export(world.db.alone, account)).toEqual({});
    expect(await world.database.query('select from mail.outbox')).toEqual([]);
  });
});

describe('the built-in inbox', () => {
  const subject = 'Grüße 👋 from a very long subject line that has to be folded somewhere, ñandú, “quoted” & <b>bold</b>';

  it('shows what was mailed, byte for byte, and the links in it', async () => {
    world = await MailWorld.with();
    const text = 'Hello Zoë,\n\nopen http://localhost:3000/verify?token=a_b-c&x=1\n.\nor http://localhost:3000/help\n'.trimEnd();
    const html = `<p>Zoë — ${'long '.repeat(400)}</p>`;
    const id = await world.handIn({ subject, text, html, account: newId() });
    await world.delivery.deliver(id);
    const [line] = await world.inbox.list(world.db.alone, { limit: 10 });
    expect(line).toMatchObject({ to: 'ada@example.org', subject });
    expect(await world.inbox.get(world.db.alone, line?.id ?? '')).toMatchObject({
      subject, text, html, links: ['http://localhost:3000/verify?token=a_b-c&x=1', 'http://localhost:3000/help'],
    });
  });

  it('forgets after seven days, and with the account', async () => {
    world = await MailWorld.with();
    const account = newId();
    for (const more of [{ account }, {}]) await world.delivery.deliver(await world.handIn(more));
    const [newest, oldest] = await world.inbox.list(world.db.alone, { limit: 10 });
    await world.db.transaction((tx) => mailPersonalData.erase(tx, account));
    await expect(world.inbox.get(world.db.alone, oldest?.id ?? '')).rejects.toMatchObject({ status: 404 });
    await world.database.moveClock('7 days');
    await expect(world.inbox.get(world.db.alone, newest?.id ?? '')).rejects.toMatchObject({ status: 404 });
    await world.mails.deleteExpired(world.db.alone);
    expect(await world.database.query('select from mail.sink_message')).toEqual([]);
  });
});
