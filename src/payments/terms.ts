import { type Money, type Period } from '../kernel/index.js';
import { type Product } from '../platform/policy/index.js';

/** What can be counted and used up. */
export const units = ['interview', 'invited_interview'] as const;
export type Unit = (typeof units)[number];

/** Who buys, or is given something: a candidate for themselves, or an organisation. */
export type Payer = { readonly accountId: string } | { readonly organisationId: string };

/** What one payment gives, as it was when it was bought; kept with the purchase, so that a changed policy changes nothing that was paid. */
export interface Terms {
  readonly credits: Partial<Readonly<Record<Unit, number>>>;
  readonly premiumVoice: boolean;
  /** Places for people of an organisation. */
  readonly seats: number;
  /** ISO 8601. Of a pack: how long its credits can be used; null for ever. Of a plan: its turn, which each payment pays for. */
  readonly lasts: string | null;
}

/** What `quantity` of a product gives for each payment. */
export function termsOf(product: Product, quantity: number): Terms {
  const credits = {
    ...(product.interviews === undefined ? {} : { interview: product.interviews * quantity }),
    ...(product.invitedInterviews === undefined ? {} : { invited_interview: product.invitedInterviews * quantity }),
  };
  if (product.kind === 'pack') return { credits, premiumVoice: false, seats: 0, lasts: product.usableFor?.iso ?? null };
  return { credits, premiumVoice: product.premiumVoice, seats: product.perSeat ? quantity : 0, lasts: product.every.iso };
}

/** The price of `quantity`; null where the product has none in that currency. */
export function priceOf(product: Product, quantity: number, currency: string): Money | null {
  return product.prices[currency]?.times(quantity) ?? null;
}

/** How often a plan is paid; null for what is paid once. */
export const turnOf = (product: Product): Period | null => (product.kind === 'plan' ? product.every : null);
