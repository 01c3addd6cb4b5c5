import { JobTimings } from '../../../src/platform/jobs/job-timings.js';
import { POSTGRES_STOPPING } from '../../../src/runtime/embedded-postgres.js';
import { STOP_BOUND_MS } from '../../../src/runtime/part.js';

describe('the end of npm start', () => {
  it('leaves the jobs the time they are promised, and is over within 25 seconds', () => {
    expect(STOP_BOUND_MS).toBeGreaterThan(new JobTimings().drain);
    const postgres = POSTGRES_STOPPING.reduce((sum, [, boundMs]) => sum + boundMs, 0);
    expect(STOP_BOUND_MS + postgres).toBeLessThan(25_000);
  });
});
