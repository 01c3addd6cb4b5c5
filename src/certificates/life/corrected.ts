import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Certificate } from '../issuing/certificate.entity.js';
import { CorrectionRepository } from './correction.repository.js';
import { Revocations } from './revocations.js';

/** Certificates in whose place another has come. */
@Injectable()
export class Corrected {
  constructor(
    private readonly revocations: Revocations,
    private readonly corrections: CorrectionRepository,
    private readonly clock: Clock,
  ) {}

  /** In the commit that issues a correction, whose row the caller holds, and before it that of what it corrects: there is never a moment with both, or with neither. */
  async giveWay(tx: Tx, { id, replaces }: Certificate): Promise<void> {
    const old = replaces === null ? null : await tx.findOneBy(Certificate, { id: replaces });
    if (!old) return;
    if (old.effectiveState(await this.clock.now(tx)) === 'issued') await this.revocations.revoke(tx, old, 'corrected');
    await this.corrections.takeInterview(tx, id);
  }
}
