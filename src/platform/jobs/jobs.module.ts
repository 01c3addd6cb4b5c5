import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Handlers } from './handlers.js';
import { JobRunner } from './job-runner.js';
import { JobTimings } from './job-timings.js';
import { JobsRuntime } from './jobs-runtime.js';
import { JobsTidy } from './jobs-tidy.js';
import { OutboxRepository } from './outbox.repository.js';
import { Outbox } from './outbox.js';
import { Timetable } from './timetable.js';
import './jobs.personal-data.js';

/** The outbox everywhere; the workers only where `JobsRuntime.start` is called. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Outbox, OutboxRepository, Handlers, JobRunner, JobTimings, JobsRuntime, JobsTidy, Timetable],
  exports: [Outbox, JobsRuntime],
})
export class JobsModule {}
