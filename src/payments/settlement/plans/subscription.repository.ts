import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { type HeldPurchase } from '../settled-purchase.repository.js';

export interface PlanFacts {
  readonly state: 'active' | 'past_due' | 'ended';
  /** Until when it is paid for. */
  readonly currentUntil: Date | null;
  readonly endsAtPeriodEnd: boolean;
  readonly lookAt: Date | null;
}

export interface KnownPlan extends PlanFacts {
  readonly id: string;
  readonly reference: string;
}

/** Statements about plans that go on. Whoever calls them holds the row of the purchase. */
@Injectable()
export class SubscriptionRepository {
  async ofPurchase(tx: Tx, purchaseId: string): Promise<KnownPlan | null> {
    const [plan] = await tx.query<KnownPlan[]>(
      `select id, reference, state, current_until as "currentUntil", ends_at_period_end as "endsAtPeriodEnd", look_at as "lookAt" from payments.subscription where purchase_id = $1`, [purchaseId]);
    return plan ?? null;
  }

  /** It is kept as long as its purchase. `isToEnd`: whoever it is for has gone. */
  async add(tx: Tx, { id: purchaseId, customerId, gateway, mode }: HeldPurchase, reference: string): Promise<{ id: string; isToEnd: boolean }> {
    const [row] = await tx.query<{ id: string; isToEnd: boolean }[]>(
      `insert into payments.subscription (id, purchase_id, customer_id, gateway, mode, reference, state, expires_at, end_asked_at)
       select $1, $2, $3, $4, $5, $6, 'active', p.expires_at,
         case when c.organisation_id is null and (c.account_id is null or exists (select from accounts.closed_account a where a.account_id = c.account_id)) then clock.now() end
       from payments.purchase p join payments.customer c on c.id = p.customer_id where p.id = $2 returning id, end_asked_at is not null as "isToEnd"`,
      [newId(), purchaseId, customerId, gateway, mode, reference],
    );
    if (!row) throw new Error('The plan was not stored');
    return row;
  }

  async save(tx: Tx, id: string, { state, currentUntil, endsAtPeriodEnd, lookAt }: PlanFacts): Promise<void> {
    await tx.query(
      `update payments.subscription s set state = $2, current_until = $3, ends_at_period_end = $4, look_at = $5,
         past_due_since = case when $2 = 'past_due' then coalesce(s.past_due_since, clock.now()) end, ended_at = case when $2 = 'ended' then coalesce(s.ended_at, clock.now()) end,
         expires_at = greatest(s.expires_at, p.expires_at)
       from payments.purchase p where s.id = $1 and p.id = s.purchase_id`,
      [id, state, currentUntil, endsAtPeriodEnd, lookAt],
    );
  }
}
