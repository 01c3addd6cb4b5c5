import { type Json } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type HeldTable } from '../../platform/personal-data/index.js';

/** The resume of an account. The file, where it is kept, is held by the storage, which exports and erases it. */
export const resumeTable: HeldTable = { table: 'candidates.resume', subjectColumn: 'account_id', retention: 'resumeFacts', since: 'read_at' };
export const keptResumeTable: HeldTable = { table: 'candidates.kept_resume', subjectColumn: 'account_id', retention: 'keptResume', until: 'until' };

/** Everything kept of an account's resume; null when there is nothing. */
export async function exportResume(tx: Tx, accountId: string): Promise<Json | null> {
  const [row] = await tx.query<{ resume: Json }[]>(
    `select jsonb_build_object('format', format, 'pages', pages, 'words', words, 'skills', to_jsonb(skills), 'skillLines', skill_lines, 'positions', positions, 'years', years,
       'education', education, 'languages', languages, 'leftOut', to_jsonb(left_out), 'readAt', read_at, 'fileKeptUntil', k.until) as resume
     from candidates.resume r left join candidates.kept_resume k on k.account_id = r.account_id and k.until > clock.now() where r.account_id = $1`, [accountId]);
  return row?.resume ?? null;
}

/** Deletes the facts of an account's resume; which file is kept of it goes with them. */
export async function eraseResume(tx: Tx, accountId: string): Promise<void> {
  await tx.query('delete from candidates.resume where account_id = $1', [accountId]);
}

/** How many resumes of an account there are: one or none. */
export async function countResumes(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from candidates.resume where account_id = $1', [accountId]);
  return row?.rows ?? 0;
}
