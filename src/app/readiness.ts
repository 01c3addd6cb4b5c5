import { Injectable } from '@nestjs/common';
import { LedgerChecks } from '../consent/index.js';
import { AuditVerifications } from '../platform/audit/index.js';
import { Database } from '../platform/db/index.js';
import { JobsRuntime } from '../platform/jobs/index.js';
import { Policy } from '../platform/policy/index.js';

/** One thing the machine needs, and whether it is there. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly says: string;
}

const PATIENCE_SECONDS = 60;

/** What the machine needs to do its work, looked at now. */
@Injectable()
export class Readiness {
  constructor(
    private readonly db: Database,
    private readonly jobs: JobsRuntime,
    private readonly verifications: AuditVerifications,
    private readonly ledger: LedgerChecks,
    private readonly policy: Policy,
  ) {}

  async checks(): Promise<Check[]> {
    return [await this.database()];
  }

  /** With what a person at the console wants to know besides: a queue that falls behind harms no web request. */
  async all(): Promise<Check[]> {
    return [await this.database(), await this.outbox(), await this.auditLog(), await this.consentLedger()];
  }

  private async database(): Promise<Check> {
    try {
      await this.db.alone.query('select 1');
      return { name: 'Database', ok: true, says: 'answers' };
    } catch {
      return { name: 'Database', ok: false, says: 'does not answer' };
    }
  }

  private async outbox(): Promise<Check> {
    try {
      const { queues } = await this.jobs.describe();
      const late = queues.filter(({ oldestDueSeconds }) => oldestDueSeconds > PATIENCE_SECONDS).map(({ queue }) => queue);
      return { name: 'Work', ok: late.length === 0, says: late.length === 0 ? 'nothing is late' : `has waited longer than a minute in: ${late.join(', ')}` };
    } catch {
      return { name: 'Work', ok: false, says: 'cannot be counted' };
    }
  }

  private async auditLog(): Promise<Check> {
    try {
      const found = await this.verifications.lastFinished(this.db.alone, this.policy.periodOf('operational').iso);
      const brokenAt = found?.brokenAt ?? null;
      if (brokenAt !== null) return { name: 'Audit log', ok: false, says: `is broken at entry ${brokenAt}` };
      return { name: 'Audit log', ok: true, says: found ? 'was whole at its last check' : 'is checked tonight' };
    } catch {
      return { name: 'Audit log', ok: false, says: 'cannot be read' };
    }
  }

  private async consentLedger(): Promise<Check> {
    try {
      const found = await this.ledger.lastFinished(this.db.alone, this.policy.periodOf('operational').iso);
      if (found && found.faults > 0) return { name: 'Ledger of consents', ok: false, says: `does not fit in ${found.faults === 1 ? 'one place' : `${found.faults} places`}` };
      return { name: 'Ledger of consents', ok: true, says: found ? 'was whole at its last check' : 'is checked tonight' };
    } catch {
      return { name: 'Ledger of consents', ok: false, says: 'cannot be read' };
    }
  }
}
