import { Injectable } from '@nestjs/common';
import { endScopes } from '../../consent/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { purposesOfCertificate } from '../../platform/policy/index.js';
import { CertificateRepository } from './certificate.repository.js';
import { issueCertificate } from './issuing.jobs.js';

const OVERDUE_SECONDS = 30;
const BATCH = 500;

/** Certificates that should have been issued by now, and those that nobody waits for any more. */
@Injectable()
export class IssuingSweep {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  async run(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const certificateId of await this.certificates.unissued(tx, OVERDUE_SECONDS, BATCH)) await this.outbox.enqueue(tx, issueCertificate, { certificateId });
    });
    while ((await this.db.transaction((tx) => this.clear(tx))) === BATCH);
  }

  private async clear(tx: Tx): Promise<number> {
    const ids = await this.certificates.over(tx, BATCH);
    await endScopes(tx, purposesOfCertificate, ids, 'certificates');
    await this.certificates.delete(tx, ids);
    return ids.length;
  }
}
