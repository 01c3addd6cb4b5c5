import { Injectable } from '@nestjs/common';
import { type JobContext, OnJob } from '../../platform/jobs/index.js';
import { CertificateIssuer } from './certificate-issuer.js';
import { findUnissued, issueCertificate } from './issuing.jobs.js';
import { IssuingSweep } from './issuing-sweep.js';

@Injectable()
export class IssuingWorker {
  constructor(
    private readonly issuer: CertificateIssuer,
    private readonly sweep: IssuingSweep,
  ) {}

  @OnJob(issueCertificate)
  issue({ certificateId }: { certificateId: string }, context: JobContext): Promise<void> {
    return this.issuer.issue(certificateId, context);
  }

  @OnJob(findUnissued)
  findUnissued(): Promise<void> {
    return this.sweep.run();
  }
}
