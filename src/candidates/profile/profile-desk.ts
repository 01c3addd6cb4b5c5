import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
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
    const saved = await this.profiles.replace(tx, accountId, { ...wish, skills, roleId: role?.id ?? null, roleTitle: role?.title ?? wish.roleTitle, languages: [...new Set(wish.languages)] });
    await this.outbox.publish(tx, profileChanged, { accountId });
    return saved;
  }
}
