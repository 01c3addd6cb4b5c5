import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { Journal } from '../platform/journal/index.js';
import { Objections } from './choices/objections.js';
import { SaleOptOut } from './choices/sale-opt-out.js';
import { MinorReportRepository } from './minors/minor-report.repository.js';
import { PublicSurfaces } from './minors/public-surfaces.js';
import { hiddenFact, objectionFact, saleFact } from './privacy.facts.js';

/** Decides and hides once more what was decided and hidden since a backup. */
@Injectable()
export class PrivacyAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly objections: Objections,
    private readonly sale: SaleOptOut,
    private readonly reports: MinorReportRepository,
    private readonly surfaces: PublicSurfaces,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(objectionFact, ({ accountId, purpose, stands }) => (stands === 'yes' ? this.objections.raise(accountId, purpose) : this.objections.lift(accountId, purpose)));
    this.journal.replays(saleFact, ({ accountId, optedOut, by }) => this.sale.write(accountId, optedOut === 'yes', by));
    this.journal.replays(hiddenFact, ({ reportId, accountId, until }) => this.hide(reportId, accountId, new Date(until)));
  }

  /** With a report for the operator, who decides about it as about every other. */
  private hide(reportId: string, accountId: string, until: Date): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      if (!(await this.reports.insertRestored(tx, reportId, accountId, until))) return false;
      await this.surfaces.hide(tx, accountId, until);
      return true;
    });
  }
}
