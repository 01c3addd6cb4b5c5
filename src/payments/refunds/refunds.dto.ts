import { z } from 'zod';
import { moneyView } from '../purchases/billing.dto.js';
import { gatewayName } from '../purchases/gateway-names.js';
import { askedReasons, type Refund, refundReasons, refundStates } from './refund.js';

const moment = z.iso.datetime();
const words = z.string().trim().min(1, 'Say why.').max(1000, 'Use at most 1,000 characters.').refine((said) => !said.includes('\0'), 'Remove the character that cannot be stored (NUL).');

/** `amount`: a plain decimal in the currency of the payment. */
export const refundBody = z.strictObject({ amount: z.string().trim().max(40), reason: z.enum(askedReasons, 'Choose a reason from the list.'), says: words });
export type RefundBody = z.infer<typeof refundBody>;

export const refusalBody = z.strictObject({ says: words });

/** `isOwn`: whoever looks asked for it. `because`: of one that failed, a code of the gateway. */
export const refundView = z.object({
  id: z.uuid(), paymentId: z.uuid().nullable(), title: z.string(), amount: moneyView, reason: z.enum(refundReasons), says: z.string().nullable(), state: z.enum(refundStates), because: z.string().nullable(),
  askedAt: moment, isOwn: z.boolean(), gatewayName: z.string(),
}).meta({ id: 'Refund' });
export type RefundView = z.infer<typeof refundView>;

/** `isAlone`: there is no second operator who could approve one. */
export const refundsView = z.object({ items: z.array(refundView), isAlone: z.boolean() }).meta({ id: 'WaitingRefunds' });
export type RefundsView = z.infer<typeof refundsView>;

/** The id of a purchase or a payment, what a gateway calls it, or the number of an invoice. */
export const foundQuery = z.strictObject({ reference: z.string().trim().min(1, 'Enter what you look for.').max(200) });

export const foundView = z.object({
  payments: z.array(z.object({
    id: z.uuid(), reference: z.string(), purchaseId: z.uuid(), gatewayName: z.string(), isPlayMoney: z.boolean(), title: z.string(), quantity: z.number(), price: moneyView,
    state: z.enum(['authorised', 'failed', 'captured']), capturedAt: moment.nullable(), refunded: moneyView, refundable: moneyView, dispute: z.enum(['open', 'won', 'lost']).nullable(), forOrganisation: z.boolean(),
    invoices: z.array(z.object({ number: z.string(), kind: z.enum(['invoice', 'credit_note']) })), refunds: z.array(refundView), history: z.array(z.object({ at: moment, says: z.string() })),
  })),
}).meta({ id: 'FoundPayments' });
export type FoundView = z.infer<typeof foundView>;

export function asRefund({ id, paymentId, title, amount, reason, says, state, because, askedAt, askedBy, gateway }: Refund, operatorId: string): RefundView {
  return {
    id, paymentId, title: title ?? 'Fits no order', amount: { amount: amount.amount, currency: amount.currency }, reason, says, state, because, askedAt: askedAt.toISOString(),
    isOwn: askedBy === operatorId, gatewayName: gatewayName(gateway),
  };
}
