import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type GatewayEvent, type Mode, type Refs, WebhookRefused } from '../gateway.js';
import { saidMinor } from '../minor-units.js';
import { hmac, isSigned } from '../signatures.js';
import { noteOf, notes } from './razorpay-shapes.js';

const about = <T extends z.ZodRawShape>(shape: T) => z.object({ entity: z.object(shape) }).nullish();
const event = z.object({
  event: z.string().min(1), created_at: z.number().nullish(),
  payload: z.object({
    payment: about({ id: z.string(), amount: z.number().nullish(), currency: z.string().nullish(), order_id: z.string().nullish(), invoice_id: z.string().nullish(), notes }),
    order: about({ id: z.string(), receipt: z.string().nullish(), notes }),
    subscription: about({ id: z.string(), notes }),
    invoice: about({ subscription_id: z.string().nullish(), payment_id: z.string().nullish() }),
    refund: about({ payment_id: z.string().nullish() }),
    dispute: about({ payment_id: z.string().nullish() }),
  }),
});
type Payload = z.infer<typeof event>['payload'];

/** The events that name the whole payment: those about refunds and disputes bring it along, too. */
const PAID = /^(payment\.(authorized|captured|failed)|order\.paid|subscription\.charged)$/;

/** Reads a webhook of Razorpay. It says neither when it was signed nor whether its money is real: the secret stands for the mode, and an old one only makes us look. */
export function readRazorpayWebhook(raw: Buffer, header: (name: string) => string, secrets: readonly string[], mode: Mode): GatewayEvent {
  if (!isSigned([header('x-razorpay-signature')], secrets, (secret) => hmac('sha256', secret, raw))) throw new WebhookRefused('unsigned');
  const said = event.safeParse(json(raw));
  if (!said.success) throw new WebhookRefused('unreadable');
  const { event: type, payload, created_at: at } = said.data;
  const payment = PAID.test(type) ? payload.payment?.entity : undefined;
  return {
    eventId: header('x-razorpay-event-id') || createHash('sha256').update(raw).digest('hex'), type, mode, refs: refsOf(payload),
    ...saidMinor('razorpay', payment?.amount, payment?.currency), occurredAt: typeof at === 'number' ? new Date(at * 1000) : null,
  };
}

/** What Razorpay's page gives the browser to bring back; of a subscription, the two ids stand the other way round. */
export function isSignedReturn(checkout: string, { razorpay_payment_id: payment = '', razorpay_signature: signature = '' }: Readonly<Record<string, string>>, keySecret: string): boolean {
  const text = checkout.startsWith('sub_') ? `${payment}|${checkout}` : `${checkout}|${payment}`;
  return payment !== '' && isSigned([signature], [keySecret], (secret) => hmac('sha256', secret, text));
}

function refsOf({ payment, order, subscription, invoice, refund, dispute }: Payload): Refs {
  const plan = subscription?.entity.id ?? invoice?.entity.subscription_id;
  const purchase = [order?.entity.receipt, ...[subscription, order, payment].map((one) => noteOf(one?.entity.notes ?? {}, 'purchase'))].find((id) => typeof id === 'string');
  // Each turn of a plan has an order of its own, which nobody here made.
  const isTurn = typeof plan === 'string' || typeof payment?.entity.invoice_id === 'string';
  const checkout = isTurn ? plan : (order?.entity.id ?? payment?.entity.order_id);
  const about = payment?.entity.id ?? refund?.entity.payment_id ?? dispute?.entity.payment_id ?? invoice?.entity.payment_id;
  return Object.fromEntries(Object.entries({ order: purchase, checkout, payment: about, subscription: plan }).filter(([, value]) => typeof value === 'string' && value !== ''));
}

function json(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return null;
  }
}
