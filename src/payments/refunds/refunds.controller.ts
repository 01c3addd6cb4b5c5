import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { FoundPayments } from './found-payments.js';
import { RefundRepository } from './refund.repository.js';
import { asRefund, foundQuery, foundView, type FoundView, refundBody, type RefundBody, refundsView, type RefundsView, refundView, type RefundView, refusalBody } from './refunds.dto.js';
import { Refunds } from './refunds.js';

/** Payments that operators look up, and money that they give back. */
@Controller('api/operator/payments')
export class RefundsController {
  constructor(
    private readonly refunds: Refunds,
    private readonly shelf: RefundRepository,
    private readonly found: FoundPayments,
    private readonly contacts: AccountContacts,
    private readonly db: Database,
  ) {}

  @Get('found')
  @For('operator')
  @View(foundView)
  foundPayments(@Me() actor: Actor, @Query({ schema: foundQuery }) { reference }: { reference: string }): Promise<FoundView> {
    return this.db.transaction((tx) => this.found.find(tx, actor.id, reference));
  }

  /** Those that wait for somebody first, then the newest. */
  @Get('refunds')
  @For('operator')
  @View(refundsView)
  async refundList(@Me() actor: Actor): Promise<RefundsView> {
    const operators = await this.contacts.operators(this.db.alone);
    return { items: (await this.shelf.list(this.db.alone)).map((refund) => asRefund(refund, actor.id)), isAlone: operators.every((id) => id === actor.id) };
  }

  @Post('payments/:id/refunds')
  @For('operator')
  @View(refundView, 201)
  askRefund(@Me() actor: Actor, @Id() id: string, @Body({ schema: refundBody }) wish: RefundBody): Promise<RefundView> {
    return this.db.transaction(async (tx) => asRefund(await this.refunds.ask(tx, actor.id, id, wish), actor.id));
  }

  /** Of a payment that was set apart. */
  @Post('quarantine/:id/refunds')
  @For('operator')
  @View(refundView, 201)
  askRefundOfSetApart(@Me() actor: Actor, @Id() id: string, @Body({ schema: refundBody }) wish: RefundBody): Promise<RefundView> {
    return this.db.transaction(async (tx) => asRefund(await this.refunds.askOfSetApart(tx, actor.id, id, wish), actor.id));
  }

  @Post('refunds/:id/approval')
  @For('operator')
  @HttpCode(200)
  @View(refundView)
  approveRefund(@Me() actor: Actor, @Id() id: string): Promise<RefundView> {
    return this.db.transaction(async (tx) => asRefund(await this.refunds.approve(tx, actor.id, id), actor.id));
  }

  @Post('refunds/:id/refusal')
  @For('operator')
  @HttpCode(200)
  @View(refundView)
  refuseRefund(@Me() actor: Actor, @Id() id: string, @Body({ schema: refusalBody }) { says }: { says: string }): Promise<RefundView> {
    return this.db.transaction(async (tx) => asRefund(await this.refunds.refuse(tx, actor.id, id, says), actor.id));
  }
}
