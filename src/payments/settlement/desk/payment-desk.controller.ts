import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Database } from '../../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../../platform/http/index.js';
import { PaymentDesk } from './payment-desk.js';
import { paymentsOverviewView, type PaymentsOverviewView, quarantineQuery, type QuarantineQuery, quarantineView, type QuarantineView, resolutionBody } from './payment-desk.dto.js';

/** Payments, for whoever runs this place. */
@Controller('api/operator/payments')
export class PaymentDeskController {
  constructor(
    private readonly desk: PaymentDesk,
    private readonly db: Database,
  ) {}

  /** Who takes money, whether they send word, and what waits. */
  @Get()
  @For('operator')
  @View(paymentsOverviewView)
  paymentsOverview(@Me() actor: Actor): Promise<PaymentsOverviewView> {
    return this.db.transaction((tx) => this.desk.overview(tx, actor.id));
  }

  /** Payments that are not what was ordered. */
  @Get('quarantine')
  @For('operator')
  @View(quarantineView)
  quarantinedPayments(@Me() actor: Actor, @Query({ schema: quarantineQuery }) asked: QuarantineQuery): Promise<QuarantineView> {
    return this.db.transaction((tx) => this.desk.quarantine(tx, actor.id, asked));
  }

  @Post('quarantine/:id/resolution')
  @For('operator')
  @HttpCode(204)
  async resolveQuarantinedPayment(@Me() actor: Actor, @Id() id: string, @Body({ schema: resolutionBody }) { note }: { note: string }): Promise<void> {
    await this.db.transaction((tx) => this.desk.resolve(tx, actor.id, id, note));
  }
}
