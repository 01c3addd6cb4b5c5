import { Module } from '@nestjs/common';
import { AssessmentShelf } from './assessments/assessment-shelf.js';
import { AssessmentsController } from './assessments/assessments.controller.js';
import { AssessmentRepository } from './assessments/assessments.repository.js';
import { AssessmentsWorker } from './assessments/assessments.worker.js';
import { Assessor } from './assessments/assessor.js';
import { PaperPress } from './assessments/paper-press.js';
import './candidates.personal-data.js';
import { CandidateResumes } from './resumes/candidate-resumes.js';
import { ResumeFiles } from './resumes/resume-files.js';
import { ResumeIntake } from './resumes/resume-intake.js';
import { ResumeRate } from './resumes/resume-rate.js';
import { ResumeReader } from './resumes/resume-reader.js';
import { ResumesController } from './resumes/resumes.controller.js';
import { RoleCatalogue } from './skills/role-skills.js';
import { SkillDictionary } from './skills/skill-dictionary.js';

@Module({
  controllers: [AssessmentsController, ResumesController],
  providers: [
    CandidateResumes, ResumeFiles, ResumeIntake, ResumeRate, ResumeReader, { provide: SkillDictionary, useFactory: () => SkillDictionary.load() },
    { provide: RoleCatalogue, inject: [SkillDictionary], useFactory: (dictionary: SkillDictionary) => RoleCatalogue.load(dictionary) },
    AssessmentRepository, AssessmentShelf, AssessmentsWorker, Assessor, PaperPress,
  ],
  exports: [CandidateResumes, PaperPress, ResumeIntake],
})
export class CandidatesModule {}
