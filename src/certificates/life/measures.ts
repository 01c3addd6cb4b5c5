import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { type Certificate } from '../issuing/certificate.entity.js';
import { CertificateRepository } from '../issuing/certificate.repository.js';
import { noReason, ownCertificate } from '../issuing/issuing.errors.js';
import { measureTaken } from './life.facts.js';
import { LifeNews } from './life-news.js';
import { type MeasureKind, MeasureRepository } from './measure.repository.js';
import { Revocations } from './revocations.js';
import { Suspensions } from './suspensions.js';

/** What whoever runs this place does about a certificate: for a reason, which its owner reads. */
@Injectable()
export class Measures {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly suspensions: Suspensions,
    private readonly revocations: Revocations,
    private readonly measures: MeasureRepository,
    private readonly news: LifeNews,
    private readonly audit: AuditLog,
  ) {}

  /** AppErrors `not_found`, `certificates.no_reason`, `certificates.own_certificate`, `certificates.over`, `certificates.suspended_already`, `certificates.not_suspended`. */
  async take(tx: Tx, operatorId: string, id: string, kind: MeasureKind, reason: string): Promise<void> {
    if (reason.trim() === '') throw noReason();
    const certificate = await this.certificates.getLocked(tx, id);
    if (certificate.candidateId === operatorId) throw ownCertificate();
    await this.carryOut(tx, certificate, kind);
    await noteFact(tx, measureTaken, { certificateId: id, measure: kind });
    const measure = await this.measures.add(tx, id, operatorId, kind, reason.trim());
    if (certificate.candidateId !== null) await this.news.measure(tx, { id: measure, accountId: certificate.candidateId, certificateId: id, kind, reason: reason.trim() });
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: `certificates.${kind}`, subject: { kind: 'certificate', id } });
  }

  /** Without a word to anybody. AppErrors as of `take`. */
  carryOut(tx: Tx, certificate: Certificate, kind: MeasureKind): Promise<void> {
    switch (kind) {
      case 'suspended': return this.suspensions.suspend(tx, certificate);
      case 'restored': return this.suspensions.lift(tx, certificate);
      case 'revoked': return this.revocations.revoke(tx, certificate, 'operator');
    }
  }
}
