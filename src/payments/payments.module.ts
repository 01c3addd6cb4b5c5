import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { Entitlements } from './entitlements/entitlements.js';
import { entitlementsControllers, entitlementsProviders } from './entitlements/entitlements.parts.js';
import { gatewaysControllers, gatewaysProviders } from './gateways/gateways.parts.js';
import { invoicesControllers, invoicesProviders } from './invoices/invoices.parts.js';
import { Billing } from './purchases/billing.js';
import { Purchases } from './purchases/purchases.js';
import { purchasesControllers, purchasesProviders } from './purchases/purchases.parts.js';
import { refundsControllers, refundsProviders } from './refunds/refunds.parts.js';
import { GatewayWatch } from './settlement/watch/gateway-watch.js';
import { settlementControllers, settlementProviders } from './settlement/settlement.parts.js';

@Module({
  imports: [AccountsModule, NotificationsModule],
  controllers: [...entitlementsControllers, ...gatewaysControllers, ...invoicesControllers, ...purchasesControllers, ...refundsControllers, ...settlementControllers],
  providers: [...entitlementsProviders, ...gatewaysProviders, ...invoicesProviders, ...purchasesProviders, ...refundsProviders, ...settlementProviders],
  exports: [Billing, Entitlements, GatewayWatch, Purchases],
})
export class PaymentsModule {}
