import { type Money } from '../../kernel/index.js';

export const refundStates = ['waiting', 'approved', 'sent', 'done', 'failed', 'refused'] as const;
export type RefundState = (typeof refundStates)[number];

/** Why money goes back; each is a reason once for one payment. */
export const askedReasons = ['duplicate', 'unwanted', 'not_delivered', 'not_as_described', 'goodwill', 'fraud', 'does_not_fit', 'law'] as const;
/** `at_gateway`: made at the gateway's own desk, where nobody tells us why. */
export const refundReasons = [...askedReasons, 'at_gateway'] as const;
export type RefundReason = (typeof refundReasons)[number];

/** What a refund goes back from: a payment, or one that was set apart because it fits no order. */
export interface Refundable {
  readonly paymentId: string | null;
  readonly quarantineId: string | null;
  readonly purchaseId: string | null;
  readonly gateway: string;
  readonly reference: string;
  readonly paid: Money;
  /** As the gateway said it last. */
  readonly refundedMinor: bigint;
  readonly dispute: 'open' | 'won' | 'lost' | null;
}

/** Money that goes back, as far as it has come. */
export interface Refund {
  readonly id: string;
  readonly paymentId: string | null;
  readonly quarantineId: string | null;
  readonly purchaseId: string | null;
  /** Who pressed the button, where they are still here. */
  readonly buyerId: string | null;
  /** Of a candidate null. */
  readonly organisationId: string | null;
  /** What was bought; null for what fits no order. */
  readonly title: string | null;
  readonly gateway: string;
  readonly reference: string;
  readonly paid: Money;
  readonly amount: Money;
  readonly reason: RefundReason;
  readonly says: string | null;
  readonly state: RefundState;
  readonly because: string | null;
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly doneAt: Date | null;
}

/** What is known of the refunds of one payment, in minor units. */
export interface RefundSums {
  readonly done: bigint;
  /** Waiting for somebody, or on its way. */
  readonly pending: bigint;
}

/** Banks take disputed money back by themselves: with a refund besides it would go back twice. */
export const isDisputed = ({ dispute }: Pick<Refundable, 'dispute'>): boolean => dispute === 'open' || dispute === 'lost';

/** How much of it can still go back: what is on its way counts as gone, whether the gateway has said so or not. */
export function leftOf({ paid, refundedMinor }: { readonly paid: Pick<Money, 'minor'>; readonly refundedMinor: bigint }, { done, pending }: RefundSums): bigint {
  const gone = (done > refundedMinor ? done : refundedMinor) + pending;
  return gone >= paid.minor ? 0n : paid.minor - gone;
}
