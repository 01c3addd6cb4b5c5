import { type Provider, type Type } from '@nestjs/common';
import { BillingController } from './billing.controller.js';
import { Billing } from './billing.js';
import { BillingOverview } from './billing-overview.js';
import { BillingPapers } from './billing-papers.js';
import { Checkouts } from './checkouts.js';
import { Counter } from './counter.js';
import { HistoryRepository } from './history.repository.js';
import { PaymentHistory } from './payment-history.js';
import { PaymentNews } from './payment-news.js';
import { PaymentTelling } from './payment-telling.js';
import { PlanRepository } from './plan.repository.js';
import { Plans } from './plans.js';
import { PriceList } from './price-list.js';
import { PricingController } from './pricing.controller.js';
import { PurchaseRepository } from './purchase.repository.js';
import { PurchasesController } from './purchases.controller.js';
import { Purchases } from './purchases.js';
import './purchases.personal-data.js';
import { PurchasesWorker } from './purchases.worker.js';
import { ReturnsController } from './returns.controller.js';
import { Returns } from './returns.js';
import { Takers } from './takers.js';

/** What the module of payments has of this folder. */
export const purchasesControllers: Type[] = [PricingController, PurchasesController, BillingController, ReturnsController];
export const purchasesProviders: Provider[] = [
  Billing, BillingOverview, BillingPapers, Checkouts, Counter, HistoryRepository, PaymentHistory, PaymentNews, PaymentTelling, PlanRepository, Plans, PriceList, PurchaseRepository, Purchases, PurchasesWorker, Returns, Takers,
];
