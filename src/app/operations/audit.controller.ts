import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { AuditLog, type AuditVerification, AuditVerifications } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Me, View } from '../../platform/http/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { Policy } from '../../platform/policy/index.js';
import { auditQuery, type AuditQuery, auditView, type AuditView, verificationView, type VerificationView } from './operations.dto.js';
import { verifyAuditLog } from './operations.jobs.js';
import { PAGE, pageOf } from './page.js';

/** What was done here, by whom, and whether the record of it is whole. */
@Controller('api/operations/audit')
export class AuditController {
  constructor(
    private readonly log: AuditLog,
    private readonly verifications: AuditVerifications,
    private readonly outbox: Outbox,
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  @Get()
  @For('operator')
  @View(auditView)
  async auditEntries(@Query({ schema: auditQuery }) asked: AuditQuery): Promise<AuditView> {
    const { rows, next } = pageOf(await this.log.latest(this.db.alone, { ...asked, limit: PAGE + 1 }), ({ sequence }) => sequence);
    return { entries: rows.map((entry) => ({ ...entry, at: entry.at.toISOString(), detail: JSON.stringify(entry.detail) })), next };
  }

  @Get('verification')
  @For('operator')
  @View(verificationView)
  async auditVerification(): Promise<VerificationView> {
    return shown(await this.verifications.latest(this.db.alone, this.policy.periodOf('operational').iso));
  }

  @Post('verifications')
  @For('operator')
  @HttpCode(202)
  @View(verificationView, 202)
  async verifyAudit(@Me() actor: Actor): Promise<VerificationView> {
    await this.db.transaction(async (tx) => {
      const id = await this.verifications.ask(tx);
      await this.outbox.enqueue(tx, verifyAuditLog, { verificationId: id });
      await this.log.append(tx, { actor: { kind: 'account', id: actor.id }, action: 'operations.audit_verification_asked', subject: { kind: 'audit_verification', id } });
    });
    return this.auditVerification();
  }
}

const shown = (found: AuditVerification | null): VerificationView => ({
  verification: found && { ...found, askedAt: found.askedAt.toISOString(), finishedAt: found.finishedAt?.toISOString() ?? null },
});
