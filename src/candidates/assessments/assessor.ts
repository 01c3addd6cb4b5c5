import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { CandidateResumes } from '../resumes/candidate-resumes.js';
import { RoleCatalogue } from '../skills/role-skills.js';
import { SkillDictionary } from '../skills/skill-dictionary.js';
import { assess } from './assess.js';
import { descriptionTooLong, resumeFirst, unknownRole } from './assessments.errors.js';
import { type KeptAssessment } from './assessments.repository.js';
import { inBrief } from './resume-in-brief.js';

/** What a candidate hands over: a role of ours and, if there is one, the text of a description. */
export interface AssessmentWish {
  readonly roleId: string;
  readonly description: string;
}

/** Holds a candidate's own resume against a role and a description. */
@Injectable()
export class Assessor {
  constructor(
    readonly roles: RoleCatalogue,
    private readonly resumes: CandidateResumes,
    private readonly dictionary: SkillDictionary,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** Not kept yet. AppErrors `candidates.assessment_unknown_role`, `candidates.job_description_too_long`, `candidates.assessment_needs_resume`. */
  async make(tx: Tx, accountId: string, wish: AssessmentWish): Promise<KeptAssessment> {
    const role = this.roles.find(wish.roleId);
    if (!role) throw unknownRole();
    // Half of a character that takes two would be no text for the database.
    const description = wish.description.toWellFormed().replaceAll('\r\n', '\n').trim();
    const most = this.policy.values.limits.jobDescription.characters;
    if (description.length > most) throw descriptionTooLong(most);
    const resume = await this.resumes.findMine(tx, accountId);
    if (!resume) throw resumeFirst();
    const madeAt = await this.clock.now(tx);
    const result = assess({ resume: inBrief(resume), role, description }, this.dictionary);
    return { id: newId(), roleId: role.id, roleTitle: role.title, description, result, madeAt, expiresAt: this.policy.expiresAt('assessments', madeAt) };
  }
}
