import { type Provider, type Type } from '@nestjs/common';
import '../payments.invariants.js';
import { PaymentDesk } from './desk/payment-desk.js';
import { PaymentDeskController } from './desk/payment-desk.controller.js';
import { Effects } from './effects.js';
import { GatewayWatch } from './watch/gateway-watch.js';
import { Giving } from './giving.js';
import { LookRepository } from './look.repository.js';
import { Looks } from './looks.js';
import { PaymentRepository } from './payment.repository.js';
import { PlanSettlement } from './plans/plan-settlement.js';
import { Quarantine } from './quarantine/quarantine.js';
import { QuarantineNews } from './quarantine/quarantine-news.js';
import { QuarantineRepository } from './quarantine/quarantine.repository.js';
import { RecordEnds } from './record-ends.js';
import { SeenPayments } from './seen-payments.js';
import { SettledPurchaseRepository } from './settled-purchase.repository.js';
import { Settlement } from './settlement.js';
import './settlement.personal-data.js';
import { SettlementSweep } from './settlement-sweep.js';
import { SettlementWorker } from './settlement.worker.js';
import { SubscriptionRepository } from './plans/subscription.repository.js';
import { WatchRepository } from './watch/watch.repository.js';
import { EventWork } from './webhooks/event-work.js';
import { GatewayEventRepository } from './webhooks/gateway-event.repository.js';
import { WebhookIntake } from './webhooks/webhook-intake.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

/** What the module of payments has of this folder. */
export const settlementControllers: Type[] = [WebhooksController, PaymentDeskController];
export const settlementProviders: Provider[] = [
  Effects, EventWork, GatewayEventRepository, GatewayWatch, Giving, LookRepository, Looks, PaymentDesk, PaymentRepository, PlanSettlement, Quarantine, QuarantineNews, QuarantineRepository, RecordEnds, SeenPayments, SettledPurchaseRepository,
  Settlement, SettlementSweep, SettlementWorker, SubscriptionRepository, WatchRepository, WebhookIntake,
];
