import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { sealHold } from './holds.jobs.js';

/** What is written down of holds, and the job that makes the copy. */
@Injectable()
export class HoldRegister {
  constructor(
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  now(tx: Tx): Promise<Date> {
    return this.clock.now(tx);
  }

  async haveSealed(tx: Tx, holdId: string): Promise<void> {
    await this.outbox.enqueue(tx, sealHold, { holdId });
  }

  async note(tx: Tx, operatorId: string, action: string, id: string | null, detail: Record<string, string | number | boolean>): Promise<void> {
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action, subject: id === null ? null : { kind: 'legal_hold', id }, detail });
  }
}
