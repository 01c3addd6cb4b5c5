import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/jobs/index.js';
import { Acknowledgements } from './acknowledgements.js';
import { tendDeletions } from './deletions.jobs.js';

@Injectable()
export class DeletionsWorker {
  constructor(private readonly acknowledgements: Acknowledgements) {}

  @OnJob(tendDeletions)
  tend(): Promise<void> {
    return this.acknowledgements.tend();
  }
}
