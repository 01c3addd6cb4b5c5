import { Injectable } from '@nestjs/common';
import { type Money } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Payer, termsOf } from '../terms.js';
import { type PurchaseBody, type PurchaseView } from './billing.dto.js';
import { Checkouts } from './checkouts.js';
import { Counter } from './counter.js';
import { PriceList } from './price-list.js';
import { asPurchase } from './purchase-view.js';
import { PurchaseRepository } from './purchase.repository.js';
import { Takers } from './takers.js';

/** A thing with a price of its own. Sent twice with one `requestKey`, it is one purchase. */
export interface Item {
  /** What kind of thing, such as `booking`. */
  readonly product: string;
  readonly title: string;
  readonly thing: string;
  /** May be zero. */
  readonly price: Money;
  readonly requestKey: string;
}

const NOTHING = { credits: {}, premiumVoice: false, seats: 0, lasts: null };

/** Buying: the price is the policy's, the client says what and how many. */
@Injectable()
export class Purchases {
  constructor(
    private readonly prices: PriceList,
    private readonly counter: Counter,
    private readonly checkouts: Checkouts,
    private readonly takers: Takers,
    private readonly purchases: PurchaseRepository,
    private readonly db: Database,
  ) {}

  /**
   * Opens a purchase of a product for `payer`, pressed by `accountId`. The same `requestKey` is the same purchase, also after `payments.gateway_away` (503).
   * AppErrors `payments.not_sold`, `.quantity`, `.currency_not_offered`, `.adults_only`, `.has_plan`, `.had_already`, `.other_wish`, `.gateway_refused`.
   */
  async open(accountId: string, payer: Payer, { requestKey, ...wanted }: PurchaseBody): Promise<PurchaseView> {
    const { product, price } = this.prices.find(payer, wanted);
    const { id, kind, title } = product;
    const wish = { accountId, requestKey, product: id, title, kind, quantity: wanted.quantity, terms: termsOf(product, wanted.quantity), thing: null, price, ...this.takers.of(price) };
    const purchase = await this.db.transaction((tx) => this.counter.take(tx, payer, wish));
    return asPurchase(await this.checkouts.open(purchase));
  }

  /** Writes down, within `tx`, that a thing is bought. Where it costs something, call `checkout` after the commit. AppErrors as `open`. */
  async openItem(tx: Tx, accountId: string, payer: Payer, item: Item): Promise<PurchaseView> {
    const wish = { ...item, accountId, kind: 'item' as const, quantity: 1, terms: NOTHING, ...this.takers.of(item.price) };
    return asPurchase(await this.counter.take(tx, payer, wish));
  }

  /** Gets the page on which a purchase of this person is paid, not within a transaction. AppErrors `payments.gateway_away`, `payments.gateway_refused`; 404 for another's. */
  async checkout(accountId: string, id: string): Promise<PurchaseView> {
    return asPurchase(await this.checkouts.open(await this.purchases.getMine(this.db.alone, accountId, id)));
  }

  /** As it stands, for whoever pressed the button; 404 for anybody else. */
  async getMine(tx: Tx, accountId: string, id: string): Promise<PurchaseView> {
    return asPurchase(await this.purchases.getMine(tx, accountId, id));
  }
}
