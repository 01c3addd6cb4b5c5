import { Injectable } from '@nestjs/common';
import { type JobContext, OnJob } from '../../platform/jobs/index.js';
import { InvoiceSweep } from './invoice-sweep.js';
import { endInvoices, reconcilePayments } from './invoices.jobs.js';
import { Reconciliation } from './reconciliation.js';

@Injectable()
export class InvoicesWorker {
  constructor(
    private readonly reconciliation: Reconciliation,
    private readonly sweep: InvoiceSweep,
  ) {}

  @OnJob(reconcilePayments)
  async reconcile(_: object, { signal }: JobContext): Promise<void> {
    await this.reconciliation.checkWhatIsDue(signal);
  }

  @OnJob(endInvoices)
  async end(): Promise<void> {
    await this.sweep.end();
  }
}
