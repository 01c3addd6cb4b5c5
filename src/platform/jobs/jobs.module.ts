import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FaultPoints } from './fault-points.js';
import { Handlers } from './handlers.js';
import { JobRunner } from './job-runner.js';
import { JobTimings } from './job-timings.js';
import { JobsRuntime } from './jobs-runtime.js';
import { JobsTidy } from './jobs-tidy.js';
import { OutboxRepository } from './outbox.repository.js';
import { Outbox } from './outbox.js';
import { Timetable } from './timetable.js';
import './jobs.invariants.js';
import './jobs.personal-data.js';

/** The outbox everywhere; the workers only where `JobsRuntime.start` is called. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [FaultPoints, Outbox, OutboxRepository, Handlers, JobRunner, JobTimings, JobsRuntime, JobsTidy, Timetable],
  exports: [FaultPoints, Outbox, JobsRuntime],
})
export class JobsModule {}
