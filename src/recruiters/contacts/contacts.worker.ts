import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/jobs/index.js';
import { ContactSweep } from './contact-sweep.js';
import { tendRequests } from './contacts.jobs.js';

@Injectable()
export class ContactsWorker {
  constructor(private readonly sweep: ContactSweep) {}

  @OnJob(tendRequests)
  async tend(): Promise<void> {
    await this.sweep.remind();
    await this.sweep.expire();
    await this.sweep.forget();
  }
}
