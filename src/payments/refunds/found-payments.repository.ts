import { Injectable } from '@nestjs/common';
import { isId, Money } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';

/** A payment as an operator finds it. */
export interface FoundPayment {
  readonly id: string;
  readonly reference: string;
  readonly purchaseId: string;
  readonly gateway: string;
  readonly mode: 'test' | 'live';
  readonly title: string;
  readonly quantity: number;
  readonly price: Money;
  readonly state: 'authorised' | 'failed' | 'captured';
  readonly orderedAt: Date;
  readonly capturedAt: Date | null;
  readonly grantedAt: Date | null;
  readonly refundedMinor: bigint;
  readonly dispute: 'open' | 'won' | 'lost' | null;
  readonly forOrganisation: boolean;
}

type Row = Omit<FoundPayment, 'price' | 'refundedMinor'> & { readonly currency: string; readonly amountMinor: string; readonly refundedMinor: string };

/** Payments by what they are known as. */
@Injectable()
export class FoundPaymentsRepository {
  /** By the id of the payment or its purchase, or by what the gateway calls the payment, its page or its plan; the newest first, at most fifty. */
  async find(tx: Tx, reference: string): Promise<FoundPayment[]> {
    const rows = await tx.query<Row[]>(
      `select y.id, y.reference, p.id as "purchaseId", y.gateway, y.mode, p.title, p.quantity, y.currency, y.amount_minor as "amountMinor", y.state, p.made_at as "orderedAt", y.captured_at as "capturedAt",
         y.granted_at as "grantedAt", y.refunded_minor as "refundedMinor", y.dispute, c.organisation_id is not null as "forOrganisation"
       from payments.payment y join payments.purchase p on p.id = y.purchase_id join payments.customer c on c.id = y.customer_id
       where y.expires_at > clock.now() and y.id in (
         select id from payments.payment where id = $2::uuid or purchase_id = $2::uuid or reference = $1
         union select b.id from payments.payment b join payments.purchase a on a.id = b.purchase_id where a.checkout_reference = $1
         union select b.id from payments.payment b join payments.subscription s on s.id = b.subscription_id where s.reference = $1)
       order by y.id desc limit 50`,
      [reference, isId(reference) ? reference : null],
    );
    return rows.map(({ currency, amountMinor, refundedMinor, ...row }) => ({ ...row, price: Money.of(BigInt(amountMinor), currency), refundedMinor: BigInt(refundedMinor) }));
  }
}
