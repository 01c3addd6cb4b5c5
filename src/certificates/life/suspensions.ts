import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { certificatePublished } from '../certificates.events.js';
import { type Certificate } from '../issuing/certificate.entity.js';
import { CertificateRepository } from '../issuing/certificate.repository.js';
import { Ending } from './ending.js';

/** Certificates that are looked into, and not to be relied on meanwhile. The caller holds their rows. */
@Injectable()
export class Suspensions {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly ending: Ending,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A correction that is under way is not made: it would hold. AppErrors `certificates.over`, `certificates.suspended_already`. */
  async suspend(tx: Tx, certificate: Certificate): Promise<void> {
    certificate.suspend(await this.clock.now(tx));
    await this.save(tx, certificate);
    await this.ending.dropCorrections(tx, certificate.id);
  }

  /** AppErrors `certificates.over`, `certificates.not_suspended`. */
  async lift(tx: Tx, certificate: Certificate): Promise<void> {
    certificate.lift(await this.clock.now(tx));
    await this.save(tx, certificate);
  }

  /** Whoever lists certificates looks again. */
  private async save(tx: Tx, certificate: Certificate): Promise<void> {
    await this.certificates.save(tx, certificate);
    if (certificate.candidateId !== null) await this.outbox.publish(tx, certificatePublished, { accountId: certificate.candidateId });
  }
}
