import { seconds } from './double-server.js';

/** What Razorpay keeps, in its own shapes, as far as anybody here reads them. */

export type Notes = Readonly<Record<string, string>>;

export interface Order {
  readonly id: string;
  readonly entity: 'order';
  readonly amount: number;
  amount_paid: number;
  readonly currency: string;
  readonly receipt: string | null;
  status: 'created' | 'attempted' | 'paid';
  readonly notes: Notes | [];
}

export interface Payment {
  readonly id: string;
  readonly entity: 'payment';
  readonly amount: number;
  readonly currency: string;
  status: 'authorized' | 'captured' | 'refunded' | 'failed';
  captured: boolean;
  amount_refunded: number;
  refund_status: 'partial' | 'full' | null;
  readonly order_id: string;
  readonly invoice_id: string | null;
  /** Razorpay's webhooks tell who paid; nobody here may keep it. */
  readonly email: string;
  readonly contact: string;
  readonly card: { name: string; last4: string; network: string };
  readonly notes: Notes | [];
}

export interface Refund {
  readonly id: string;
  readonly entity: 'refund';
  readonly amount: number;
  readonly currency: string;
  readonly payment_id: string;
  status: 'processed' | 'failed';
  readonly receipt: string | null;
  readonly notes: Notes | [];
}

export interface Dispute {
  readonly id: string;
  readonly entity: 'dispute';
  readonly payment_id: string;
  readonly amount: number;
  readonly currency: string;
  readonly phase: 'chargeback';
  status: 'open' | 'won' | 'lost';
}

export interface Plan {
  readonly id: string;
  readonly entity: 'plan';
  readonly period: 'monthly' | 'yearly';
  readonly interval: number;
  readonly item: { name: string; amount: number; currency: string };
  readonly notes: Notes | [];
}

export interface Subscription {
  readonly id: string;
  readonly entity: 'subscription';
  readonly plan_id: string;
  status: 'created' | 'active' | 'pending' | 'cancelled' | 'expired';
  readonly quantity: number;
  readonly total_count: number;
  paid_count: number;
  current_start: number | null;
  current_end: number | null;
  ended_at: number | null;
  readonly short_url: string;
  readonly notes: Notes | [];
}

export interface Invoice {
  readonly id: string;
  readonly entity: 'invoice';
  readonly subscription_id: string;
  status: 'issued' | 'paid';
  payment_id: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly billing_start: number;
  readonly billing_end: number;
  readonly order_id: string;
}

/** All of it, by id. */
export class RazorpayBooks {
  readonly orders = new Map<string, Order>();
  readonly payments = new Map<string, Payment>();
  readonly refunds = new Map<string, Refund>();
  readonly disputes = new Map<string, Dispute>();
  readonly plans = new Map<string, Plan>();
  readonly subscriptions = new Map<string, Subscription>();
  readonly invoices = new Map<string, Invoice>();

  /** Of what must be there, or the test is wrong. */
  get<T>(book: ReadonlyMap<string, T>, id: string | null): T {
    const found = book.get(id ?? '');
    if (!found) throw new Error(`Razorpay's double knows no ${id}`);
    return found;
  }

  /** Newest first, as lists are. */
  list<T>(book: ReadonlyMap<string, T>, wanted: (one: T) => boolean = () => true): T[] {
    return [...book.values()].filter(wanted).reverse();
  }
}

/** The end of a turn that begins at a moment. */
export function turnAfter(start: number, { period, interval }: Plan): number {
  const end = new Date(start * 1000);
  end.setUTCMonth(end.getUTCMonth() + interval * (period === 'yearly' ? 12 : 1));
  return seconds(end);
}
