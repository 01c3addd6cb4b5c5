import { Injectable } from '@nestjs/common';
import { consentEnded } from '../../consent/index.js';
import { Database } from '../../platform/db/index.js';
import { OnEvent, OnJob } from '../../platform/jobs/index.js';
import { ResumeFiles } from './resume-files.js';
import { sweepResumeFiles } from './resumes.jobs.js';

/** What follows from the choices of others. */
@Injectable()
export class ResumesWorker {
  constructor(
    private readonly files: ResumeFiles,
    private readonly db: Database,
  ) {}

  @OnEvent(consentEnded)
  async consentEnded({ subjectId, purpose }: { subjectId: string; purpose: string }): Promise<void> {
    if (purpose === 'resume_keeping') await this.db.transaction((tx) => this.files.removeUnkept(tx, subjectId));
  }

  @OnJob(sweepResumeFiles)
  async sweep(): Promise<void> {
    await this.db.transaction((tx) => this.files.removeUnkept(tx));
  }
}
