import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Journal } from '../platform/journal/index.js';
import { AssessmentShelf } from './assessments/assessment-shelf.js';
import { assessmentDeleted, profileNarrowed, resumeDeleted, resumeFileDeleted } from './candidates.facts.js';
import { ProfileAgain } from './profile/profile-again.js';
import { ResumeIntake } from './resumes/resume-intake.js';

/** Deletes once more the resumes, profiles and assessments that a restored backup brought back. */
@Injectable()
export class CandidatesAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly resumes: ResumeIntake,
    private readonly assessments: AssessmentShelf,
    private readonly profiles: ProfileAgain,
  ) {}

  onModuleInit(): void {
    this.journal.replays(resumeDeleted, ({ accountId, readAt }) => this.resumes.forgetAgain(accountId, new Date(readAt)));
    this.journal.replays(resumeFileDeleted, ({ accountId, fileId }) => this.resumes.forgetFileAgain(accountId, fileId));
    this.journal.replays(assessmentDeleted, ({ accountId, assessmentId }) => this.assessments.deleteAgain(accountId, assessmentId));
    this.journal.replays(profileNarrowed, ({ accountId, savedAt, eventId }) => this.profiles.delete(accountId, new Date(savedAt), eventId));
  }
}
