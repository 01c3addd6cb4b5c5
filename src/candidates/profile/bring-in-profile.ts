import { z } from 'zod';
import { type Tx } from '../../platform/db/index.js';
import { type Arrival, Brought } from '../../platform/personal-data/index.js';
import { loadSkillDictionary } from '../skills/load-skill-dictionary.js';
import { RoleCatalogue } from '../skills/role-skills.js';
import { type SkillDictionary } from '../skills/skill-dictionary.js';
import { SkillIndex } from '../skills/skill-index.js';
import { personalIn } from './personal-words.js';
import { profileBody } from './profiles.dto.js';

const { headline, roleTitle, levelId, skills, place, country, remote, languages, availability } = profileBody.shape;
const broughtProfile = z.object({ headline, role: roleTitle, level: levelId, skills, place, country, remote, languages, availability, updatedAt: Brought.moment });
type BroughtProfile = z.infer<typeof broughtProfile>;

const PERSONAL = 'it says who you are or how to reach you, which a profile here may not';

/** Takes in what somebody said of themself elsewhere, unless they have said something here. Whatever may not stand in a profile here keeps all of it away. */
export async function bringInProfile(tx: Tx, brought: Brought): Promise<Arrival[]> {
  const profile = brought.read('profile', broughtProfile);
  if (profile === null) return [];
  if (brought.isOver(brought.endOf('candidateProfile', profile.updatedAt))) return [arrival(Brought.because.over)];
  const dictionary = loadSkillDictionary();
  if (isPersonal(profile, brought.name, dictionary)) return [arrival(PERSONAL)];
  const role = RoleCatalogue.load(dictionary).roles.find(({ title }) => title.toLowerCase() === profile.role.toLowerCase());
  const rows = await tx.query<object[]>(
    `insert into candidates.profile (account_id, headline, role_id, role_title, level_id, skills, place, country, remote, languages, availability, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, least($12, clock.now())) on conflict do nothing returning account_id`,
    [brought.accountId, profile.headline, role?.id ?? null, profile.role, profile.level, profile.skills, profile.place, profile.country, profile.remote, profile.languages, profile.availability, profile.updatedAt],
  );
  return [arrival(rows.length > 0 ? null : Brought.because.here)];
}

const arrival = (because: string | null): Arrival => ({ category: 'profile', came: because === null ? 1 : 0, left: because === null ? [] : [{ count: 1, because }] });

function isPersonal(profile: BroughtProfile, name: string, dictionary: SkillDictionary): boolean {
  const known = new SkillIndex(dictionary);
  const isSkill = (text: string): boolean => known.idOf(text) !== null;
  const ownSkills = profile.skills.filter((skill) => !isSkill(skill)).join('\n');
  return [profile.headline, profile.role, profile.place, ownSkills].some((text) => personalIn(text, name, isSkill) !== null);
}
