import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Mode } from '../gateways/gateway.js';
import { type Terms } from '../terms.js';
import { type PurchaseState, type Standing } from './purchase-standing.js';

/** A purchase whose row this transaction holds. */
export interface HeldPurchase {
  readonly id: string;
  readonly customerId: string;
  /** Whether there still is somebody to give something to. */
  readonly hasPayer: boolean;
  readonly kind: 'pack' | 'plan' | 'item';
  readonly terms: Terms;
  readonly thing: string | null;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly gateway: string;
  readonly mode: Mode;
  readonly state: PurchaseState;
  readonly checkoutReference: string | null;
  readonly closesAt: Date;
  readonly lookAt: Date | null;
  /** The moment this transaction began. */
  readonly now: Date;
}

/** Names under which a gateway may speak of purchases. */
export interface PurchaseNames {
  readonly ids: readonly string[];
  readonly payments: readonly string[];
  readonly subscriptions: readonly string[];
  readonly checkouts: readonly string[];
}

type Row = Omit<HeldPurchase, 'amountMinor'> & { readonly amountMinor: string };

/** Statements about purchases while somebody settles them. */
@Injectable()
export class SettledPurchaseRepository {
  /** Those that are meant by any of the names, each held until `tx` ends; always in the same order, so that two who want the same ones never wait for each other. */
  async hold(tx: Tx, gateway: string, { ids, payments, subscriptions, checkouts }: PurchaseNames): Promise<HeldPurchase[]> {
    const rows = await tx.query<Row[]>(
      `select p.id, p.customer_id as "customerId", c.account_id is not null or c.organisation_id is not null as "hasPayer", p.kind, p.terms, p.thing, p.currency, p.amount_minor as "amountMinor", p.gateway, p.mode, p.state,
         p.checkout_reference as "checkoutReference", p.closes_at as "closesAt", p.look_at as "lookAt", clock.now() as now
       from payments.purchase p join payments.customer c on c.id = p.customer_id
       where p.expires_at > clock.now() and p.id in (
         select unnest($2::uuid[])
         union all select purchase_id from payments.payment where gateway = $1 and reference = any ($3::text[])
         union all select purchase_id from payments.subscription where gateway = $1 and reference = any ($4::text[])
         union all select id from payments.purchase where gateway = $1 and checkout_reference = any ($5::text[]))
       order by p.id for update of p`,
      [gateway, ids.filter(isId), payments, subscriptions, checkouts],
    );
    return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
  }

  /** To which of these purchases plans belong, by their names at the gateway. Asked once the purchases are held: what somebody else wrote meanwhile is seen. */
  async ofPlans(tx: Tx, purchaseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (purchaseIds.length === 0) return new Map();
    const rows = await tx.query<{ reference: string; purchaseId: string }[]>('select reference, purchase_id as "purchaseId" from payments.subscription where purchase_id = any ($1::uuid[])', [purchaseIds]);
    return new Map(rows.map(({ reference, purchaseId }) => [reference, purchaseId]));
  }

  async save(tx: Tx, before: HeldPurchase, { state, lookAt }: Standing): Promise<void> {
    if (state === before.state && lookAt?.getTime() === before.lookAt?.getTime()) return;
    await tx.query(`update payments.purchase set state = $2, look_at = $3, paid_at = case when $2 = 'paid' then coalesce(paid_at, clock.now()) else paid_at end where id = $1`, [before.id, state, lookAt]);
  }

  /** What hangs from a purchase falls with it: it stays as long as its youngest payment must. */
  async keepUntil(tx: Tx, id: string, expiresAt: Date): Promise<void> {
    await tx.query('update payments.purchase set expires_at = greatest(expires_at, $2::timestamptz) where id = $1', [id, expiresAt]);
  }

  /** Whether somebody paid for the same thing by another purchase. */
  async isThingPaid(tx: Tx, { id, thing }: Pick<HeldPurchase, 'id' | 'thing'>): Promise<boolean> {
    if (thing === null) return false;
    const [row] = await tx.query<{ taken: boolean }[]>(`select exists (select from payments.purchase where thing = $2 and state = 'paid' and id <> $1) as taken`, [id, thing]);
    return row?.taken === true;
  }
}
