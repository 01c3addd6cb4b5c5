import { Module } from '@nestjs/common';
import './candidates.personal-data.js';
import { CandidateResumes } from './resumes/candidate-resumes.js';
import { ResumeIntake } from './resumes/resume-intake.js';
import { ResumeRate } from './resumes/resume-rate.js';
import { ResumeReader } from './resumes/resume-reader.js';
import { ResumesController } from './resumes/resumes.controller.js';
import { SkillDictionary } from './skills/skill-dictionary.js';

@Module({
  controllers: [ResumesController],
  providers: [CandidateResumes, ResumeIntake, ResumeRate, ResumeReader, { provide: SkillDictionary, useFactory: () => SkillDictionary.load() }],
  exports: [CandidateResumes, ResumeIntake],
})
export class CandidatesModule {}
