import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

const WHO = 'join recruiters.talent_listing l on l.talent_id = e.talent_id and l.candidate_id = $1';
/** What hangs from a listing that has ended is gone, though a sweep may still have to delete it. */
const LISTED = `${WHO} and l.grant_expires_at > clock.now()`;
const ABOUT = `select e.id from recruiters.shortlist_entry e ${LISTED}`;

/** Shortlists are the organisation's; what is written there about somebody is that person's, and falls with their listing. */
export const shortlistsHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    { table: 'recruiters.shortlist', subjectColumn: null, retention: 'shortlists' },
    { table: 'recruiters.shortlist_entry', subjectColumn: null, retention: 'shortlists', since: 'added_at', counting: `where held.id in (${ABOUT})` },
    { table: 'recruiters.shortlist_tag', subjectColumn: null, retention: 'shortlists', counting: `where held.entry_id in (${ABOUT})` },
    { table: 'recruiters.shortlist_note', subjectColumn: 'author_id', retention: 'shortlists', since: 'written_at', counting: `where held.author_id = $1 or held.entry_id in (${ABOUT})` },
    { table: 'recruiters.withdrawal_told', subjectColumn: null, retention: 'register', periodFrom: 'told_at' },
  ],
  async export(tx, accountId) {
    const aboutYou = await tx.query<Record<string, Json>[]>(
      `select o.name as organisation, e.stage, e.added_at::text as "addedAt",
         (select coalesce(jsonb_agg(t.tag order by t.tag), '[]') from recruiters.shortlist_tag t where t.entry_id = e.id) as tags,
         (select coalesce(jsonb_agg(jsonb_build_object('text', n.text, 'writtenAt', n.written_at) order by n.written_at), '[]') from recruiters.shortlist_note n where n.entry_id = e.id) as notes
       from recruiters.shortlist_entry e join recruiters.shortlist s on s.id = e.shortlist_id join recruiters.organisation o on o.id = s.organisation_id ${LISTED} order by e.added_at`,
      [accountId],
    );
    // What they wrote about others stays with the organisation: it goes into their copy as long as they work there.
    const written = await tx.query<Record<string, Json>[]>(
      `select n.text, n.written_at::text as "writtenAt" from recruiters.shortlist_note n join recruiters.talent_listing l using (talent_id)
       join recruiters.shortlist_entry e on e.id = n.entry_id join recruiters.shortlist s on s.id = e.shortlist_id
       join recruiters.member m on m.organisation_id = s.organisation_id and m.account_id = n.author_id
       where n.author_id = $1 and l.grant_expires_at > clock.now() order by n.written_at`,
      [accountId],
    );
    return { ...(aboutYou.length > 0 ? { shortlistsWithYou: aboutYou } : {}), ...(written.length > 0 ? { notesYouWrote: written } : {}) };
  },
  async erase(tx, accountId) {
    await tx.query('update recruiters.shortlist_note set author_id = null where author_id = $1', [accountId]);
    await tx.query(`delete from recruiters.shortlist_entry where id in (select e.id from recruiters.shortlist_entry e ${WHO})`, [accountId]);
  },
  async remaining(tx, accountId) {
    const rows = await tx.query<{ table: string; rows: number }[]>(
      `select 'recruiters.shortlist_entry' as table, count(*)::int as rows from recruiters.shortlist_entry e ${WHO}
       union all select 'recruiters.shortlist_note', count(*)::int from recruiters.shortlist_note where author_id = $1`,
      [accountId],
    );
    return rows.filter(({ rows: count }) => count > 0).map((row) => ({ ...row, because: 'not erased yet' }));
  },
});
