import { Period } from '../../../src/kernel/index.js';
import { seconds } from './double-server.js';

/** What Stripe keeps, in its own shapes, as far as anybody here reads them. */

export interface Session {
  readonly id: string;
  readonly object: 'checkout.session';
  readonly mode: 'payment' | 'subscription';
  status: 'open' | 'complete' | 'expired';
  payment_status: 'paid' | 'unpaid';
  amount_total: number;
  readonly currency: string;
  readonly client_reference_id: string | null;
  readonly metadata: Notes;
  readonly expires_at: number;
  readonly livemode: boolean;
  readonly url: string;
  payment_intent: string | null;
  subscription: string | null;
  /** A webhook of Stripe tells who paid; nobody here may keep it. */
  customer_details: { email: string; name: string } | null;
  /** Of the subscription that will be. */
  readonly plan: { metadata: Notes; interval: 'month' | 'year'; count: number } | null;
  readonly intentMetadata: Notes;
}

export interface Intent {
  readonly id: string;
  readonly object: 'payment_intent';
  amount: number;
  amount_received: number;
  readonly currency: string;
  status: 'requires_payment_method' | 'processing' | 'requires_capture' | 'succeeded' | 'canceled';
  readonly metadata: Notes;
  readonly livemode: boolean;
  latest_charge: string | null;
  last_payment_error: { code: string; type: string } | null;
}

export interface Charge {
  readonly id: string;
  readonly object: 'charge';
  readonly amount: number;
  amount_refunded: number;
  readonly currency: string;
  readonly customer: string | null;
  readonly payment_intent: string;
  status: 'succeeded' | 'pending' | 'failed';
  disputed: boolean;
  readonly livemode: boolean;
  readonly payment_method_details: { type: 'card'; card: { brand: string; last4: string } };
}

export interface Refund {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly currency: string;
  readonly payment_intent: string;
  status: 'succeeded' | 'failed';
  readonly metadata: Notes;
}

export interface Dispute {
  readonly id: string;
  readonly object: 'dispute';
  readonly amount: number;
  readonly currency: string;
  readonly payment_intent: string;
  status: 'needs_response' | 'won' | 'lost';
}

export interface Subscription {
  readonly id: string;
  readonly object: 'subscription';
  readonly customer: string;
  status: 'active' | 'past_due' | 'canceled';
  readonly metadata: Notes;
  readonly livemode: boolean;
  readonly currency: string;
  cancel_at_period_end: boolean;
  cancel_at: number | null;
  ended_at: number | null;
  readonly items: { object: 'list'; data: { current_period_start: number; current_period_end: number }[] };
  readonly amount: number;
  readonly plan: NonNullable<Session['plan']>;
}

export interface Invoice {
  readonly id: string;
  readonly object: 'invoice';
  readonly customer: string;
  status: 'open' | 'paid';
  readonly amount_due: number;
  amount_paid: number;
  readonly currency: string;
  readonly livemode: boolean;
  readonly parent: { type: 'subscription_details'; subscription_details: { subscription: string; metadata: Notes } };
  readonly lines: { object: 'list'; data: { period: { start: number; end: number } }[] };
  readonly payment: string;
}

export type Notes = Readonly<Record<string, string>>;

/** The end of a turn that begins at a moment. */
export function turnAfter(start: number, plan: NonNullable<Session['plan']>): number {
  return seconds(Period.parse(`P${plan.count}${plan.interval === 'year' ? 'Y' : 'M'}`).after(new Date(start * 1000)));
}

/** All of it, by id. */
export class StripeBooks {
  readonly sessions = new Map<string, Session>();
  readonly intents = new Map<string, Intent>();
  readonly charges = new Map<string, Charge>();
  readonly refunds = new Map<string, Refund>();
  readonly disputes = new Map<string, Dispute>();
  readonly subscriptions = new Map<string, Subscription>();
  readonly invoices = new Map<string, Invoice>();

  /** Of what must be there, or the test is wrong. */
  get<T>(book: ReadonlyMap<string, T>, id: string | null): T {
    const found = book.get(id ?? '');
    if (!found) throw new Error(`Stripe's double knows no ${id}`);
    return found;
  }

  chargeOf(payment: string): Charge {
    return this.get(this.charges, this.get(this.intents, payment).latest_charge);
  }

  sessionOf(payment: string): Session | null {
    return [...this.sessions.values()].find((one) => one.payment_intent === payment) ?? null;
  }

  invoiceOf(payment: string): Invoice | null {
    return [...this.invoices.values()].find((one) => one.payment === payment) ?? null;
  }

  /** Newest first, as lists are. */
  list<T>(book: ReadonlyMap<string, T>, wanted: (one: T) => boolean): T[] {
    return [...book.values()].filter(wanted).reverse();
  }
}
