import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { Customers } from '../entitlements/customers.js';
import { Settlement } from '../settlement/settlement.js';
import { type Payer } from '../terms.js';
import { PlanRepository } from './plan.repository.js';
import { type Purchase, type Wish } from './purchase.js';
import { PurchaseRepository } from './purchase.repository.js';
import { adultsOnly, hadAlready, hasPlan, otherWish } from './purchases.errors.js';

/** A wish without what is found out when it is written down. */
export type NewWish = Omit<Wish, 'id' | 'customerId'>;

/** Where a wish to buy is written down. */
@Injectable()
export class Counter {
  constructor(
    private readonly purchases: PurchaseRepository,
    private readonly plans: PlanRepository,
    private readonly customers: Customers,
    private readonly settlement: Settlement,
    private readonly contacts: AccountContacts,
    private readonly policy: Policy,
  ) {}

  /**
   * The purchase of this wish, whether it is the first time that it comes or not; what costs nothing is paid.
   * AppErrors `payments.adults_only`, `payments.has_plan`, `payments.had_already`, and `payments.other_wish` where its key was another wish's.
   */
  async take(tx: Tx, payer: Payer, wish: NewWish): Promise<Purchase> {
    const customerId = await this.customers.get(tx, payer);
    const before = await this.purchases.findByKey(tx, customerId, wish.requestKey);
    if (before) return theSame(before, wish);
    // One wish of a customer at a time: what was had or taken meanwhile counts.
    await this.customers.lock(tx, [customerId]);
    if (!(await this.contacts.isAdult(tx, wish.accountId))) throw adultsOnly(this.policy.values.ages.adult);
    if (wish.kind === 'plan') {
      if (await this.plans.hasOne(tx, customerId)) throw hasPlan();
      const open = await this.purchases.findOpenPlan(tx, { ...wish, customerId });
      if (open) return open;
    }
    if (wish.kind === 'pack' && wish.price.minor === 0n && (await this.purchases.hasHad(tx, customerId, wish.product))) throw hadAlready();
    const id = newId();
    const isNew = await this.purchases.add(tx, { ...wish, id, customerId });
    if (!isNew) return theSame(await this.purchases.getByKey(tx, customerId, wish.requestKey), wish);
    if (wish.price.minor === 0n) await this.settlement.free(tx, id);
    return this.purchases.get(tx, id);
  }
}

function theSame(purchase: Purchase, { product, quantity, price, thing }: NewWish): Purchase {
  const isSame = purchase.product === product && purchase.quantity === quantity && purchase.price.currency === price.currency && purchase.thing === thing;
  if (!isSame) throw otherWish();
  return purchase;
}
