import { Injectable } from '@nestjs/common';
import { endScopes } from '../../consent/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { Policy, purposesOfCertificate } from '../../platform/policy/index.js';
import { type Certificate } from './certificate.entity.js';
import { CertificateRepository } from './certificate.repository.js';
import { issueCertificate } from './issuing.jobs.js';

/** From an offer to the work on it. */
@Injectable()
export class CertificateProgress {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly clock: Clock,
    private readonly policy: Policy,
    private readonly outbox: Outbox,
  ) {}

  /** Asked for by its owner, who holds its row; false when the same press was sent before. AppError `certificates.already_asked`. */
  async ask(tx: Tx, certificate: Certificate, event: string, needsCheck: boolean): Promise<boolean> {
    if (!certificate.ask(event, await this.clock.now(tx), needsCheck)) return false;
    await this.save(tx, certificate);
    return true;
  }

  /** A person has looked. What is refused is kept for its owner as long as a certificate would be. AppErrors `not_found`, `certificates.already_decided`. */
  async decide(tx: Tx, id: string, allowed: boolean): Promise<Certificate> {
    const certificate = await this.certificates.getLocked(tx, id);
    certificate.decide(allowed, this.policy.values.certificate.validFor.after(await this.clock.now(tx)));
    await this.save(tx, certificate);
    if (!allowed) await endScopes(tx, purposesOfCertificate, [id], 'certificates');
    return certificate;
  }

  private async save(tx: Tx, certificate: Certificate): Promise<void> {
    await this.certificates.save(tx, certificate);
    if (certificate.state === 'issuing') await this.outbox.enqueue(tx, issueCertificate, { certificateId: certificate.id });
  }
}
