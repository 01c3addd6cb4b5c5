import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { afterQuery, type AfterQuery, billingView, type BillingView, historyView, type HistoryView, planView, portalView, usesView, type UsesView } from './billing.dto.js';
import { Billing } from './billing.js';

const BACK = '/settings/billing';

/** What a candidate has, bought and used. */
@Controller('api/billing')
export class BillingController {
  constructor(private readonly billing: Billing) {}

  @Get()
  @For('candidate')
  @View(billingView)
  billingOverview(@Me() actor: Actor): Promise<BillingView> {
    return this.billing.view({ accountId: actor.id });
  }

  @Get('history')
  @For('candidate')
  @View(historyView)
  paymentHistory(@Me() actor: Actor, @Query({ schema: afterQuery }) { after }: AfterQuery): Promise<HistoryView> {
    return this.billing.history({ accountId: actor.id }, after ?? null);
  }

  @Get('uses')
  @For('candidate')
  @View(usesView)
  creditUses(@Me() actor: Actor, @Query({ schema: afterQuery }) { after }: AfterQuery): Promise<UsesView> {
    return this.billing.uses({ accountId: actor.id }, after ?? null);
  }

  @Post('plans/:id/cancellation')
  @For('candidate')
  @HttpCode(200)
  @View(planView)
  cancelPlan(@Me() actor: Actor, @Id() id: string): Promise<BillingView['plans'][number]> {
    return this.billing.cancelPlan({ accountId: actor.id }, id);
  }

  @Post('plans/:id/portal')
  @For('candidate')
  @HttpCode(200)
  @View(portalView)
  planPortal(@Me() actor: Actor, @Id() id: string): Promise<{ url: string | null }> {
    return this.billing.portal({ accountId: actor.id }, id, BACK);
  }
}
