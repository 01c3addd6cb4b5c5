import { z } from 'zod';
import { Money, Period } from '../../kernel/index.js';

/** Whoever may take money for this place. */
export const gateways = ['stripe', 'razorpay', 'paystack', 'paddle'] as const;

const count = z.number().int().positive();
const text = z.string().min(1);
const currency = z.string().refine((code) => isKnown(code), 'is no currency that is known here');
/** By currency, as a plain decimal: `"9.00"`. */
const amounts = z.record(currency, text).superRefine((all, ctx) => {
  for (const [code, amount] of Object.entries(all)) if (isKnown(code) && !isAmount(amount, code)) ctx.addIssue({ code: 'custom', path: [code], message: `must be an amount such as "9.00"` });
}).transform((all) => Object.fromEntries(Object.entries(all).map(([code, amount]) => [code, Money.parse(amount, code)])));

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const sold = { id, title: text.max(80), says: text.max(300), for: z.enum(['candidate', 'organisation']), prices: amounts.refine((all) => Object.keys(all).length > 0, 'has no price') };
const turn = z.enum(['P1M', 'P1Y']).transform((iso) => Period.parse(iso));

/** What a payment gives: credits, and for plans also what one may do, and how many people of an organisation. */
const product = z.discriminatedUnion('kind', [
  z.strictObject({ ...sold, kind: z.literal('pack'), interviews: count.optional(), invitedInterviews: count.optional(), usableFor: z.string().transform((iso) => Period.parse(iso)).optional() }),
  z.strictObject({ ...sold, kind: z.literal('plan'), every: turn, interviews: count.optional(), invitedInterviews: count.optional(), premiumVoice: z.boolean().default(false), perSeat: z.boolean().default(false) }),
]).refine((one) => one.for === 'candidate' ? one.invitedInterviews === undefined && !(one.kind === 'plan' && one.perSeat) : one.interviews === undefined, 'sells what is not meant for those it is sold to')
  .refine((one) => one.kind === 'plan' || one.interviews !== undefined || one.invitedInterviews !== undefined, 'gives nothing');

/** A tax that is within the prices, for buyers of one country; `code` is that of the service (HSN or SAC in India). */
const tax = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  name: text,
  /** Percent with up to two decimals: `"18"`, `"7.75"`. */
  percent: z.string().regex(/^\d{1,2}(\.\d{1,2})?$/),
  code: z.string().optional(),
  /** In the seller's own region it stands on the invoice as these halves: CGST and SGST instead of IGST. */
  halves: z.tuple([text, text]).optional(),
  /** A buyer of another country with a tax number owes it there instead (VAT directive 2006/112/EC, articles 44 and 196). */
  reverseCharge: z.boolean().default(false),
});

/** What is sold, through whom, and what anybody has without paying. */
export const soldSchema = z.strictObject({
  /** Which gateway takes which currency; `others`: every currency that is not named. Without an entry for a currency, nothing is sold in it. */
  gateways: z.record(z.union([currency, z.literal('others')]), z.enum(gateways)),
  /** In order of who is asked: the first that has a price is shown. */
  currencies: z.array(currency).min(1),
  free: z.strictObject({
    /** Practice interviews of a candidate, and interviews an organisation invites to, in a calendar month (UTC). */
    interviewsPerMonth: z.number().int().min(0),
    invitedInterviewsPerMonth: z.number().int().min(0),
    seats: count,
    premiumVoice: z.boolean(),
  }),
  /** How long somebody can stay at a gateway's page before the purchase is over, and how long a plan goes on whose payment is missing. */
  checkoutOpenFor: z.string().transform((iso) => Period.parse(iso)),
  graceWhenPastDue: z.string().transform((iso) => Period.parse(iso)),
  /** A gateway that was sold through and says nothing for so long is told to the operator. */
  silentFor: z.string().transform((iso) => Period.parse(iso)),
  /** A larger refund needs a second operator; in a currency that is not named, every refund does. */
  secondPersonAbove: amounts,
  invoices: z.strictObject({
    series: z.string().regex(/^[A-Z0-9]{1,6}$/),
    /** Its name and address are those of the operator. */
    seller: z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/), region: z.string().optional(), taxId: z.string().optional() }),
    taxes: z.array(tax),
  }),
  products: z.array(product).refine((list) => new Set(list.map((one) => one.id)).size === list.length, 'names a product twice'),
});

export type Product = z.infer<typeof product>;


function isKnown(code: string): boolean {
  try {
    Money.decimals(code);
    return true;
  } catch {
    return false;
  }
}

function isAmount(amount: string, code: string): boolean {
  try {
    return Money.parse(amount, code).minor >= 0n;
  } catch {
    return false;
  }
}
