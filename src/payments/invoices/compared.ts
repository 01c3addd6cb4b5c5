import { Money } from '../../kernel/index.js';
import { type SeenPayment } from '../gateways/gateway.js';
import { type Difference } from './payment-day.js';

/** A payment as we wrote it down. */
export interface OurPayment {
  readonly state: SeenPayment['state'];
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly refundedMinor: bigint;
  readonly dispute: SeenPayment['dispute'];
}

/** Where a gateway tells a payment otherwise than we do; what neither of us has money for is no difference. */
export function differencesOf(reference: string, ours: OurPayment | null, theirs: OurPayment | null): Difference[] {
  if (!ours || !theirs) {
    if (ours?.state === 'captured') return [{ reference, what: 'absent_there', ours: says(ours), theirs: null }];
    return theirs?.state === 'captured' ? [{ reference, what: 'absent_here', ours: null, theirs: says(theirs) }] : [];
  }
  const told = [
    ['state', ours.state, theirs.state],
    ['amount', money(ours.amountMinor, ours.currency), money(theirs.amountMinor, theirs.currency)],
    ['refunded', money(ours.refundedMinor, ours.currency), money(theirs.refundedMinor, theirs.currency)],
    ['dispute', ours.dispute ?? 'none', theirs.dispute ?? 'none'],
  ] as const;
  return told.filter(([, one, other]) => one !== other).map(([what, one, other]) => ({ reference, what, ours: one, theirs: other }));
}

/** What of a payment there is to keep. */
export function keptMinor(payment: OurPayment | null): bigint {
  return payment?.state === 'captured' ? payment.amountMinor - payment.refundedMinor : 0n;
}

function says({ state, amountMinor, currency, refundedMinor }: OurPayment): string {
  return `${state} ${money(amountMinor, currency)}${refundedMinor > 0n ? `, refunded ${money(refundedMinor, currency)}` : ''}`;
}

function money(minor: bigint, currency: string): string {
  return Money.of(minor, currency).toString();
}
