import { type Json } from '../kernel/index.js';
import { holdsPersonalData } from '../platform/personal-data/index.js';
import { endMembership } from './organisations/end-membership.js';
import { MemberRepository } from './organisations/member.repository.js';
import { eraseProfileViews, exportProfileViews, profileViewTables } from './profiles/profile-views.personal-data.js';
import { exportSavedSearches, savedSearchTable } from './saved-searches/saved-searches.personal-data.js';

/** Each part of the house for recruiters adds its tables here, and what it exports and erases. */
export const recruitersHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    { table: 'recruiters.organisation', subjectColumn: null, retention: 'organisation' },
    { table: 'recruiters.decided_against', subjectColumn: null, retention: 'decidedAgainst', since: 'decided_at' },
    { table: 'recruiters.client', subjectColumn: null, retention: 'organisation' },
    { table: 'recruiters.member', subjectColumn: 'account_id', retention: 'organisation' },
    { table: 'recruiters.colleague_invitation', subjectColumn: null, retention: 'colleagueInvitation', until: 'expires_at' },
    savedSearchTable, ...profileViewTables,
  ],
  async export(tx, accountId) {
    const [organisation] = await tx.query<Record<string, Json>[]>(
      `select o.name, o.kind, o.domain, o.state, m.roles, m.joined_at::text as "joinedAt",
         (select coalesce(jsonb_agg(c.name order by c.name), '[]') from recruiters.client c where c.organisation_id = o.id) as clients
       from recruiters.member m join recruiters.organisation o on o.id = m.organisation_id where m.account_id = $1`,
      [accountId],
    );
    const views = await exportProfileViews(tx, accountId);
    const savedSearches = await exportSavedSearches(tx, accountId);
    return {
      ...(organisation ? { organisation } : {}),
      ...(savedSearches.length > 0 ? { savedSearches } : {}),
      ...(views.opened.length > 0 ? { profilesOpened: views.opened } : {}),
      ...(views.weeksSeen.length > 0 ? { weeksSeen: views.weeksSeen } : {}),
    };
  },
  async erase(tx, accountId) {
    await eraseProfileViews(tx, accountId);
    // Holders are known before anything is injected.
    await endMembership(tx, new MemberRepository(), accountId);
    // An invitation to the address goes with it. The identity no longer holds the address; the row of the closed account does until the end.
    await tx.query('delete from recruiters.colleague_invitation where email = (select c.email from accounts.closed_account c where c.account_id = $1)', [accountId]);
  },
  async remaining() {
    return [];
  },
});
