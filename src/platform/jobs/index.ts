export { defineJob, defineEvent } from './definitions.js';
export { OnJob, OnEvent, type JobContext } from './on-job.js';
export { FaultPoints } from './fault-points.js';
export { Outbox } from './outbox.js';
export { JobsModule } from './jobs.module.js';
export { JobsRuntime } from './jobs-runtime.js';
export { prepareQueues } from './prepare-queues.js';
export { writeSchedule } from './write-schedule.js';
