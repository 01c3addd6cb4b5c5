import { z } from 'zod';

/** What is read of Paystack's answers. Everything else, such as the customer's name and card, is dropped while reading. */
const text = z.string();
const id = z.union([z.number(), text]).transform(String);
const said = text.nullish().catch(null);
const moment = said.transform((iso) => {
  const at = new Date(iso ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
});
const domain = z.enum(['test', 'live']);

/** Set by us on a transaction and as the description of a plan: the id of the purchase. */
const order = z.uuid().nullable().catch(null);
/** Paystack gives metadata back as it was sent, as text, as an object, as `""` or as `0`. */
const metadata = z.unknown().optional().transform((given) => order.parse(read(given)?.order));
/** A code, `{}`, null, or the plan itself. */
const plan = z.unknown().optional().transform((given) => {
  const { plan_code: code, description } = typeof given === 'string' ? { plan_code: given, description: null } : (read(given) ?? {});
  return typeof code === 'string' && code !== '' ? { code, order: order.parse(description) } : null;
});
const customer = z.object({ id: id.optional() }).nullish().transform((one) => one?.id ?? null);

export const transactionShape = z.object({
  id, domain, status: text, reference: text, amount: z.union([z.number().int(), z.string().regex(/^\d+$/)]), currency: text,
  paid_at: moment, created_at: moment, metadata, plan, plan_object: plan, customer,
});
export type Transaction = z.output<typeof transactionShape>;

export const subscriptionShape = z.object({ domain, status: text, subscription_code: text, email_token: text, next_payment_date: moment, createdAt: moment, plan, customer });
export type Subscription = z.output<typeof subscriptionShape>;

export const refundShape = z.object({ id, status: text, amount: z.union([z.number().int(), z.string().regex(/^\d+$/)]), merchant_note: text.nullish() });
export type Refund = z.output<typeof refundShape>;

export const disputeShape = z.object({ status: text, resolution: text.nullish() });
/** One, several or none. */
export const disputesShape = z.union([z.array(disputeShape), disputeShape.transform((one) => [one]), z.null().transform(() => [])]);

export const initializedShape = z.object({ authorization_url: z.url({ protocol: /^https?$/ }), reference: text });
export const madePlanShape = z.object({ plan_code: text });
export const linkShape = z.object({ link: z.url({ protocol: /^https?$/ }) });

/** Whatever else Paystack sends, such as transfers, is an event about nothing of ours. */
export const webhookShape = z.object({
  event: text,
  data: z.object({
    domain: domain.nullish(), id: id.nullish().catch(null), status: said, reference: said, amount: z.union([z.number(), text]).nullish().catch(null), currency: said,
    subscription_code: said, invoice_code: said, transaction_reference: said, refund_reference: said, resolution: said, next_payment_date: said, updated_at: said, paid_at: said,
    created_at: said, createdAt: said, metadata, plan,
    subscription: z.object({ subscription_code: said }).nullish().catch(null),
    transaction: z.object({ reference: said, metadata }).nullish().catch(null),
  }),
});
export type Webhook = z.output<typeof webhookShape>;

function read(given: unknown): Record<string, unknown> | null {
  if (typeof given === 'object') return given as Record<string, unknown> | null;
  try {
    const parsed: unknown = typeof given === 'string' ? JSON.parse(given) : null;
    return typeof parsed === 'object' ? (parsed as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}
