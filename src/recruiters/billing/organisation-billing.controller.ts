import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type z } from 'zod';
import { Billing, billingShapes, type Payer, Purchases } from '../../payments/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { notApproved } from '../organisations/organisations.errors.js';
import { Seats } from '../organisations/seats.js';

const { afterQuery, billingView, historyView, planView, portalView, purchaseBody, purchaseView, usesView } = billingShapes;
const BACK = '/hiring/billing';

type After = z.infer<typeof afterQuery>;
type Wish = z.infer<typeof purchaseBody>;

/** What an organisation has, bought and used: for its owners, and whoever has its billing role. */
@Controller('api/organisation/billing')
export class OrganisationBillingController {
  constructor(
    private readonly billing: Billing,
    private readonly purchases: Purchases,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  @Get()
  @For('recruiter')
  @View(billingView)
  async organisationBilling(@Me() actor: Actor): Promise<z.infer<typeof billingView>> {
    return this.billing.view(await this.payer(actor));
  }

  @Get('history')
  @For('recruiter')
  @View(historyView)
  async organisationPayments(@Me() actor: Actor, @Query({ schema: afterQuery }) { after }: After): Promise<z.infer<typeof historyView>> {
    return this.billing.history(await this.payer(actor), after ?? null);
  }

  @Get('uses')
  @For('recruiter')
  @View(usesView)
  async organisationCreditUses(@Me() actor: Actor, @Query({ schema: afterQuery }) { after }: After): Promise<z.infer<typeof usesView>> {
    return this.billing.uses(await this.payer(actor), after ?? null);
  }

  /** Nobody pays for what their organisation could not use yet. */
  @Post('purchases')
  @For('recruiter')
  @View(purchaseView, 201)
  async buyForOrganisation(@Me() actor: Actor, @Body({ schema: purchaseBody }) wish: Wish): Promise<z.infer<typeof purchaseView>> {
    const { organisationId, state } = await this.seats.paying(this.db.alone, actor.id);
    if (state !== 'approved') throw notApproved();
    return this.purchases.open(actor.id, { organisationId }, wish);
  }

  @Post('plans/:id/cancellation')
  @For('recruiter')
  @HttpCode(200)
  @View(planView)
  async cancelOrganisationPlan(@Me() actor: Actor, @Id() id: string): Promise<z.infer<typeof planView>> {
    return this.billing.cancelPlan(await this.payer(actor), id);
  }

  @Post('plans/:id/portal')
  @For('recruiter')
  @HttpCode(200)
  @View(portalView)
  async organisationPlanPortal(@Me() actor: Actor, @Id() id: string): Promise<z.infer<typeof portalView>> {
    return this.billing.portal(await this.payer(actor), id, BACK);
  }

  private async payer({ id }: Actor): Promise<Payer> {
    const { organisationId } = await this.seats.paying(this.db.alone, id);
    return { organisationId };
  }
}
