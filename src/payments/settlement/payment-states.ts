import { type SeenPayment } from '../gateways/gateway.js';

export type PaymentState = SeenPayment['state'];
export type Dispute = SeenPayment['dispute'];

/** What becomes of a payment: things that only ever go forward, so that views of it may come twice, late, and in any order. */
export interface PaymentFacts {
  readonly state: PaymentState;
  readonly refundedMinor: bigint;
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
  return {
    state,
    refundedMinor: seen.refundedMinor > known.refundedMinor ? seen.refundedMinor : known.refundedMinor,
    dispute: DISPUTE_AFTER[known.dispute ?? 'none'].includes(seen.dispute) ? seen.dispute : known.dispute,
  };
}

/** Before anything was seen of it. */
export const unseen = (state: PaymentState): PaymentFacts => ({ state, refundedMinor: 0n, dispute: null });
