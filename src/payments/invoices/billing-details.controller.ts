import { Body, Controller, Get, Put } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Me, View } from '../../platform/http/index.js';
import { Customers } from '../entitlements/customers.js';
import { detailsView, type DetailsView } from '../purchases/billing.dto.js';
import { BillingDetails } from './billing-details.js';
import { detailsBody, type DetailsBody } from './billing-details.dto.js';

/** What one wants on one's own invoices. */
@Controller('api/billing/details')
export class BillingDetailsController {
  constructor(
    private readonly details: BillingDetails,
    private readonly customers: Customers,
    private readonly db: Database,
  ) {}

  @Get()
  @For('candidate')
  @View(detailsView)
  billingDetails(@Me() actor: Actor): Promise<DetailsView> {
    return this.db.transaction(async (tx) => this.details.get(tx, await this.customers.find(tx, { accountId: actor.id })));
  }

  /** With nothing in it, what was there is deleted. */
  @Put()
  @For('candidate')
  @View(detailsView)
  saveBillingDetails(@Me() actor: Actor, @Body({ schema: detailsBody }) body: DetailsBody): Promise<DetailsView> {
    return this.db.transaction(async (tx) => this.details.put(tx, await this.customers.get(tx, { accountId: actor.id }), body));
  }
}
