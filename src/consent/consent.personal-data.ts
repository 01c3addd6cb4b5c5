import { type Json } from '../kernel/index.js';
import { holdsPersonalData } from '../platform/personal-data/index.js';
import { type Tx } from '../platform/db/index.js';
import { terminate } from './end-scope.js';

export const consentPersonalData = holdsPersonalData({
  module: 'consent',
  tables: [
    { table: 'consent.subject', subjectColumn: 'account_id', retention: 'account' },
    { table: 'consent.live_grant', subjectColumn: 'subject_id', retention: 'its own end', since: 'given_at', until: 'expires_at' },
    { table: 'consent.record', subjectColumn: null, retention: 'register', since: 'at', counting: 'join consent.subject s on s.ref = held.subject_ref where s.account_id = $1', stays: 'The law asks us to be able to show that data was handled as promised. It leads to nobody any more.' },
    { table: 'consent.checkpoint', subjectColumn: null, retention: 'register' },
    { table: 'consent.disclosure', subjectColumn: 'subject_id', retention: 'register', since: 'at', until: 'expires_at', stays: 'The law asks us to be able to show that data was handled as promised. It leads to nobody any more.' },
    { table: 'consent.notice', subjectColumn: null, retention: 'register' },
    { table: 'consent.signing_key', subjectColumn: null, retention: 'register' },
    { table: 'consent.verification', subjectColumn: null, retention: 'operational', periodFrom: 'asked_at' },
  ],
  async export(tx: Tx, accountId: string) {
    const consents = await tx.query<Json[]>(
      `select r.purpose, r.scope, r.fields, r.status, r.notice_version as "noticeVersion", r.wording, r.how, r.place as "where", r.at::text, r.expires_at::text as "expiresAt", r.network, r.hash
         from consent.record r join consent.subject s on s.ref = r.subject_ref where s.account_id = $1 order by r.version`,
      [accountId],
    );
    const disclosures = await tx.query<Json[]>(
      `select recipient_name as recipient, recipient_domain as domain, client_name as client, purpose, reason, what, fields, at::text from consent.disclosure where subject_id = $1 and expires_at > clock.now() order by at`,
      [accountId],
    );
    return { ...(consents.length > 0 ? { consents } : {}), ...(disclosures.length > 0 ? { disclosures } : {}) };
  },
  async close(tx: Tx, accountId: string) {
    // First of all: whoever is giving a consent at this moment is waited for, and whoever comes later is refused.
    await tx.query('select consent.close($1)', [accountId]);
    await endAll(tx, accountId);
  },
  async erase(tx: Tx, accountId: string) {
    await endAll(tx, accountId);
    await tx.query('select consent.forget($1)', [accountId]);
  },
  async remaining(tx: Tx, accountId: string) {
    const [row] = await tx.query<{ rows: string }[]>('select count(*) as rows from consent.subject where account_id = $1', [accountId]);
    const rows = Number(row?.rows ?? 0);
    return rows === 0 ? [] : [{ table: 'consent.subject', rows, because: 'not erased yet' }];
  },
});

/** Nothing is allowed in the name of somebody who has gone. */
function endAll(tx: Tx, subjectId: string): Promise<void> {
  return terminate(tx, { subjectId, where: 'accounts.closed' });
}
