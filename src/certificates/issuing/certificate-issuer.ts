import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type JobContext } from '../../platform/jobs/index.js';
import { CertificateMaking } from './certificate-making.js';
import { CertificateObjects, type HeldObject } from './certificate-objects.js';
import { Issuance } from './issuance.js';
import { IssuingPace } from './issuing-pace.js';
import { IssuingWork, type Work } from './issuing-work.js';

type Asking = Pick<JobContext, 'jobId' | 'signal'>;

/** Issues certificates, each exactly once however often it is asked to, killed or started again. */
@Injectable()
export class CertificateIssuer {
  constructor(
    private readonly work: IssuingWork,
    private readonly making: CertificateMaking,
    private readonly issuance: Issuance,
    private readonly objects: CertificateObjects,
    private readonly pace: IssuingPace,
    private readonly db: Database,
  ) {}

  /** Does nothing when the certificate does not wait to be issued, or another job has the work. What was stored in vain is dropped; what a process that failed or was killed stored ends by itself. */
  async issue(certificateId: string, asking: Asking): Promise<void> {
    const work = await this.db.transaction((tx) => this.work.take(tx, certificateId, asking.jobId));
    if (!work) return;
    this.pace.pass('taken');
    const held: HeldObject[] = [];
    try {
      const outcome = await this.carryOut(work, asking, held);
      if (outcome === 'issued') return;
      await this.objects.drop(held);
      // It is taken up again without the video.
      if (outcome === 'clip withdrawn') await this.issue(certificateId, asking);
    } catch (error) {
      // The commit may have come through although its answer did not: what belongs to nothing ends by itself after ten minutes.
      await Promise.allSettled([this.pace.putOff(work)]);
      throw error;
    }
  }

  private async carryOut(work: Work, asking: Asking, held: HeldObject[]): Promise<'issued' | 'lost' | 'clip withdrawn'> {
    const made = await this.making.make(work, asking, held);
    if (!made) return 'lost';
    const outcome = await this.db.transaction((tx) => this.issuance.settle(tx, work, made));
    this.pace.pass('settled');
    return outcome;
  }
}
