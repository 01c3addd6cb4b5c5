import { type Json } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type HeldTable } from '../../platform/personal-data/index.js';

export const profileTable: HeldTable = { table: 'candidates.profile', subjectColumn: 'account_id', retention: 'candidateProfile', since: 'updated_at' };

/** Everything an account says of itself; null when it says nothing. */
export async function exportProfile(tx: Tx, accountId: string): Promise<Json | null> {
  const [row] = await tx.query<{ profile: Json }[]>(
    `select jsonb_build_object('headline', headline, 'role', role_title, 'level', level_id, 'skills', to_jsonb(skills), 'place', place, 'country', country, 'remote', remote,
       'languages', to_jsonb(languages), 'availability', availability, 'updatedAt', updated_at) as profile
     from candidates.profile where account_id = $1`, [accountId]);
  return row?.profile ?? null;
}

export async function eraseProfile(tx: Tx, accountId: string): Promise<void> {
  await tx.query('delete from candidates.profile where account_id = $1', [accountId]);
}

/** How many profiles of an account there are: one or none. */
export async function countProfiles(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from candidates.profile where account_id = $1', [accountId]);
  return row?.rows ?? 0;
}
