import { z } from 'zod';

/** A plain decimal and its currency: `{ amount: '10.50', currency: 'USD' }`. */
export const moneyView = z.object({ amount: z.string(), currency: z.string() }).meta({ id: 'Money' });

const every = z.enum(['month', 'year']).nullable();

/** What can be bought. `prices` has one for each currency in which it can be paid here; a voice and conversations stand in it only where somebody here can give them. */
export const productView = z.object({
  id: z.string(), kind: z.enum(['pack', 'plan']), for: z.enum(['candidate', 'organisation']), title: z.string(), says: z.string(), every, perSeat: z.boolean(),
  interviews: z.number().nullable(), invitedInterviews: z.number().nullable(), premiumVoice: z.boolean(), conversations: z.boolean(), prices: z.array(moneyView),
}).meta({ id: 'SoldProduct' });

export const pricingView = z.object({
  /** In order; the first is shown to whoever has not chosen. Empty: nothing is sold here. */
  currencies: z.array(z.object({ currency: z.string(), gateway: z.enum(['stripe', 'razorpay', 'paystack', 'paddle', 'built_in']), gatewayName: z.string(), isMerchantOfRecord: z.boolean(), isPlayMoney: z.boolean() })),
  products: z.array(productView),
  free: z.object({ interviewsPerMonth: z.number(), invitedInterviewsPerMonth: z.number(), seats: z.number(), premiumVoice: z.boolean() }),
  adultAge: z.number(),
}).meta({ id: 'Pricing' });
export type PricingView = z.infer<typeof pricingView>;

export const purchaseBody = z.strictObject({ product: z.string().max(40), quantity: z.number().int().min(1).max(10_000).default(1), currency: z.string().length(3), requestKey: z.uuid() });
export type PurchaseBody = z.infer<typeof purchaseBody>;

const go = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), url: z.url() }),
  z.object({ kind: z.literal('form'), action: z.url(), fields: z.record(z.string(), z.string()) }),
]);

/**
 * `go`: how the browser gets to the gateway; null when there is nothing left to pay, or nothing can be paid any more. `setApart`: money came that does not
 * fit what was asked for, so nothing was given for it; a person looks at it, or has.
 */
export const purchaseView = z.object({
  id: z.uuid(), state: z.enum(['created', 'open', 'authorised', 'paid', 'failed', 'expired']), title: z.string(), quantity: z.number(), price: moneyView, every,
  forOrganisation: z.boolean(), gatewayName: z.string(), isPlayMoney: z.boolean(), setApart: z.enum(['waiting', 'looked_at']).nullable(), go: go.nullable(), madeAt: z.iso.datetime(), closesAt: z.iso.datetime(),
}).meta({ id: 'Purchase' });
export type PurchaseView = z.infer<typeof purchaseView>;

/** What is left of one unit; `left` of all of it together. */
export const creditsView = z.object({
  left: z.number(), free: z.object({ left: z.number(), of: z.number(), until: z.iso.datetime() }),
  lots: z.array(z.object({ source: z.enum(['pack', 'plan', 'gift']), left: z.number(), of: z.number(), until: z.iso.datetime().nullable(), isFrozen: z.boolean() })),
}).meta({ id: 'Credits' });

export const planView = z.object({
  id: z.uuid(), title: z.string(), quantity: z.number(), price: moneyView, every, state: z.enum(['active', 'past_due', 'ended']), currentUntil: z.iso.datetime().nullable(),
  /** Until when it goes on although a payment is missing. */
  graceUntil: z.iso.datetime().nullable(), endsAtPeriodEnd: z.boolean(), gatewayName: z.string(), hasPortal: z.boolean(),
}).meta({ id: 'BoughtPlan' });

export const billingView = z.object({
  /** Of a candidate interviews, of an organisation invited interviews. */
  credits: creditsView, plans: z.array(planView), premiumVoice: z.boolean(), seats: z.object({ have: z.number(), free: z.number() }).nullable(),
}).meta({ id: 'Billing' });
export type BillingView = z.infer<typeof billingView>;

/** One list of what happened, the newest first. `invoice`: its number, and the id under which its paper is read. */
export const historyView = z.object({
  items: z.array(z.object({
    id: z.uuid(), kind: z.enum(['purchase', 'payment', 'refund']), at: z.iso.datetime(), title: z.string(), price: moneyView,
    state: z.enum(['created', 'open', 'authorised', 'paid', 'failed', 'expired', 'captured', 'refunded', 'not_arrived', 'disputed', 'set_apart']),
    gatewayName: z.string(), invoice: z.object({ id: z.uuid(), number: z.string(), kind: z.enum(['invoice', 'credit_note']) }).nullable(),
  })),
  next: z.string().nullable(),
}).meta({ id: 'PaymentHistory' });
export type HistoryView = z.infer<typeof historyView>;

/** What credits were used for; `thing` is the id of the interview or invitation. */
export const usesView = z.object({
  items: z.array(z.object({ id: z.uuid(), kind: z.enum(['used', 'returned']), thing: z.uuid(), at: z.iso.datetime(), source: z.enum(['free', 'pack', 'plan', 'gift']), because: z.string().nullable() })),
  next: z.string().nullable(),
}).meta({ id: 'CreditUses' });
export type UsesView = z.infer<typeof usesView>;

/** What somebody wants on invoices; everything may stay empty. `country`: ISO 3166-1 alpha-2. */
export const detailsView = z.object({ name: z.string(), address: z.string(), country: z.string().nullable(), region: z.string(), taxId: z.string() }).meta({ id: 'BillingDetails' });
export type DetailsView = z.infer<typeof detailsView>;

export const portalView = z.object({ url: z.url().nullable() }).meta({ id: 'PlanPortal' });

/** One page of a list, after the last line of the page before. */
export const afterQuery = z.object({ after: z.uuid('This place in the list does not exist. Begin at the top.').optional() });
export type AfterQuery = z.infer<typeof afterQuery>;
