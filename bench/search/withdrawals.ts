import { randomUUID } from 'node:crypto';
import { type Client } from 'pg';
import { inTurns, type Times } from './timing.js';

const ACT = { purpose: 'discovery', scope: '', status: 'withdrawn', locale: 'en', wording: 'Recruiters can find me', how: 'switch', place: '/visibility', actor: 'subject' };

/** Taking a consent back, with the listing that falls with it, beside writing a line into the ledger and nothing else, which only the owner can; each commits. */
export async function measureWithdrawals({ application, owner }: { readonly application: Client; readonly owner: Client }, rounds: number): Promise<{ withdrawal: Times; ledgerInsert: Times }> {
  const { rows } = await owner.query<{ id: string; ref: string }>('select account_id as id, ref from consent.subject order by ref limit $1', [rounds * 2 + 40]);
  const withdrawn: string[] = [];
  const next = (): { id: string; ref: string } => {
    const subject = rows.pop();
    if (!subject) throw new Error('There are too few people for so many rounds');
    return subject;
  };
  const times = await inTurns(rounds, {
    withdrawal: () => {
      const { id } = next();
      withdrawn.push(id);
      return application.query('select (consent.end_grant($1, $2)).id', [id, JSON.stringify({ ...ACT, event_id: randomUUID() })]);
    },
    ledgerInsert: () => owner.query(
      `insert into consent.record (subject_ref, version, event_id, purpose, fields, status, notice_version, notice_hash, locale, wording, how, place, actor, legal_basis, jurisdiction, at, previous_hash, hash)
       values ($1, 0, $2, 'discovery', '{headline,skills}', 'withdrawn', 1, repeat('0', 64), 'en', 'Recruiters can find me', 'switch', '/visibility', 'subject', 'eu-gdpr:A6-1-a', 'European Union', now(), '', '')`,
      [next().ref, randomUUID()]),
  });
  const { rows: listed } = await owner.query('select from recruiters.talent_listing where candidate_id = any ($1)', [withdrawn]);
  if (listed.length > 0) throw new Error(`${listed.length} of ${withdrawn.length} are still listed after they have taken it back`);
  return times;
}
