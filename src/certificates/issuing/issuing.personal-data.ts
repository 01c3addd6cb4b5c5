import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Certificates and all that hangs from them. What stays is a line without a name, which tells whoever has the link what became of it. The bytes are held by the storage, which erases them, too. */
export const certificatesHolder = holdsPersonalData({
  module: 'certificates',
  tables: [
    { table: 'certificates.certificate', subjectColumn: 'candidate_id', retention: 'certificateRegister', since: 'drafted_at', stays: 'Whoever holds a copy of a certificate must be able to learn that it has ended. It bears no name any more.' },
    { table: 'certificates.content', subjectColumn: null, retention: 'certificates', counting: 'where held.certificate_id in (select id from certificates.certificate where candidate_id = $1)' },
    { table: 'certificates.file', subjectColumn: null, retention: 'certificates' },
    { table: 'certificates.clip', subjectColumn: 'candidate_id', retention: 'certificates' },
    { table: 'certificates.publication', subjectColumn: 'candidate_id', retention: 'certificates', since: 'published_at' },
    { table: 'certificates.views', subjectColumn: null, retention: 'certificates' },
    { table: 'certificates.reminder', subjectColumn: null, retention: 'certificates' },
    { table: 'certificates.finding', subjectColumn: null, retention: 'certificates' },
    { table: 'certificates.decision', subjectColumn: null, retention: 'certificates' },
    { table: 'certificates.measure', subjectColumn: null, retention: 'certificates', since: 'taken_at', until: 'expires_at', counting: 'where held.certificate_id in (select id from certificates.certificate where candidate_id = $1)' },
  ],
  async export(tx, accountId) {
    const certificates = await tx.query<Record<string, Json>[]>(
      `select c.id, c.slug as "endOfItsAddress", c.state, c.replaces, c.asked_at::text as "askedAt", c.issued_at::text as "issuedAt", c.valid_until::text as "validUntil",
         c.suspended_at::text as "suspendedAt", c.revoked_at::text as "revokedAt", c.revoked_because as "revokedBecause", b.name, b.facts, b.credential, b.jwt, p.published_at::text as "publishedAt",
         (select jsonb_agg(jsonb_build_object('kind', f.kind, 'file', 'certificates-' || f.object) order by f.kind) from certificates.file f where f.certificate_id = b.certificate_id) as files,
         (select jsonb_build_object('durationMs', k.duration_ms, 'captions', k.captions, 'file', 'certificates-' || k.object) from certificates.clip k where k.certificate_id = b.certificate_id) as clip,
         (select jsonb_agg(jsonb_build_object('day', v.day, 'times', v.times) order by v.day) from certificates.views v where v.certificate_id = b.certificate_id) as views,
         (select jsonb_agg(jsonb_build_object('days', r.days, 'sentAt', r.sent_at) order by r.sent_at) from certificates.reminder r where r.certificate_id = c.id) as reminders,
         (select jsonb_agg(jsonb_build_object('position', f.position, 'what', f.what, 'likeOwn', f.of_own, 'share', f.share) order by f.position) from certificates.finding f where f.certificate_id = c.id) as "likeEarlierAnswers",
         (select jsonb_agg(jsonb_build_object('kind', m.kind, 'reason', m.reason, 'at', m.taken_at) order by m.taken_at) from certificates.measure m where m.certificate_id = c.id and m.expires_at > clock.now()) as "measures",
         (select jsonb_build_object('allowed', d.allowed, 'reason', d.reason, 'at', d.decided_at) from certificates.decision d where d.certificate_id = c.id) as "decisionOfAPerson"
       from certificates.certificate c left join certificates.content b on b.certificate_id = c.id and not (c.state = 'issued' and c.valid_until <= clock.now()) left join certificates.publication p on p.certificate_id = c.id
       where c.candidate_id = $1 and (c.expires_at is null or c.expires_at > clock.now()) order by c.id`,
      [accountId],
    );
    return certificates.length > 0 ? { certificates } : {};
  },
  /** Whoever checks one reads from now on that it is revoked; what it said, and what was only asked for, is gone. */
  async close(tx, accountId) {
    await tx.query(`update certificates.certificate set state = 'revoked', revoked_at = clock.now(), revoked_because = 'erased', replaced_at = clock.now() where candidate_id = $1 and state = 'issued'`, [accountId]);
    await tx.query(`delete from certificates.certificate where candidate_id = $1 and state in ('draft', 'in_check', 'refused', 'issuing')`, [accountId]);
    await tx.query('delete from certificates.content where certificate_id in (select id from certificates.certificate where candidate_id = $1)', [accountId]);
  },
  async erase(tx, accountId) {
    await certificatesHolder.close?.(tx, accountId);
    await tx.query('delete from certificates.measure where certificate_id in (select id from certificates.certificate where candidate_id = $1)', [accountId]);
    await tx.query('update certificates.certificate set candidate_id = null, interview_id = null where candidate_id = $1', [accountId]);
    await tx.query('update certificates.decision set decided_by = null where decided_by = $1', [accountId]);
    await tx.query('update certificates.measure set taken_by = null where taken_by = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from certificates.certificate where candidate_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'certificates.certificate', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
