import { Injectable } from '@nestjs/common';
import { Database, inBatches } from '../../platform/db/index.js';
import { OnJob } from '../../platform/jobs/index.js';
import { ClientLinkRepository } from './client-link.repository.js';
import { forgetClientLinks } from './client-links.jobs.js';

const BATCH = 200;

@Injectable()
export class ClientLinksWorker {
  constructor(
    private readonly links: ClientLinkRepository,
    private readonly db: Database,
  ) {}

  @OnJob(forgetClientLinks)
  async forget(): Promise<void> {
    await inBatches(BATCH, () => this.db.transaction((tx) => this.links.forget(tx, BATCH)));
  }
}
