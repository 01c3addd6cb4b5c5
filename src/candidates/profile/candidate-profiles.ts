import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { SkillIndex } from '../skills/skill-index.js';
import { type CandidateProfile } from './profile.js';

type Row = Omit<CandidateProfile, 'skills'> & { readonly skills: readonly string[] };

const COLUMNS = `headline, role_id as "roleId", role_title as "roleTitle", level_id as "levelId", skills, place, country, remote, languages, availability, updated_at as "updatedAt"`;

/** What candidates say of themselves: at most one profile an account. */
@Injectable()
export class CandidateProfiles {
  constructor(private readonly skills: SkillIndex) {}

  /** The profile of an account; null when it has none. */
  async find(tx: Tx, accountId: string): Promise<CandidateProfile | null> {
    const [row] = await tx.query<Row[]>(`select ${COLUMNS} from candidates.profile where account_id = $1`, [accountId]);
    return row ? this.withIds(row) : null;
  }

  /** Puts a profile in the place of the one before. */
  async replace(tx: Tx, accountId: string, { skills, ...rest }: Omit<CandidateProfile, 'updatedAt'>): Promise<CandidateProfile> {
    const { headline, roleId, roleTitle, levelId, place, country, remote, languages, availability } = rest;
    const [row] = await tx.query<Row[]>(
      `insert into candidates.profile (account_id, headline, role_id, role_title, level_id, skills, place, country, remote, languages, availability)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (account_id) do update set
         headline = excluded.headline, role_id = excluded.role_id, role_title = excluded.role_title, level_id = excluded.level_id, skills = excluded.skills, place = excluded.place,
         country = excluded.country, remote = excluded.remote, languages = excluded.languages, availability = excluded.availability, updated_at = excluded.updated_at
       returning ${COLUMNS}`,
      [accountId, headline, roleId, roleTitle, levelId, skills.map(({ name }) => name), place, country, remote, languages, availability],
    );
    if (!row) throw new Error('The database did not keep the profile');
    return this.withIds(row);
  }

  /** Whether there is one that was saved before a moment. */
  async isOlder(tx: Tx, accountId: string, moment: Date): Promise<boolean> {
    return (await tx.query<object[]>(`select from candidates.profile where account_id = $1 and date_trunc('milliseconds', updated_at) < $2`, [accountId, moment])).length > 0;
  }

  async delete(tx: Tx, accountId: string): Promise<void> {
    await tx.query('delete from candidates.profile where account_id = $1', [accountId]);
  }

  private withIds({ skills, ...row }: Row): CandidateProfile {
    return { ...row, skills: skills.map((name) => this.skills.named(name)) };
  }
}
