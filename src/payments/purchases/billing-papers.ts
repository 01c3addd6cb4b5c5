import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type DetailsBody } from '../invoices/billing-details.dto.js';
import { BillingDetails } from '../invoices/billing-details.js';
import { type InvoicePaper, Invoices } from '../invoices/invoices.js';
import { Customers } from '../entitlements/customers.js';
import { notFound } from '../../kernel/index.js';
import { type Payer } from '../terms.js';
import { type DetailsView } from './billing.dto.js';

/** Invoices of somebody who pays, and what stands on them. */
@Injectable()
export class BillingPapers {
  constructor(
    private readonly customers: Customers,
    private readonly billingDetails: BillingDetails,
    private readonly invoices: Invoices,
  ) {}

  async details(tx: Tx, payer: Payer): Promise<DetailsView> {
    return this.billingDetails.get(tx, await this.customers.find(tx, payer));
  }

  async keepDetails(tx: Tx, payer: Payer, details: DetailsBody): Promise<DetailsView> {
    return this.billingDetails.put(tx, await this.customers.get(tx, payer), details);
  }

  async invoice(tx: Tx, payer: Payer, id: string): Promise<InvoicePaper> {
    const customerId = await this.customers.find(tx, payer);
    if (customerId === null) throw notFound();
    return this.invoices.paper(tx, customerId, id);
  }
}
