import { type SeenPayment } from '../gateways/gateway.js';

export type PaymentState = SeenPayment['state'];
export type Dispute = SeenPayment['dispute'];

/** What becomes of a payment: things that only ever go forward, so that views of it may come twice, late, and in any order. */
export interface PaymentFacts {
  readonly state: PaymentState;
  /** What went back and stayed away. */
  readonly refundedMinor: bigint;
  /** What went back before and came to us again, since the gateway could not give it to anybody. */
  readonly refundFailedMinor: bigint;
  readonly dispute: Dispute;
}

/** To which states each one goes; everything else that is said of it is an old view. */
const AFTER: Readonly<Record<PaymentState, readonly PaymentState[]>> = { authorised: ['failed', 'captured'], failed: ['captured'], captured: [] };

/** What was lost can be reversed later; what was won stays so. */
const DISPUTE_AFTER: Readonly<Record<'none' | 'open' | 'won' | 'lost', readonly Dispute[]>> = { none: ['open', 'won', 'lost'], open: ['won', 'lost'], lost: ['won'], won: [] };

/** What holds of a payment after one more view of it. Only of money that came can something go back or be disputed. */
export function afterSeeing(known: PaymentFacts, seen: PaymentFacts): PaymentFacts {
  const state = AFTER[known.state].includes(seen.state) ? seen.state : known.state;
  if (seen.state !== 'captured') return { ...known, state };
  // Less went back than was known: an old view, unless it names what failed. So both sums only rise: what was ever sent back, and what of it failed.
  const refundFailedMinor = larger(known.refundFailedMinor, seen.refundFailedMinor);
  const everMinor = larger(known.refundedMinor + known.refundFailedMinor, seen.refundedMinor + seen.refundFailedMinor);
  return {
    state,
    refundedMinor: everMinor - refundFailedMinor,
    refundFailedMinor,
    dispute: DISPUTE_AFTER[known.dispute ?? 'none'].includes(seen.dispute) ? seen.dispute : known.dispute,
  };
}

/** Before anything was seen of it. */
export const unseen = (state: PaymentState): PaymentFacts => ({ state, refundedMinor: 0n, refundFailedMinor: 0n, dispute: null });

const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);
