import { Injectable } from '@nestjs/common';
import { Money } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';

/** One thing that happened. `paymentId` of a payment or a refund. */
export interface HistoryLine {
  readonly id: string;
  readonly kind: 'purchase' | 'payment' | 'refund';
  readonly at: Date;
  readonly title: string;
  readonly price: Money;
  readonly state: 'created' | 'open' | 'authorised' | 'paid' | 'failed' | 'expired' | 'captured' | 'refunded' | 'not_arrived' | 'disputed' | 'set_apart';
  readonly gateway: string;
  readonly paymentId: string | null;
}

type Row = Omit<HistoryLine, 'price'> & { readonly currency: string; readonly amountMinor: string };

/** What somebody bought, paid and got back, as one list. */
@Injectable()
export class HistoryRepository {
  /** The newest first, before `after` when it is given. A purchase is in it until there is a payment of it; a refund once it was made, also where the money came back to us: its credit note stays. */
  async list(tx: Tx, customerId: string, after: string | null, count: number): Promise<HistoryLine[]> {
    const rows = await tx.query<Row[]>(
      `select * from (
         (select p.id, 'purchase' as kind, p.made_at as at, p.title, p.currency, p.amount_minor as "amountMinor",
            case when exists (select from payments.quarantine q where q.purchase_id = p.id) then 'set_apart' else p.state end as state, p.gateway, null::uuid as "paymentId"
          from payments.purchase p where p.customer_id = $1 and p.expires_at > clock.now() and ($2::uuid is null or p.id < $2)
            and not exists (select from payments.payment y where y.purchase_id = p.id) order by p.id desc limit $3)
         union all
         (select y.id, 'payment', coalesce(y.captured_at, y.seen_at), p.title, y.currency, y.amount_minor,
            case when y.dispute in ('open', 'lost') then 'disputed' when y.amount_minor > 0 and y.refunded_minor = y.amount_minor then 'refunded'
              when y.state = 'failed' and exists (select from payments.quarantine q where q.gateway = y.gateway and q.reference = y.reference) then 'set_apart' else y.state end, y.gateway, y.id
          from payments.payment y join payments.purchase p on p.id = y.purchase_id where y.customer_id = $1 and y.expires_at > clock.now() and ($2::uuid is null or y.id < $2) order by y.id desc limit $3)
         union all
         (select r.id, 'refund', coalesce(r.done_at, r.asked_at), p.title, r.currency, r.amount_minor, case r.state when 'done' then 'refunded' else 'not_arrived' end, r.gateway, y.id
          from payments.refund r join payments.payment y on y.id = r.payment_id join payments.purchase p on p.id = y.purchase_id
          where y.customer_id = $1 and (r.state = 'done' or (r.state = 'failed' and r.because = 'failed_later')) and r.expires_at > clock.now() and ($2::uuid is null or r.id < $2) order by r.id desc limit $3)) happened
       order by id desc limit $3`,
      [customerId, after, count],
    );
    return rows.map(({ currency, amountMinor, ...line }) => ({ ...line, price: Money.of(BigInt(amountMinor), currency) }));
  }
}
