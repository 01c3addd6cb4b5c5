import { z } from 'zod';
import { type GatewayEvent, type Mode, type Refs, WebhookRefused } from '../gateway.js';
import { minorOf, takes } from '../minor-units.js';
import { hmac, isSigned } from '../signatures.js';
import { type Webhook, webhookShape } from './paystack-shapes.js';

/** Signed with the secret key itself; the scheme has no time, so a replay is told by its id alone. */
export function parsePaystackWebhook(raw: Buffer, signature: unknown, secrets: readonly string[], mode: Mode): GatewayEvent {
  if (typeof signature !== 'string' || !isSigned([signature], secrets, (secret) => hmac('sha512', secret, raw))) throw new WebhookRefused('unsigned');
  const webhook = read(raw);
  const { event, data } = webhook;
  if (data.domain && data.domain !== mode) throw new WebhookRefused('mode');
  return { eventId: idOf(webhook), type: event, mode, refs: refsOf(webhook), ...paidOf(webhook), occurredAt: dateOf(data.paid_at ?? data.updated_at ?? data.created_at ?? data.createdAt) };
}

function read(raw: Buffer): Webhook {
  try {
    return webhookShape.parse(JSON.parse(raw.toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw new WebhookRefused('unreadable');
    throw error;
  }
}

/** Paystack numbers no events: what happened, to what, and how it stands then is the same whenever one is sent again, and differs between two. */
function idOf({ event, data }: Webhook): string {
  const about = data.id ?? data.subscription_code ?? data.invoice_code ?? data.transaction_reference ?? data.reference;
  const stands = [data.refund_reference, data.status, data.resolution, data.amount, data.paid_at ?? data.next_payment_date ?? data.updated_at];
  return [event, about, ...stands].map((part) => part ?? '').join(':');
}

function refsOf({ event, data }: Webhook): Refs {
  const payment = event === 'charge.success' || event === 'charge.failed' ? data.reference : (data.transaction_reference ?? data.transaction?.reference);
  const subscription = data.subscription_code ?? data.subscription?.subscription_code;
  const order = data.metadata ?? data.transaction?.metadata ?? data.plan?.order;
  return {
    ...(order ? { order } : {}),
    ...(payment ? { payment } : {}),
    // Paid at our page, the reference of the payment is that of the page.
    ...(payment && data.metadata ? { checkout: payment } : {}),
    ...(subscription ? { subscription } : {}),
  };
}

/** Only a charge says what was paid; other amounts are of refunds, disputes and bills. */
function paidOf({ event, data }: Webhook): { amountMinor: bigint | null; currency: string | null } {
  if (event !== 'charge.success' || !data.currency) return { amountMinor: null, currency: null };
  const isWhole = /^\d{1,15}$/.test(String(data.amount));
  return { amountMinor: isWhole && takes('paystack', data.currency) ? minorOf('paystack', String(data.amount), data.currency) : null, currency: data.currency };
}

function dateOf(said: string | null | undefined): Date | null {
  const at = new Date(said ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}
