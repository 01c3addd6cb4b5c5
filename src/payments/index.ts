export { Entitlements } from './entitlements/entitlements.js';
export { Billing } from './purchases/billing.js';
export { billingShapes } from './purchases/billing-shapes.js';
export { Purchases, type Item } from './purchases/purchases.js';
export { demoPayments } from './demo-payments.js';
export { purchasePaid, purchaseRefunded } from './payments.events.js';
export { GatewayWatch } from './settlement/watch/gateway-watch.js';
export { PaymentsModule } from './payments.module.js';
export { type Payer, type Unit } from './terms.js';
