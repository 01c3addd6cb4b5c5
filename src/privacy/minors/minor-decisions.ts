import { Injectable } from '@nestjs/common';
import { AppError, notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { hiddenFact } from '../privacy.facts.js';
import { type MinorReport, MinorReportRepository } from './minor-report.repository.js';
import { MinorReports } from './minor-reports.js';
import { PublicSurfaces } from './public-surfaces.js';
import { ReportedAccount } from './reported-account.js';

/** What whoever runs this place decides about reports of minors. Each decision is in the audit log. */
@Injectable()
export class MinorDecisions {
  constructor(
    private readonly reports: MinorReportRepository,
    private readonly hiding: MinorReports,
    private readonly surfaces: PublicSurfaces,
    private readonly account: ReportedAccount,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  list(operatorId: string, state: 'open' | 'decided', before: string | null, limit: number): Promise<MinorReport[]> {
    return this.db.transaction(async (tx) => {
      const found = await this.reports.list(tx, { state, before, limit });
      await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'privacy.minor_reports_read', subject: null, detail: { state, count: found.length } });
      return found;
    });
  }

  /** Hides somebody for three more days; `accountId` where the report names nobody yet. 404 for whatever is not open, or about somebody else. */
  hide(operatorId: string, id: string, accountId: string | undefined): Promise<MinorReport> {
    return this.change(operatorId, id, 'privacy.minor_hidden', async (tx, report) => {
      const named = report.accountId ?? accountId;
      if (named === undefined) throw namesNobody();
      await this.account.mustBeThere(tx, named);
      if (!(await this.hiding.hide(tx, id, named))) throw notFound();
    });
  }

  /** The account and all that is held of it goes, at once. AppErrors `privacy.report_names_nobody`, `privacy.closed_already`. */
  erase(operatorId: string, id: string, reason: string): Promise<MinorReport> {
    return this.change(operatorId, id, 'privacy.minor_erased', async (tx, { accountId }) => {
      if (accountId === null) throw namesNobody();
      if (!(await this.reports.decide(tx, id, 'erased', reason))) throw notFound();
      await this.account.end(tx, accountId, operatorId);
    });
  }

  /** Whoever was hidden is shown again, as far as they allow it and no other report hides them. */
  restore(operatorId: string, id: string, reason: string): Promise<MinorReport> {
    return this.change(operatorId, id, 'privacy.minor_restored', async (tx, { accountId, hiddenUntil }) => {
      if (!(await this.reports.decide(tx, id, 'restored', reason))) throw notFound();
      if (accountId === null) return;
      const until = await this.reports.hiddenUntil(tx, accountId);
      await this.surfaces.hide(tx, accountId, until);
      await noteFact(tx, hiddenFact, { accountId, reportId: id, until: (until ?? new Date(0)).toISOString() });
      if (hiddenUntil !== null) await this.account.tellRestored(tx, accountId, id);
    });
  }

  private change(operatorId: string, id: string, action: string, changing: (tx: Tx, report: MinorReport) => Promise<void>): Promise<MinorReport> {
    return this.db.transaction(async (tx) => {
      const report = await this.reports.find(tx, id);
      if (!report) throw notFound();
      await changing(tx, report);
      await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action, subject: { kind: 'minor_report', id } });
      return (await this.reports.find(tx, id)) ?? report;
    });
  }
}

const namesNobody = (): AppError => new AppError('privacy.report_names_nobody', 409, 'This report names no single account. Enter the account it is about first. Nothing was changed.', { fields: { accountId: 'Enter the id of the account.' } });
