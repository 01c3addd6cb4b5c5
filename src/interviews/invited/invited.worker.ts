import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/jobs/index.js';
import { findLikenesses } from './invited.jobs.js';
import { Likenesses } from './likenesses.js';

@Injectable()
export class InvitedWorker {
  constructor(private readonly likenesses: Likenesses) {}

  @OnJob(findLikenesses)
  find({ interviewId }: { interviewId: string }): Promise<void> {
    return this.likenesses.find(interviewId);
  }
}
