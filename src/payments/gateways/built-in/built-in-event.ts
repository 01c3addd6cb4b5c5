import { z } from 'zod';
import { type GatewayEvent, WebhookRefused } from '../gateway.js';
import { hmac, isSigned } from '../signatures.js';

/** How old or how far ahead of us a signature may be, as Stripe has it. */
const TOLERANCE_SECONDS = 300;
const SIGNATURE = 'built-in-signature';

/** What happened at the built-in gateway: the body of its webhook, and all that the job which sends it knows. */
export const builtInEvent = z.strictObject({
  id: z.uuid(),
  type: z.enum(['checkout.cancelled', 'payment.authorised', 'payment.captured', 'payment.failed', 'payment.refunded', 'subscription.changed']),
  mode: z.enum(['test', 'live']),
  createdAt: z.iso.datetime(),
  order: z.uuid(),
  checkout: z.string(),
  payment: z.string().optional(),
  subscription: z.string().optional(),
  /** In minor units; absent where no payment came or went. */
  amount: z.string().regex(/^\d+$/).optional(),
  currency: z.string().optional(),
});
export type BuiltInEvent = z.infer<typeof builtInEvent>;

/** The header that a webhook carries: `t=…,v1=…`, the HMAC of the second it was sent and its bytes. */
export function signed(body: string, secret: string, at: Date): Record<string, string> {
  const second = Math.floor(at.getTime() / 1000).toString();
  return { [SIGNATURE]: `t=${second},v1=${hmac('sha256', secret, `${second}.`, body)}` };
}

/** A webhook that was signed within the last five minutes; WebhookRefused for everything else. */
export function readEvent(raw: Buffer, headers: Readonly<Record<string, string | readonly string[] | undefined>>, secret: string, now: Date): GatewayEvent {
  const [, second = '', signature = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(String(headers[SIGNATURE] ?? '')) ?? [];
  if (!isSigned([signature], [secret], (key) => hmac('sha256', key, `${second}.`, raw))) throw new WebhookRefused('unsigned');
  const age = now.getTime() / 1000 - Number(second);
  if (age > TOLERANCE_SECONDS) throw new WebhookRefused('stale');
  if (age < -TOLERANCE_SECONDS) throw new WebhookRefused('future');
  const event = parsed(raw);
  if (event.mode !== 'test') throw new WebhookRefused('mode');
  return {
    eventId: event.id, type: event.type, mode: 'test',
    refs: { order: event.order, checkout: event.checkout, ...(event.payment === undefined ? {} : { payment: event.payment }), ...(event.subscription === undefined ? {} : { subscription: event.subscription }) },
    amountMinor: event.amount === undefined ? null : BigInt(event.amount), currency: event.currency ?? null, occurredAt: new Date(event.createdAt),
  };
}

function parsed(raw: Buffer): BuiltInEvent {
  try {
    return builtInEvent.parse(JSON.parse(raw.toString('utf8')));
  } catch {
    throw new WebhookRefused('unreadable');
  }
}
