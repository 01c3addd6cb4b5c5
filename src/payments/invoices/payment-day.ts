/** How a gateway tells a payment otherwise than we do. */
export interface Difference {
  /** The payment's id at the gateway. */
  readonly reference: string;
  readonly what: 'absent_here' | 'absent_there' | 'state' | 'amount' | 'refunded' | 'dispute';
  readonly ours: string | null;
  readonly theirs: string | null;
}

export interface Counted {
  readonly count: number;
  readonly minor: bigint;
}

/** What happened on a day (UTC) through one gateway in one currency, and what the gateway says of it. */
export interface PaymentDay {
  readonly day: string;
  readonly gateway: string;
  readonly gatewayName: string;
  readonly currency: string;
  readonly captured: Counted;
  readonly refunded: Counted;
  readonly disputed: number;
  readonly invoices: number;
  readonly creditNotes: number;
  readonly quarantined: number;
  readonly check: { readonly at: Date; readonly compared: number; readonly oursMinor: bigint; readonly theirsMinor: bigint; readonly unanswered: number } | null;
  readonly differences: readonly Difference[];
}
