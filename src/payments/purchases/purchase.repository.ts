import { Injectable } from '@nestjs/common';
import { Money, notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Checkout } from '../gateways/gateway.js';
import { type Purchase, type Wish } from './purchase.js';

type Row = Omit<Purchase, 'price'> & { readonly currency: string; readonly amountMinor: string };

const SELECT = `select p.id, p.customer_id as "customerId", p.account_id as "accountId", p.product, p.title, p.kind, p.quantity, p.terms, p.thing, p.currency, p.amount_minor as "amountMinor", p.gateway, p.mode, p.state,
  p.checkout_reference as "checkoutReference", p.go, p.made_at as "madeAt", p.closes_at as "closesAt", p.closes_at <= clock.now() as "isOver",
  (select case when bool_or(q.resolved_at is null) then 'waiting' else 'looked_at' end from payments.quarantine q where q.purchase_id = p.id and q.expires_at > clock.now() having count(*) > 0) as "setApart", c.organisation_id as "organisationId"
  from payments.purchase p join payments.customer c on c.id = p.customer_id`;

/** Statements about purchases, as buyers see them. Those past their end are seen by none. */
@Injectable()
export class PurchaseRepository {
  constructor(private readonly policy: Policy) {}

  /** False when this customer sent the same key before. */
  async add(tx: Tx, { id, customerId, accountId, requestKey, product, title, kind, quantity, terms, thing, price, gateway, mode }: Wish): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `insert into payments.purchase (id, customer_id, account_id, request_key, product, title, kind, quantity, terms, thing, currency, amount_minor, gateway, mode, made_at, closes_at, expires_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, now, now + $15::interval, now + $16::interval from clock.now() as now
       on conflict (customer_id, request_key) do nothing returning id`,
      [id, customerId, accountId, requestKey, product, title, kind, quantity, terms, thing, price.currency, price.minor.toString(), gateway, mode, this.policy.values.sold.checkoutOpenFor.iso, this.policy.periodOf('paymentRecords').iso],
    );
    return rows.length > 0;
  }

  get(tx: Tx, id: string): Promise<Purchase> {
    return this.one(tx, 'p.id = $1', [id]);
  }

  find(tx: Tx, id: string): Promise<Purchase | null> {
    return this.maybe(tx, 'p.id = $1', [id]);
  }

  /** Of whoever pressed the button, for whomever they pay. */
  getMine(tx: Tx, accountId: string, id: string): Promise<Purchase> {
    return this.one(tx, 'p.id = $1 and p.account_id = $2', [id, accountId]);
  }

  findByKey(tx: Tx, customerId: string, requestKey: string): Promise<Purchase | null> {
    return this.maybe(tx, 'p.customer_id = $1 and p.request_key = $2', [customerId, requestKey]);
  }

  getByKey(tx: Tx, customerId: string, requestKey: string): Promise<Purchase> {
    return this.one(tx, 'p.customer_id = $1 and p.request_key = $2', [customerId, requestKey]);
  }

  /** One that waits at the gateway's page, for the same plan on the same terms: whoever presses the button in a second tab means that one. */
  findOpenPlan(tx: Tx, { customerId, product, quantity, price }: Pick<Wish, 'customerId' | 'product' | 'quantity' | 'price'>): Promise<Purchase | null> {
    return this.maybe(tx, `p.customer_id = $1 and p.kind = 'plan' and p.product = $2 and p.quantity = $3 and p.currency = $4 and p.amount_minor = $5 and p.state = 'open' and p.closes_at > clock.now()`,
      [customerId, product, quantity, price.currency, price.minor.toString()]);
  }

  /** Whether something that costs nothing was given to them before. */
  async hasHad(tx: Tx, customerId: string, product: string): Promise<boolean> {
    const rows = await tx.query<object[]>(`select from payments.purchase where customer_id = $1 and product = $2 and amount_minor = 0 and state = 'paid' limit 1`, [customerId, product]);
    return rows.length > 0;
  }

  /** Keeps the first page that was made for it; whoever comes later gets that one. The poll begins. */
  async opened(tx: Tx, id: string, { reference, go }: Checkout): Promise<Purchase> {
    await tx.query(
      `update payments.purchase set state = 'open', checkout_reference = $2, go = $3, look_at = clock.now() + interval '10 minutes' where id = $1 and state = 'created'`, [id, reference, go]);
    return this.get(tx, id);
  }

  /** The gateway will never take it, or its time is over before anybody got there. */
  async over(tx: Tx, id: string, state: 'failed' | 'expired'): Promise<void> {
    await tx.query(`update payments.purchase set state = $2 where id = $1 and state = 'created'`, [id, state]);
  }

  /** Ends those whose gateway was never reached in their time. */
  async expireUnreached(tx: Tx): Promise<void> {
    await tx.query(`update payments.purchase set state = 'expired' where state = 'created' and closes_at <= clock.now()`);
  }

  private async one(tx: Tx, which: string, given: readonly unknown[]): Promise<Purchase> {
    const found = await this.maybe(tx, which, given);
    if (!found) throw notFound();
    return found;
  }

  private async maybe(tx: Tx, which: string, given: readonly unknown[]): Promise<Purchase | null> {
    const [row] = await tx.query<Row[]>(`${SELECT} where ${which} and p.expires_at > clock.now()`, [...given]);
    if (!row) return null;
    const { currency, amountMinor, ...purchase } = row;
    return { ...purchase, price: Money.of(BigInt(amountMinor), currency) };
  }
}
