import { z } from 'zod';
import { type GatewayEvent, type Mode, type Refs, WebhookRefused } from '../gateway.js';
import { saidMinor } from '../minor-units.js';
import { hmac, isSigned } from '../signatures.js';

/** How old a signature may be, or how far ahead: docs.stripe.com/webhooks, "replay attacks". */
const TOLERANCE_S = 300;

const id = z.union([z.string(), z.object({ id: z.string() }).transform((one) => one.id)]).nullish();
const notes = z.object({ purchase: z.string().optional() }).nullish();
const plan = z.object({ subscription: id, metadata: notes }).nullish();
const amount = z.number().nullish();
/** What is read of an object, whichever version of the API the endpoint at Stripe was made with; the rest may hold people. */
const thing = z.object({
  object: z.string(), id: z.string().optional(), client_reference_id: z.string().nullish(), metadata: notes, payment_intent: id, subscription: id,
  parent: z.object({ subscription_details: plan }).nullish(), subscription_details: plan,
  currency: z.string().nullish(), amount, amount_total: amount, amount_paid: amount, amount_due: amount,
});
const event = z.object({ id: z.string().min(1), type: z.string().min(1), livemode: z.boolean(), created: z.number().nullish(), data: z.object({ object: thing }) });
type Thing = z.infer<typeof thing>;

/** Reads a webhook of Stripe that was signed just now with one of the secrets, for this mode. */
export function readStripeWebhook(raw: Buffer, header: string, secrets: readonly string[], mode: Mode, now: Date): GatewayEvent {
  verify(raw, header, secrets, now);
  const said = event.safeParse(json(raw));
  if (!said.success) throw new WebhookRefused('unreadable');
  const { id: eventId, type, livemode, created, data } = said.data;
  if (livemode !== (mode === 'live')) throw new WebhookRefused('mode');
  return { eventId, type, mode, refs: refsOf(data.object), ...moneyOf(data.object, type), occurredAt: typeof created === 'number' ? new Date(created * 1000) : null };
}

function verify(raw: Buffer, header: string, secrets: readonly string[], now: Date): void {
  const parts = header.split(',').map((part) => part.trim().split('=', 2));
  const given = (name: string): string[] => parts.filter(([key]) => key === name).map(([, value]) => value ?? '');
  const [stamp] = given('t');
  if (stamp === undefined || !/^\d{1,12}$/.test(stamp)) throw new WebhookRefused('unsigned');
  if (!isSigned(given('v1'), secrets, (secret) => hmac('sha256', secret, `${stamp}.`, raw))) throw new WebhookRefused('unsigned');
  const age = now.getTime() / 1000 - Number(stamp);
  if (age > TOLERANCE_S) throw new WebhookRefused('stale');
  if (age < -TOLERANCE_S) throw new WebhookRefused('future');
}

function json(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return null;
  }
}

function refsOf(about: Thing): Refs {
  const details = about.parent?.subscription_details ?? about.subscription_details;
  switch (about.object) {
    case 'checkout.session': return named({ order: about.client_reference_id ?? about.metadata?.purchase, checkout: about.id, payment: about.payment_intent, subscription: about.subscription });
    case 'payment_intent': return named({ order: about.metadata?.purchase, payment: about.id });
    case 'charge':
    case 'refund':
    case 'dispute': return named({ payment: about.payment_intent });
    case 'invoice': return named({ order: details?.metadata?.purchase, subscription: details?.subscription ?? about.subscription });
    case 'subscription': return named({ order: about.metadata?.purchase, subscription: about.id });
    default: return {};
  }
}

function named(refs: { readonly [name in keyof Refs]: string | null | undefined }): Refs {
  return Object.fromEntries(Object.entries(refs).filter(([, value]) => typeof value === 'string' && value !== ''));
}

/** Only of events that say what was paid: those about refunds and disputes name a part of it. */
function moneyOf(about: Thing, type: string): Pick<GatewayEvent, 'amountMinor' | 'currency'> {
  const paid: Partial<Record<string, number | null>> = {
    'checkout.session': about.amount_total, payment_intent: about.amount, invoice: type === 'invoice.paid' || type === 'invoice.payment_succeeded' ? about.amount_paid : null,
  };
  return saidMinor('stripe', paid[about.object], about.currency);
}
