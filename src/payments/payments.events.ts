import { z } from 'zod';
import { defineEvent } from '../platform/jobs/index.js';

/** The first payment of a purchase came, and what it bought was given. `thing`: what an `item` was for. */
export const purchasePaid = defineEvent('payments.purchase_paid', z.object({ purchaseId: z.uuid(), thing: z.uuid().nullable() }));

/** A payment was promised and is not there yet, as with a transfer; once for each purchase. */
export const purchasePromised = defineEvent('payments.purchase_promised', z.object({ purchaseId: z.uuid() }));

/** Some of a payment went back, or more of it than before. */
export const purchaseRefunded = defineEvent('payments.purchase_refunded', z.object({ purchaseId: z.uuid(), paymentId: z.uuid(), thing: z.uuid().nullable() }));

const failedRefunds = z.array(z.object({ reference: z.string(), key: z.string().nullable(), amountMinor: z.string() }));

/** Refunds that had been taken on turned out not to be made. `lessMinor`: how much less went back than was known; `refunds`: all that ever failed of the payment, as its gateway names them. */
export const refundsFailed = defineEvent('payments.refunds_failed', z.object({
  purchaseId: z.uuid(), paymentId: z.uuid(), lessMinor: z.string(), refunds: failedRefunds,
}));

/** Of a payment that was set apart, so much has gone back; `refunds`: what of it could not be given to anybody. Said each time it is seen. */
export const setApartRefunded = defineEvent('payments.set_apart_refunded', z.object({ quarantineId: z.uuid(), refundedMinor: z.string(), refunds: failedRefunds }));

/** A turn of a plan was not paid; what it gives goes on for the policy's grace. */
export const planMissed = defineEvent('payments.plan_missed', z.object({ subscriptionId: z.uuid() }));

/** No further turn of a plan will be paid. */
export const planEnded = defineEvent('payments.plan_ended', z.object({ subscriptionId: z.uuid() }));
