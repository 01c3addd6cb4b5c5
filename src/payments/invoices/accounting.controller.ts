import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { AuditLog } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Me, View } from '../../platform/http/index.js';
import { AccountingExport } from './accounting-export.js';
import { asDay, daysView, type DaysView, periodQuery, type PeriodQuery } from './accounting.dto.js';
import { DayReport } from './day-report.js';

/** What came in and what went back, for whoever keeps the books. */
@Controller('api/operator/payments')
export class AccountingController {
  constructor(
    private readonly report: DayReport,
    private readonly exported: AccountingExport,
    private readonly audit: AuditLog,
    private readonly db: Database,
  ) {}

  @Get('days')
  @For('operator')
  @View(daysView)
  async paymentDays(@Me() actor: Actor, @Query({ schema: periodQuery }) { from, to }: PeriodQuery): Promise<DaysView> {
    const days = await this.db.transaction(async (tx) => {
      const found = await this.report.between(tx, from, to);
      await this.audit.append(tx, { actor: { kind: 'account', id: actor.id }, action: 'payments.days_read', subject: null, detail: { from, to } });
      return found;
    });
    return { days: days.map(asDay) };
  }

  @Get('accounting.csv')
  @For('operator')
  @ApiProduces('text/csv')
  async accountingCsv(@Me() actor: Actor, @Query({ schema: periodQuery }) { from, to }: PeriodQuery): Promise<StreamableFile> {
    await this.db.transaction((tx) => this.audit.append(tx, { actor: { kind: 'account', id: actor.id }, action: 'payments.accounting_exported', subject: null, detail: { from, to } }));
    return new StreamableFile(this.exported.open(from, to), { type: 'text/csv; charset=utf-8; header=present', disposition: `attachment; filename="accounting-${from}-${to}.csv"` });
  }
}
