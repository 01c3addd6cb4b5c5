import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { type Certificate, type Revocation } from '../issuing/certificate.entity.js';
import { CertificateRepository } from '../issuing/certificate.repository.js';
import { Ending } from './ending.js';
import { givenBack } from './life.facts.js';

/** Certificates that hold no longer before their time is over. Until then their owner still finds the line that says so. */
@Injectable()
export class Revocations {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly ending: Ending,
    private readonly clock: Clock,
  ) {}

  /** Its owner wants it no more. AppErrors `not_found`, `certificates.over`. */
  async giveBack(tx: Tx, candidateId: string, id: string): Promise<void> {
    await this.revoke(tx, await this.certificates.getMineLocked(tx, candidateId, id), 'given_back');
    await noteFact(tx, givenBack, { candidateId, certificateId: id });
  }

  /** As `giveBack`, without a word to the journal; false when it is not there, or holds no longer. */
  async giveBackAgain(tx: Tx, candidateId: string, id: string): Promise<boolean> {
    const certificate = await this.certificates.findMineLocked(tx, candidateId, id);
    if (certificate?.effectiveState(await this.clock.now(tx)) !== 'issued') return false;
    await this.revoke(tx, certificate, 'given_back');
    return true;
  }

  /** The caller holds its row. All that is personal goes when `tx` commits. AppError `certificates.over`. */
  async revoke(tx: Tx, certificate: Certificate, because: Revocation): Promise<void> {
    certificate.revoke(because, await this.clock.now(tx));
    await this.certificates.save(tx, certificate);
    // Rows of certificates are held before consents, here as everywhere.
    await this.ending.dropCorrections(tx, certificate.id);
    await this.ending.clear(tx, certificate.id);
  }
}
