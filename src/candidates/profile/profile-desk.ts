import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { profileNarrowed } from '../candidates.facts.js';
import { CandidateResumes } from '../resumes/candidate-resumes.js';
import { RoleCatalogue } from '../skills/role-skills.js';
import { SkillIndex } from '../skills/skill-index.js';
import { CandidateProfiles } from './candidate-profiles.js';
import { ProfileRules } from './profile-rules.js';
import { type CandidateProfile, type ProfileWish } from './profile.js';
import { profileChanged } from './profiles.events.js';

/** Takes in what somebody says of themself. */
@Injectable()
export class ProfileDesk {
  constructor(
    private readonly profiles: CandidateProfiles,
    private readonly rules: ProfileRules,
    private readonly resumes: CandidateResumes,
    private readonly skills: SkillIndex,
    private readonly roles: RoleCatalogue,
    private readonly outbox: Outbox,
  ) {}

  /** Puts the profile of an account in the place of the one before, in `tx`; AppErrors as in `ProfileRules.check`, 404 for an account that was closed. */
  async save(tx: Tx, accountId: string, wish: ProfileWish): Promise<CandidateProfile> {
    await this.resumes.hold(tx, accountId);
    await this.rules.check(tx, accountId, wish);
    const skills = [...new Map(wish.skills.map((name) => this.skills.named(name)).map((skill) => [skill.name.toLowerCase(), skill])).values()];
    const role = this.roles.roles.find(({ title }) => title.toLowerCase() === wish.roleTitle.toLowerCase());
    const before = await this.profiles.find(tx, accountId);
    const saved = await this.profiles.replace(tx, accountId, { ...wish, skills, roleId: role?.id ?? null, roleTitle: role?.title ?? wish.roleTitle, languages: [...new Set(wish.languages)] });
    if (before && takesAway(before, saved)) await noteFact(tx, profileNarrowed, { accountId, savedAt: saved.updatedAt.toISOString(), eventId: newId() });
    await this.outbox.publish(tx, profileChanged, { accountId });
    return saved;
  }
}

const SAID = ['headline', 'roleTitle', 'levelId', 'place', 'country', 'remote', 'availability'] as const;

/** Whether something that was said before is said no longer. */
function takesAway(before: CandidateProfile, after: CandidateProfile): boolean {
  const [skills, languages] = [new Set(after.skills.map(({ name }) => name)), new Set(after.languages)];
  return SAID.some((name) => before[name] !== null && before[name] !== '' && before[name] !== after[name]) || before.skills.some(({ name }) => !skills.has(name)) || before.languages.some((language) => !languages.has(language));
}
