import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/index.js';
import { Customers, type PeopleOf } from '../entitlements/customers.js';
import { type DetailsBody } from '../invoices/billing-details.dto.js';
import { type InvoicePaper } from '../invoices/invoices.js';
import { type Payer } from '../terms.js';
import { type BillingView, type DetailsView, type HistoryView, type UsesView } from './billing.dto.js';
import { asPlan, BillingOverview } from './billing-overview.js';
import { BillingPapers } from './billing-papers.js';
import { PaymentHistory } from './payment-history.js';
import { Plans } from './plans.js';

/** What somebody who pays sees and does about it: a candidate for themselves, or somebody for an organisation. Views are those of `billingShapes`. */
@Injectable()
export class Billing {
  constructor(
    private readonly overview: BillingOverview,
    private readonly payments: PaymentHistory,
    private readonly plans: Plans,
    private readonly papers: BillingPapers,
    private readonly customers: Customers,
    private readonly db: Database,
  ) {}

  /** Credits, plans and places. */
  view(payer: Payer): Promise<BillingView> {
    return this.overview.view(this.db.alone, payer);
  }

  /** Purchases, payments and refunds, the newest first; `after` is the `next` of the page before. */
  async history(payer: Payer, after: string | null): Promise<HistoryView> {
    return this.payments.list(this.db.alone, await this.customers.find(this.db.alone, payer), after);
  }

  /** What credits were used for, paged like `history`. */
  async uses(payer: Payer, after: string | null): Promise<UsesView> {
    return this.overview.uses(this.db.alone, await this.customers.find(this.db.alone, payer), after);
  }

  /** Ends a plan with the turn that is paid. AppErrors `payments.plan_over`, `payments.gateway_away`, `payments.gateway_refused`; 404 for another's. */
  async cancelPlan(payer: Payer, id: string): Promise<BillingView['plans'][number]> {
    return asPlan(await this.plans.cancel(payer, id));
  }

  /** The gateway's page for a plan's card, which comes back to our path `back`; `url` is null where there is none. AppErrors as `cancelPlan`. */
  async portal(payer: Payer, id: string, back: string): Promise<{ url: string | null }> {
    return { url: await this.plans.portal(payer, id, back) };
  }

  /** What is wanted on invoices. */
  details(payer: Payer): Promise<DetailsView> {
    return this.papers.details(this.db.alone, payer);
  }

  /** Keeps what is wanted on invoices; all of it empty deletes it. AppError `http.invalid_body` for a tax number that is none. */
  keepDetails(payer: Payer, details: DetailsBody): Promise<DetailsView> {
    return this.db.transaction((tx) => this.papers.keepDetails(tx, payer, details));
  }

  /** An invoice or credit note, to be drawn outside of a transaction; 404 for another's. */
  invoice(payer: Payer, id: string): Promise<InvoicePaper> {
    return this.papers.invoice(this.db.alone, payer, id);
  }

  /** Called once, by whoever knows who looks after the payments of an organisation: they hear what becomes of those. */
  tells(peopleOf: PeopleOf): void {
    this.customers.know(peopleOf);
  }

  /** The payer goes: their plans are ended at their gateways, soon after `tx`. */
  close(tx: Tx, payer: Payer): Promise<void> {
    return this.plans.close(tx, payer);
  }
}
