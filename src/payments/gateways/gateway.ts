import { type Money, type Period } from '../../kernel/index.js';

/** Whoever takes the money. `built_in` is for development, and takes none. */
export const gatewayIds = ['stripe', 'razorpay', 'paystack', 'paddle', 'built_in'] as const;
export type GatewayId = (typeof gatewayIds)[number];

/** Play money or real money; what comes from the other one is refused. */
export type Mode = 'test' | 'live';

/** What a gateway is told about a purchase, and nothing more. */
export interface Order {
  /** The id of the purchase: stands in the gateway's records, and is its idempotency key. */
  readonly id: string;
  readonly title: string;
  readonly quantity: number;
  /** For all of the quantity, and of a plan for one turn. */
  readonly amount: Money;
  /** Of a plan: how often it is paid. */
  readonly every: Period | null;
  /** Which product of the policy it is, for gateways that keep a plan of their own for each. */
  readonly product: string;
  /** Only for a gateway that takes no payment without one. */
  readonly email: () => Promise<string>;
  /** Where the browser comes back to, paid or not: what it says is believed by nobody. */
  readonly returnUrl: string;
  readonly closesAt: Date;
}

/** How a browser gets to the gateway's page. */
export type Go = { readonly kind: 'link'; readonly url: string } | { readonly kind: 'form'; readonly action: string; readonly fields: Readonly<Record<string, string>> };

/** A page of the gateway that waits for somebody to pay. `reference`: its id there (session, order, transaction, subscription). */
export interface Checkout {
  readonly reference: string;
  readonly go: Go;
}

/** Names by which a gateway knows what it talks about; `order` is the id of our purchase. At least one is there, or it is about nothing of ours. */
export interface Refs {
  readonly order?: string;
  readonly checkout?: string;
  readonly payment?: string;
  readonly subscription?: string;
}

/** A webhook that was signed by the gateway: that something happened, to be looked at. Nothing of a person is in it. */
export interface GatewayEvent {
  readonly eventId: string;
  readonly type: string;
  readonly mode: Mode;
  readonly refs: Refs;
  /** As the event says it, where it does: what does not fit the order is not believed, whatever is seen later. */
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly occurredAt: Date | null;
}

/** A refund that the gateway had taken on and could not make, maybe days later. `key`: ours, where we asked for it. */
export interface FailedRefund {
  readonly reference: string;
  readonly key: string | null;
  readonly amountMinor: bigint;
}

/** A payment as the gateway sees it. Amounts in minor units of ISO 4217, whatever units the gateway counts in. */
export interface SeenPayment {
  /** The gateway's id of the payment itself, which stays the same whatever becomes of it. */
  readonly reference: string;
  readonly order: string | null;
  readonly subscription: string | null;
  /** Of a plan: the turn that was paid. */
  readonly period: { readonly start: Date; readonly end: Date } | null;
  readonly state: 'authorised' | 'captured' | 'failed';
  readonly amountMinor: bigint;
  readonly currency: string;
  /** Without what failed. */
  readonly refundedMinor: bigint;
  readonly failedRefunds?: readonly FailedRefund[];
  readonly dispute: 'open' | 'won' | 'lost' | null;
}

export interface SeenSubscription {
  readonly reference: string;
  readonly order: string | null;
  readonly state: 'active' | 'past_due' | 'ended';
  readonly currentUntil: Date | null;
  /** Null of a gateway that does not tell: then what was asked of it counts. */
  readonly endsAtPeriodEnd: boolean | null;
}

/** What there is at a gateway about some `Refs`, as it is at this moment. */
export interface Seen {
  readonly mode: Mode;
  readonly payments: readonly SeenPayment[];
  readonly subscription: SeenSubscription | null;
  /** The page of the gateway ended without a payment. */
  readonly isOver: boolean;
}

export interface RefundAnswer {
  readonly reference: string;
  readonly state: 'pending' | 'done' | 'failed';
}

/**
 * One gateway. Every verb may throw `GatewayAway` (nothing is known about what became of it: the same may be tried again
 * with the same ids) and `GatewayRefuses` (it will never do this).
 */
export interface PaymentGateway {
  readonly id: GatewayId;
  readonly mode: Mode;
  /** Whether it sells in its own name: then invoices are its own matter. */
  readonly isMerchantOfRecord: boolean;
  /** Whether it can take this currency at all. */
  takes(currency: string): boolean;
  createCheckout(order: Order): Promise<Checkout>;
  /** `raw` is the body, byte by byte. WebhookRefused for what the gateway did not sign just now, or what is of the other mode. */
  parseWebhook(raw: Buffer, headers: Readonly<Record<string, string | readonly string[] | undefined>>, now: Date): GatewayEvent;
  fetch(refs: Refs): Promise<Seen>;
  /** `key` makes it one refund however often it is asked for. */
  refund(payment: { readonly reference: string; readonly amount: Money }, refund: { readonly key: string; readonly amount: Money }): Promise<RefundAnswer>;
  /** Ends a subscription with the turn that is paid, or with `now` at once. Doing it twice is the same as once. */
  cancel(subscription: string, when: 'period_end' | 'now'): Promise<void>;
  /** Whether the gateway signed what a browser brought back from the page of this checkout; where there is nothing to be signed, the verb is left out. */
  isGenuineReturn?(checkout: string, fields: Readonly<Record<string, string>>): boolean;
  /** A page of the gateway where a plan's card can be changed; null where there is none. */
  portal(subscription: string, returnUrl: string): Promise<string | null>;
}

/** The gateway did not answer, or not in a way that says what became of it. */
export class GatewayAway extends Error {
  constructor(readonly gateway: GatewayId, readonly because: string) {
    super(`${gateway} is away: ${because}`);
    this.name = 'GatewayAway';
  }
}

/** The gateway said no, and will say so again. `because` is a code of the gateway, nothing about a person. */
export class GatewayRefuses extends Error {
  constructor(readonly gateway: GatewayId, readonly because: string) {
    super(`${gateway} refuses: ${because}`);
    this.name = 'GatewayRefuses';
  }
}

/** A webhook that is not the gateway's, not of now, or not of this mode. */
export class WebhookRefused extends Error {
  constructor(readonly because: 'unsigned' | 'stale' | 'future' | 'mode' | 'unreadable') {
    super(`The webhook is ${because}`);
    this.name = 'WebhookRefused';
  }
}
