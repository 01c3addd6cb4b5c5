import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { FaultPoints, type JobContext } from '../../platform/jobs/index.js';
import { type IssuingStep } from './certificate.entity.js';
import { CertificateRepository } from './certificate.repository.js';
import { LEASE_SECONDS, type Work } from './issuing-work.js';

/** Longer than any pause between two attempts (5 × 4³ s): meanwhile nobody else is asked. */
const PUT_OFF_SECONDS = 400;

/** How far the work on a certificate is. */
@Injectable()
export class IssuingPace {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly faults: FaultPoints,
    private readonly db: Database,
  ) {}

  /** Says it to whoever waits. AppError `certificates.lease_lost` when somebody else has the work; throws when the job was told to stop. */
  async reach(step: IssuingStep, { id, token }: Work, { signal }: Pick<JobContext, 'signal'>): Promise<void> {
    signal.throwIfAborted();
    if (!(await this.certificates.advance(this.db.alone, id, token, step, LEASE_SECONDS))) throw new AppError('certificates.lease_lost', 409, 'Another worker issues this certificate.');
    this.pass(step);
  }

  /** Keeps the work until the next attempt has had its turn. */
  async putOff({ id, token }: Work): Promise<void> {
    await this.certificates.advance(this.db.alone, id, token, 'waiting', PUT_OFF_SECONDS);
  }

  /** A place where a test may end the process. */
  pass(place: IssuingStep | 'taken' | 'stored' | 'settled'): void {
    this.faults.pass(`certificates.${place}`);
  }
}
