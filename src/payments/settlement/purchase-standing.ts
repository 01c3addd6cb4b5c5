import { type PaymentState } from './payment-states.js';

export type PurchaseState = 'created' | 'open' | 'authorised' | 'paid' | 'failed' | 'expired';

export interface Standing {
  readonly state: PurchaseState;
  /** When the gateway is asked again; null when nothing can become of it any more. */
  readonly lookAt: Date | null;
}

const MINUTE_MS = 60_000;
const PAUSE_MS = 10 * MINUTE_MS;
/** How long after its time a page is still asked about: who pressed the button in the last minute has paid a little later. */
const LATE_MS = 60 * MINUTE_MS;
/** Transfers take days; what has not come by then is asked about once a day. */
const SOON_MS = 3 * 24 * 60 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Where a purchase stands, by what is known of its payments and of the page at the gateway, whose end was seen or is past.
 * `lacksPlan`: it is paid, and the plan that was bought has not been seen; some gateways make it a moment later.
 */
export function standingOf(purchase: { readonly state: PurchaseState; readonly closesAt: Date }, payments: readonly { readonly state: PaymentState; readonly isGranted: boolean }[], isOver: boolean, now: Date, lacksPlan = false): Standing {
  const closed = isOver || purchase.closesAt <= now;
  const has = (state: PaymentState): boolean => payments.some((payment) => payment.state === state);
  const later = after(now, now.getTime() < purchase.closesAt.getTime() + SOON_MS ? PAUSE_MS : DAY_MS);
  if (purchase.state === 'paid' || payments.some(({ isGranted }) => isGranted)) return { state: 'paid', lookAt: lacksPlan ? later : null };
  if (has('authorised')) return { state: 'authorised', lookAt: later };
  const lookAt = isOver || now.getTime() >= purchase.closesAt.getTime() + LATE_MS ? null : after(now, PAUSE_MS);
  if (has('failed')) return { state: 'failed', lookAt };
  if (purchase.state === 'expired' || closed) return { state: 'expired', lookAt };
  return { state: purchase.state === 'created' ? 'created' : 'open', lookAt };
}

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
