import { type GatewayEvent, type SeenPayment } from '../../gateways/gateway.js';
import { type HeldPurchase } from '../settled-purchase.repository.js';

export const misfits = ['amount', 'currency', 'order', 'mode', 'customer'] as const;
export type Misfit = (typeof misfits)[number];

/** What is said of a payment: by the gateway's own object, or by the event that woke us. */
type Said = Pick<GatewayEvent, 'mode' | 'amountMinor' | 'currency'> & { readonly order: string | null | undefined; readonly gateway: string };

/** The first thing in which it does not match what was ordered; null when all of it does. What is not said cannot differ. */
function differs(purchase: HeldPurchase, said: Said): Misfit | null {
  if (said.gateway !== purchase.gateway || (said.order ?? purchase.id) !== purchase.id) return 'order';
  if (said.mode !== purchase.mode) return 'mode';
  if ((said.currency ?? purchase.currency).toUpperCase() !== purchase.currency) return 'currency';
  if ((said.amountMinor ?? purchase.amountMinor) !== purchase.amountMinor) return 'amount';
  return null;
}

/** Why nothing is given for a payment; null when it is what was ordered. An event that says otherwise than the payment is not believed, either. */
export function misfitOf(purchase: HeldPurchase, gateway: string, mode: GatewayEvent['mode'], payment: SeenPayment, event: GatewayEvent | undefined): Misfit | null {
  const seen = differs(purchase, { gateway, mode, amountMinor: payment.amountMinor, currency: payment.currency, order: payment.order });
  const said = event && differs(purchase, { gateway, mode: event.mode, amountMinor: event.amountMinor, currency: event.currency, order: event.refs.order });
  return seen ?? said ?? (purchase.hasPayer ? null : 'customer');
}
