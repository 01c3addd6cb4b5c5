import { type Json } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type HeldTable } from '../../platform/personal-data/index.js';

export const assessmentTable: HeldTable = { table: 'candidates.assessment', subjectColumn: 'account_id', retention: 'assessments', since: 'made_at', until: 'expires_at' };

/** The assessments of an account as its export shows them. */
export async function exportAssessments(tx: Tx, accountId: string): Promise<Json[]> {
  const rows = await tx.query<{ roleId: string; role: string; description: string; result: Json; madeAt: string; expiresAt: string | null }[]>(
    `select role_id as "roleId", role_title as role, description, result, made_at::text as "madeAt", expires_at::text as "expiresAt"
     from candidates.assessment where account_id = $1 and (expires_at is null or expires_at > clock.now()) order by made_at`,
    [accountId],
  );
  return rows.map((row) => ({ ...row }));
}

export async function eraseAssessments(tx: Tx, accountId: string): Promise<void> {
  await tx.query('delete from candidates.assessment where account_id = $1', [accountId]);
}

/** How many assessments of an account there are, expired ones included. */
export async function countAssessments(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from candidates.assessment where account_id = $1', [accountId]);
  return row?.rows ?? 0;
}
