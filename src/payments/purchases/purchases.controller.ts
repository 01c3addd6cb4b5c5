import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, SignedIn, View } from '../../platform/http/index.js';
import { purchaseBody, type PurchaseBody, purchaseView, type PurchaseView } from './billing.dto.js';
import { Purchases } from './purchases.js';
import { Returns } from './returns.js';

/** Purchases of whoever pressed the button, for themselves or for their organisation. */
@Controller('api/billing/purchases')
export class PurchasesController {
  constructor(
    private readonly purchases: Purchases,
    private readonly returns: Returns,
    private readonly db: Database,
  ) {}

  @Post()
  @For('candidate')
  @View(purchaseView, 201)
  buy(@Me() { id }: Actor, @Body({ schema: purchaseBody }) wish: PurchaseBody): Promise<PurchaseView> {
    return this.purchases.open(id, { accountId: id }, wish);
  }

  @Get(':id')
  @SignedIn()
  @View(purchaseView)
  purchase(@Me() actor: Actor, @Id() id: string): Promise<PurchaseView> {
    return this.purchases.getMine(this.db.alone, actor.id, id);
  }

  /** Has the gateway asked what became of it, soon. */
  @Post(':id/look')
  @SignedIn()
  @HttpCode(202)
  lookAtPurchase(@Me() actor: Actor, @Id() id: string): Promise<void> {
    return this.returns.look(actor.id, id);
  }
}
