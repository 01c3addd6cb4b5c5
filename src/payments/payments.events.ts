import { z } from 'zod';
import { defineEvent } from '../platform/jobs/index.js';

/** The first payment of a purchase came, and what it bought was given. `thing`: what an `item` was for. */
export const purchasePaid = defineEvent('payments.purchase_paid', z.object({ purchaseId: z.uuid(), thing: z.uuid().nullable() }));

/** A payment was promised and is not there yet, as with a transfer; once for each purchase. */
export const purchasePromised = defineEvent('payments.purchase_promised', z.object({ purchaseId: z.uuid() }));

/** Some of a payment went back, or more of it than before. */
export const purchaseRefunded = defineEvent('payments.purchase_refunded', z.object({ purchaseId: z.uuid(), paymentId: z.uuid(), thing: z.uuid().nullable() }));

/** A turn of a plan was not paid; what it gives goes on for the policy's grace. */
export const planMissed = defineEvent('payments.plan_missed', z.object({ subscriptionId: z.uuid() }));

/** No further turn of a plan will be paid. */
export const planEnded = defineEvent('payments.plan_ended', z.object({ subscriptionId: z.uuid() }));
