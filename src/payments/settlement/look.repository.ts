import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type Refs } from '../gateways/gateway.js';

/** What a gateway is asked about. */
export interface Question {
  readonly gateway: string;
  readonly refs: Refs;
}

/** Statements about when gateways are asked again. */
@Injectable()
export class LookRepository {
  /** Null for what is not there. */
  async find(tx: Tx, purchaseId: string): Promise<Question | null> {
    const [row] = await tx.query<{ gateway: string; checkout: string | null; subscription: string | null; payment: string | null }[]>(
      `select p.gateway, p.checkout_reference as checkout, s.reference as subscription, case when p.kind <> 'plan' then (select y.reference from payments.payment y where y.purchase_id = p.id order by y.state = 'captured' desc, y.id desc limit 1) end as payment
       from payments.purchase p left join payments.subscription s on s.purchase_id = p.id where p.id = $1 and p.expires_at > clock.now()`,
      [purchaseId],
    );
    if (!row) return null;
    const { gateway, checkout, subscription, payment } = row;
    return { gateway, refs: { order: purchaseId, ...(checkout === null ? {} : { checkout }), ...(subscription === null ? {} : { subscription }), ...(payment === null ? {} : { payment }) } };
  }

  /** The same, of a payment that was set apart. */
  async findSetApart(tx: Tx, quarantineId: string): Promise<Question | null> {
    const [row] = await tx.query<{ gateway: string; payment: string }[]>('select gateway, reference as payment from payments.quarantine where id = $1 and expires_at > clock.now()', [quarantineId]);
    return row ? { gateway: row.gateway, refs: { payment: row.payment } } : null;
  }

  /** Purchases that are due, themselves or their plans; none of them is due again before ten minutes have passed. */
  async takeDue(tx: Tx, count: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `with purchases as (
         update payments.purchase set look_at = clock.now() + interval '10 minutes'
          where id in (select id from payments.purchase where look_at <= clock.now() and expires_at > clock.now() order by look_at limit $1 for update skip locked) returning id
       ), plans as (
         update payments.subscription set look_at = clock.now() + interval '1 hour'
          where id in (select id from payments.subscription where look_at <= clock.now() and expires_at > clock.now() order by look_at limit $1 for update skip locked) returning purchase_id as id
       )
       select id from purchases union select id from plans`,
      [count],
    );
    return rows.map(({ id }) => id);
  }
}
