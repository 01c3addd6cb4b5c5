import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { LedgerChecks } from '../../consent/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Me, View } from '../../platform/http/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ledgerCheckView, type LedgerCheckView } from './operations.dto.js';
import { verifyConsentLedger } from './operations.jobs.js';

/** Whether the ledger of consents is whole. What stands in it, only those read whose consents they are. */
@Controller('api/operations/consent-ledger')
export class LedgerController {
  constructor(
    private readonly checks: LedgerChecks,
    private readonly log: AuditLog,
    private readonly outbox: Outbox,
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  @Get('check')
  @For('operator')
  @View(ledgerCheckView)
  async ledgerCheck(): Promise<LedgerCheckView> {
    const found = await this.checks.latest(this.db.alone, this.policy.periodOf('operational').iso);
    return { check: found && { ...found, askedAt: found.askedAt.toISOString(), finishedAt: found.finishedAt?.toISOString() ?? null } };
  }

  @Post('checks')
  @For('operator')
  @HttpCode(202)
  @View(ledgerCheckView, 202)
  async checkLedger(@Me() actor: Actor): Promise<LedgerCheckView> {
    await this.db.transaction(async (tx) => {
      const id = await this.checks.ask(tx);
      await this.outbox.enqueue(tx, verifyConsentLedger, { checkId: id });
      await this.log.append(tx, { actor: { kind: 'account', id: actor.id }, action: 'operations.ledger_check_asked', subject: { kind: 'ledger_check', id } });
    });
    return this.ledgerCheck();
  }
}
