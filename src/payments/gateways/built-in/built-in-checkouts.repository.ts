import { Injectable } from '@nestjs/common';
import { isId, newToken } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { type Order, type Refs } from '../gateway.js';

/** A page of the built-in gateway, and what is paid at it. */
export interface BuiltInCheckout {
  readonly reference: string;
  readonly orderId: string;
  readonly title: string;
  readonly quantity: number;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly every: string | null;
  readonly returnUrl: string;
  /** Nobody decided yet, and there is still time to. */
  readonly isOpen: boolean;
  readonly closesAt: Date;
}

const COLUMNS = `reference, order_id as "orderId", title, quantity, currency, amount_minor as "amountMinor", every, return_url as "returnUrl", closes_at as "closesAt",
  state = 'open' and closes_at > clock.now() as "isOpen"`;

type Row = Omit<BuiltInCheckout, 'amountMinor'> & { amountMinor: string };
const asCheckout = (row: Row): BuiltInCheckout => ({ ...row, amountMinor: BigInt(row.amountMinor) });

/** Statements about pages. Whoever changes anything of one holds its row. */
@Injectable()
export class BuiltInCheckouts {
  /** The page of an order; the same one however often it is asked for. */
  async open(tx: Tx, order: Order, expiresAt: Date): Promise<string> {
    await tx.query(
      `insert into payments.built_in_checkout (reference, order_id, title, quantity, currency, amount_minor, every, return_url, closes_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (order_id) do nothing`,
      [newToken(), order.id, order.title, order.quantity, order.amount.currency, order.amount.minor.toString(), order.every?.iso ?? null, order.returnUrl, order.closesAt, expiresAt],
    );
    const [row] = await tx.query<{ reference: string }[]>('select reference from payments.built_in_checkout where order_id = $1', [order.id]);
    return row!.reference;
  }

  /** Whatever name it goes by. */
  async find(tx: Tx, { order, checkout, payment, subscription }: Refs): Promise<BuiltInCheckout | null> {
    const [row] = await tx.query<Row[]>(
      `select ${COLUMNS} from payments.built_in_checkout where expires_at > clock.now() and (order_id = $1 or reference = $2
         or reference = (select checkout_reference from payments.built_in_payment where reference = $3)
         or reference = (select checkout_reference from payments.built_in_subscription where reference = $4)) limit 1`,
      [order !== undefined && isId(order) ? order : null, checkout ?? null, payment ?? null, subscription ?? null],
    );
    return row ? asCheckout(row) : null;
  }

  /** Held until the transaction ends. */
  async lock(tx: Tx, reference: string): Promise<BuiltInCheckout | null> {
    const [row] = await tx.query<Row[]>(`select ${COLUMNS} from payments.built_in_checkout where reference = $1 and expires_at > clock.now() for update`, [reference]);
    return row ? asCheckout(row) : null;
  }

  async decide(tx: Tx, reference: string, state: 'decided' | 'cancelled'): Promise<void> {
    await tx.query('update payments.built_in_checkout set state = $2 where reference = $1', [reference, state]);
  }

  async keepUntil(tx: Tx, reference: string, expiresAt: Date): Promise<void> {
    await tx.query('update payments.built_in_checkout set expires_at = $2 where reference = $1', [reference, expiresAt]);
  }

  /** Deletes up to `count` whose time is over, with all that was paid at them; returns how many. */
  async deleteExpired(tx: Tx, count: number): Promise<number> {
    const [rows] = await tx.query<[object[], number]>(
      `delete from payments.built_in_checkout where reference in (
         select reference from payments.built_in_checkout where expires_at <= clock.now() order by expires_at limit $1 for update skip locked) returning reference`,
      [count],
    );
    return rows.length;
  }
}
