import { holdsPersonalData } from '../personal-data/index.js';

/** Tables BullMQ makes for itself when the queues lie in PostgreSQL; what it holds there are ids of our rows. */
const bullmqTables = [
  'dedup', 'dedup_next', 'event', 'job', 'job_dependency', 'job_log', 'meta', 'metrics', 'migration', 'rate_limit',
  'relay_inbox', 'relay_node', 'relay_retained', 'relay_subscription', 'scheduler',
] as const;

const operational = (table: string) => ({ table, subjectColumn: null, retention: 'operational' as const });

/** Work carries ids only, and none of it is kept for a person's sake: there is nothing to hand out or to erase. */
export const jobsPersonalData = holdsPersonalData({
  module: 'jobs',
  tables: [{ ...operational('jobs.outbox'), periodFrom: 'ended_at' }, ...['jobs.timetable', ...bullmqTables.map((name) => `bullmq.${name}`)].map(operational)],
  export: () => Promise.resolve({}),
  erase: () => Promise.resolve(),
  remaining: () => Promise.resolve([]),
});
