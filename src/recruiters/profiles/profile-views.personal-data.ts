import { type Json } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type HeldTable } from '../../platform/personal-data/index.js';

/** Who was shown what stands in the disclosure log; these count looks for a day, and remember whom to tell of a week. */
export const profileViewTables: readonly HeldTable[] = [
  { table: 'recruiters.profile_view', subjectColumn: 'viewer_id', retention: 'its own end', since: 'seen_at', until: 'expires_at' },
  { table: 'recruiters.view_digest', subjectColumn: 'candidate_id', retention: 'its own end', until: 'expires_at' },
];

/** What somebody opened within the last day, and the weeks in which their own profile was looked at. */
export async function exportProfileViews(tx: Tx, accountId: string): Promise<{ opened: Json[]; weeksSeen: Json[] }> {
  const opened = await tx.query<{ what: string; fields: string[]; seenAt: string }[]>(
    'select what, fields, seen_at::text as "seenAt" from recruiters.profile_view where viewer_id = $1 and expires_at > clock.now() order by seen_at', [accountId]);
  const weeks = await tx.query<{ week: string; toldAt: string | null }[]>(
    'select week::text, told_at::text as "toldAt" from recruiters.view_digest where candidate_id = $1 and expires_at > clock.now() order by week', [accountId]);
  return { opened: opened.map((row) => ({ ...row })), weeksSeen: weeks.map((row) => ({ ...row })) };
}

export async function eraseProfileViews(tx: Tx, accountId: string): Promise<void> {
  await tx.query('delete from recruiters.profile_view where viewer_id = $1', [accountId]);
  await tx.query('delete from recruiters.view_digest where candidate_id = $1', [accountId]);
}
