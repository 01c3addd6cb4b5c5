import { Injectable } from '@nestjs/common';
import { Database } from '../db/index.js';
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
    await this.db.alone.query('delete from http.rate_limit where window_ends_at + $1::interval <= clock.now()', [iso]);
  }
}

holdsPersonalData({
  module: 'http',
  tables: [{ table: 'http.rate_limit', subjectColumn: null, retention: 'rateLimit' }],
  export: async () => ({}),
  erase: async () => undefined,
  remaining: async () => [],
});
