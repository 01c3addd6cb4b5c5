import { z } from 'zod';
import { type GatewayEvent, type Mode, type Refs, WebhookRefused } from '../gateway.js';
import { minorOf, takes } from '../minor-units.js';
import { hmac, isSigned } from '../signatures.js';
import { soldFor } from './paddle-view.js';

/** What is read of an event; names, addresses and cards in it are dropped while reading. */
const text = z.string();
const units = text.regex(/^\d{1,15}$/);
const order = z.object({ order: z.uuid() }).nullish().catch(null).transform((data) => data?.order ?? null);
const eventShape = z.object({
  event_id: text.max(100),
  event_type: text,
  occurred_at: z.iso.datetime({ offset: true }).transform((iso) => new Date(iso)),
  data: z.object({
    id: text, origin: text.nullish(), transaction_id: text.nullish(), subscription_id: text.nullish(), currency_code: text.nullish(), custom_data: order,
    details: z.object({ totals: z.object({ total: units, tax: units, discount: units }).nullish() }).nullish().catch(null),
    items: z.array(z.object({ quantity: z.number().int(), price: z.object({ unit_price: z.object({ amount: units }) }) })).catch([]),
  }),
});
type Event = z.output<typeof eventShape>;

/** How old a signature may be, and how far ahead its clock: as with the others. */
const TOLERANCE_MS = 300_000;

/**
 * `ts=…;h1=…` over `ts:body`, with an h1 for each secret while one takes the place of another. Nothing in an event says
 * whether it is play money: a destination is of one environment, and so is its secret.
 */
export function parsePaddleWebhook(raw: Buffer, header: unknown, secrets: readonly string[], mode: Mode, now: Date): GatewayEvent {
  const parts = typeof header === 'string' ? header.split(';').map((part) => part.trim().split('=')) : [];
  const all = (name: string): string[] => parts.flatMap(([key, value]) => (key === name && value !== undefined ? [value] : []));
  const [ts = ''] = all('ts');
  if (!/^\d{1,12}$/.test(ts) || !isSigned(all('h1'), secrets, (secret) => hmac('sha256', secret, `${ts}:`, raw))) throw new WebhookRefused('unsigned');
  const age = now.getTime() - Number(ts) * 1000;
  if (age > TOLERANCE_MS) throw new WebhookRefused('stale');
  if (age < -TOLERANCE_MS) throw new WebhookRefused('future');
  const event = read(raw);
  return { eventId: event.event_id, type: event.event_type, mode, refs: refsOf(event), ...paidOf(event), occurredAt: event.occurred_at };
}

function read(raw: Buffer): Event {
  try {
    return eventShape.parse(JSON.parse(raw.toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw new WebhookRefused('unreadable');
    throw error;
  }
}

/** A transaction is page and payment at once; one that a subscription made has no page of ours. */
function refsOf({ event_type: type, data }: Event): Refs {
  const [of] = type.split('.');
  const transaction = of === 'transaction' ? data.id : data.transaction_id;
  const subscription = of === 'subscription' ? data.id : data.subscription_id;
  return {
    ...(data.custom_data ? { order: data.custom_data } : {}),
    ...(of === 'transaction' && data.origin === 'api' ? { checkout: data.id } : {}),
    ...(transaction && !isOfCard(data) ? { payment: transaction } : {}),
    ...(subscription ? { subscription } : {}),
  };
}

/** Only a transaction that was paid says what for. */
function paidOf({ event_type: type, data }: Event): { amountMinor: bigint | null; currency: string | null } {
  const totals = data.details?.totals;
  if (!['transaction.paid', 'transaction.completed'].includes(type) || isOfCard(data) || !totals || !data.currency_code) return { amountMinor: null, currency: null };
  if (!takes('paddle', data.currency_code)) return { amountMinor: null, currency: data.currency_code };
  const minor = (said: string): bigint => minorOf('paddle', said, data.currency_code ?? '');
  const listed = data.items.reduce((sum, { price, quantity }) => sum + minor(price.unit_price.amount) * BigInt(quantity), 0n);
  return { amountMinor: soldFor({ total: minor(totals.total), tax: minor(totals.tax), discount: minor(totals.discount), listed }), currency: data.currency_code };
}

/** A transaction of nothing, made while somebody puts another card in place of the one of a plan. */
const isOfCard = ({ origin }: Event['data']): boolean => origin === 'subscription_payment_method_change';
