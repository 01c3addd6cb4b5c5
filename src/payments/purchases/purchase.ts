import { type Money, Period } from '../../kernel/index.js';
import { type GatewayId, type Go, type Mode, type Order } from '../gateways/gateway.js';
import { type Terms } from '../terms.js';

export const purchaseStates = ['created', 'open', 'authorised', 'paid', 'failed', 'expired'] as const;
export type PurchaseState = (typeof purchaseStates)[number];

/** What somebody wants to buy, before it is written down. */
export interface Wish {
  readonly id: string;
  readonly customerId: string;
  readonly accountId: string;
  readonly requestKey: string;
  readonly product: string;
  readonly title: string;
  readonly kind: 'pack' | 'plan' | 'item';
  readonly quantity: number;
  readonly terms: Terms;
  readonly thing: string | null;
  readonly price: Money;
  /** `none`: it costs nothing. */
  readonly gateway: GatewayId | 'none';
  readonly mode: Mode;
}

/** One wish to buy, as it stands. */
export interface Purchase extends Omit<Wish, 'accountId' | 'requestKey'> {
  readonly accountId: string | null;
  /** Of a candidate null. */
  readonly organisationId: string | null;
  readonly state: PurchaseState;
  readonly checkoutReference: string | null;
  readonly go: Go | null;
  readonly madeAt: Date;
  readonly closesAt: Date;
  /** Money came for it that does not fit: whether a person has looked at it; null when there is none. */
  readonly setApart: 'waiting' | 'looked_at' | null;
  /** Its time is over. */
  readonly isOver: boolean;
}

/** What the gateway is told of it. */
export function orderOf(purchase: Purchase, email: Order['email'], site: string): Order {
  const { id, title, quantity, price, kind, terms, product, closesAt } = purchase;
  const every = kind === 'plan' && terms.lasts !== null ? Period.parse(terms.lasts) : null;
  return { id, title, quantity, amount: price, every, product, email, returnUrl: `${site}/api/checkout/${id}/back`, closesAt };
}

/** How often it is paid, as the screens say it; null for what is paid once. */
export function turnInWords({ kind, terms }: Pick<Purchase, 'kind' | 'terms'>): 'month' | 'year' | null {
  if (kind !== 'plan') return null;
  return terms.lasts === 'P1Y' ? 'year' : 'month';
}
