import { Injectable } from '@nestjs/common';
import { Database, deleteEnded } from '../db/index.js';
import { OnJob } from '../jobs/index.js';
import { holdsPersonalData } from '../personal-data/index.js';
import { Policy } from '../policy/index.js';
import { forgetRateLimits } from './http.jobs.js';

@Injectable()
export class HttpWorker {
  constructor(
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  @OnJob(forgetRateLimits)
  async forget(): Promise<void> {
    const { iso } = this.policy.periodOf('rateLimit');
    await deleteEnded(this.db.alone, 'http.rate_limit', 'window_ends_at <= clock.now() - $1::interval', [iso]);
  }
}

holdsPersonalData({
  module: 'http',
  tables: [{ table: 'http.rate_limit', subjectColumn: null, retention: 'rateLimit', periodFrom: 'window_ends_at' }],
  export: async () => ({}),
  erase: async () => undefined,
  remaining: async () => [],
});
