import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { AssessmentShelf } from './assessments/assessment-shelf.js';
import { AssessmentsController } from './assessments/assessments.controller.js';
import { AssessmentRepository } from './assessments/assessments.repository.js';
import { AssessmentsWorker } from './assessments/assessments.worker.js';
import { Assessor } from './assessments/assessor.js';
import { CandidatesAgain } from './candidates-again.js';
import './candidates.personal-data.js';
import { JobPages } from './job-pages/job-pages.js';
import { JobPagesController } from './job-pages/job-pages.controller.js';
import { CandidateProfiles } from './profile/candidate-profiles.js';
import { ProfileAgain } from './profile/profile-again.js';
import { ProfileDesk } from './profile/profile-desk.js';
import { OwnProfile } from './profile/own-profile.js';
import { ProfileRules } from './profile/profile-rules.js';
import { ProfilesController } from './profile/profiles.controller.js';
import { CandidateResumes } from './resumes/candidate-resumes.js';
import { KeptFileRepository } from './resumes/kept-files.repository.js';
import { ResumeFiles } from './resumes/resume-files.js';
import { ResumeIntake } from './resumes/resume-intake.js';
import { ResumeRate } from './resumes/resume-rate.js';
import { ResumeReader } from './resumes/resume-reader.js';
import { ResumesController } from './resumes/resumes.controller.js';
import { ResumesWorker } from './resumes/resumes.worker.js';
import { RoleCatalogue } from './skills/role-skills.js';
import { loadSkillDictionary } from './skills/load-skill-dictionary.js';
import { SkillDictionary } from './skills/skill-dictionary.js';
import { SkillIndex } from './skills/skill-index.js';

@Module({
  imports: [AccountsModule],
  controllers: [AssessmentsController, JobPagesController, ProfilesController, ResumesController],
  providers: [
    CandidatesAgain,
    CandidateResumes, KeptFileRepository, ResumeFiles, ResumeIntake, ResumeRate, ResumeReader, ResumesWorker, { provide: SkillDictionary, useFactory: () => loadSkillDictionary() },
    { provide: RoleCatalogue, inject: [SkillDictionary], useFactory: (dictionary: SkillDictionary) => RoleCatalogue.load(dictionary) },
    { provide: SkillIndex, inject: [SkillDictionary], useFactory: (dictionary: SkillDictionary) => new SkillIndex(dictionary) },
    CandidateProfiles, ProfileAgain, ProfileDesk, OwnProfile, ProfileRules,
    JobPages, AssessmentRepository, AssessmentShelf, AssessmentsWorker, Assessor,
  ],
  exports: [CandidateProfiles, CandidateResumes, ResumeIntake, SkillIndex],
})
export class CandidatesModule {}
