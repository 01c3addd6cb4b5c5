import { Injectable } from '@nestjs/common';
import { type JobContext, OnJob } from '../../platform/jobs/index.js';
import { Likenesses } from '../invited/likenesses.js';
import { RecordingAssembly } from './recording-assembly.js';
import { RecordingSweep } from './recording-sweep.js';
import { IdleConsents } from './idle-consents.js';
import { assembleRecording, endIdleConsents, sweepRecordings } from './recordings.jobs.js';

@Injectable()
export class RecordingsWorker {
  constructor(
    private readonly assembly: RecordingAssembly,
    private readonly tidying: RecordingSweep,
    private readonly idle: IdleConsents,
    private readonly likenesses: Likenesses,
  ) {}

  @OnJob(assembleRecording)
  async assemble({ takeId }: { takeId: string }): Promise<void> {
    await this.assembly.assemble(takeId);
    await this.likenesses.findFor(takeId);
  }

  @OnJob(endIdleConsents)
  endIdleConsents({ interviewId }: { interviewId: string }): Promise<void> {
    return this.idle.end(interviewId);
  }

  @OnJob(sweepRecordings)
  sweep(_payload: object, { signal }: JobContext): Promise<void> {
    return this.tidying.run(signal);
  }
}
