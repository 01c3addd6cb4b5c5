import { type Tx } from '../db/index.js';
import { holdsPersonalData } from '../personal-data/index.js';

export const mailPersonalData = holdsPersonalData({
  module: 'mail',
  tables: [
    { table: 'mail.outbox', subjectColumn: 'account_id', retention: 'mailBody', since: 'created_at', until: 'expires_at' },
    { table: 'mail.sink_message', subjectColumn: 'account_id', retention: 'developmentInbox', until: 'expires_at' },
  ],
  async export(tx: Tx, accountId: string) {
    const rows = await tx.query<{ template: string; created_at: Date; subject: string | null; body_text: string | null }[]>(
      'select template, created_at, subject, body_text from mail.outbox where account_id = $1 and expires_at > clock.now() order by id',
      [accountId],
    );
    if (rows.length === 0) return {};
    return {
      mails: rows.map((row) => ({
        kind: row.template, writtenAt: row.created_at.toISOString(), subject: row.subject, text: row.body_text,
      })),
    };
  },
  async close(tx: Tx, accountId: string) {
    // What one can turn off, such as news, is over with the account; what is about the account itself still goes out.
    await tx.query(`delete from mail.outbox where account_id = $1 and status = 'queued' and unsubscribe_url is not null`, [accountId]);
    // What came to their address before anybody knew whose it is goes with the rest.
    await tx.query('update mail.sink_message set account_id = $1 where account_id is null and to_address in (select to_address from mail.sink_message where account_id = $1)', [accountId]);
  },
  async erase(tx: Tx, accountId: string) {
    await tx.query('delete from mail.outbox where account_id = $1', [accountId]);
    await tx.query('delete from mail.sink_message where account_id = $1', [accountId]);
  },
  remaining: () => Promise.resolve([]),
});
