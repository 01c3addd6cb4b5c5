import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Whom incidents touched. Until somebody is told, whoever looks into it may still find that it did not touch them. */
export const incidentsHolder = holdsPersonalData({
  module: 'privacy',
  tables: [
    { table: 'privacy.incident', subjectColumn: null, retention: 'register', since: 'opened_at', until: 'expires_at' },
    { table: 'privacy.incident_person', subjectColumn: 'account_id', retention: 'register', since: 'told_at', counting: `where held.account_id = $1 and held.state = 'sent'`, stays: 'The law asks us to be able to show that data was handled as promised. It leads to nobody any more.' },
  ],
  async export(tx, accountId) {
    const incidents = await tx.query<Record<string, Json>[]>(
      `select i.told_what as what, i.told_meaning as meaning, i.told_measures as measures, p.told_at::text as "toldAt"
       from privacy.incident_person p join privacy.incident i on i.id = p.incident_id where p.account_id = $1 and p.state = 'sent' and i.expires_at > clock.now() order by p.told_at`, [accountId]);
    return incidents.length > 0 ? { incidents } : {};
  },
  /** That somebody was touched and told stays in the register; it leads to nobody then. */
  async erase(tx, accountId) {
    await tx.query('update privacy.incident_person set account_id = null where account_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from privacy.incident_person where account_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'privacy.incident_person', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
