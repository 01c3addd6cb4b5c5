import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Payer } from '../terms.js';
import { namesOf } from './customers.js';

/** What the plans give that somebody has at this moment, besides credits. */
export interface PlanRights {
  readonly premiumVoice: boolean;
  readonly seats: number;
}

/**
 * Plans that live: going on, within the policy's grace although a payment is missing, or ended and still paid for. A plan
 * whose last turn was wholly paid back is not paid for.
 */
@Injectable()
export class LivePlans {
  constructor(private readonly policy: Policy) {}

  async rights(tx: Tx, payer: Payer): Promise<PlanRights> {
    const { accountId, organisationId } = namesOf(payer);
    const [row] = await tx.query<PlanRights[]>(
      `select coalesce(bool_or((p.terms->>'premiumVoice')::boolean), false) as "premiumVoice", coalesce(sum((p.terms->>'seats')::int), 0)::int as seats
       from payments.customer c join payments.subscription s on s.customer_id = c.id join payments.purchase p on p.id = s.purchase_id
       left join lateral (select y.amount_minor > 0 and (y.refunded_minor = y.amount_minor or y.dispute = 'lost') is true as "isPaidBack" from payments.payment y
         where y.subscription_id = s.id and y.state = 'captured' order by y.period_end desc nulls last, y.id desc limit 1) latest on true
       where (c.account_id = $1 or c.organisation_id = $2) and latest."isPaidBack" is not true
         and (s.state = 'active' or s.current_until > clock.now() or (s.state = 'past_due' and s.past_due_since + $3::interval > clock.now()))`,
      [accountId, organisationId, this.policy.values.sold.graceWhenPastDue.iso],
    );
    return row ?? { premiumVoice: false, seats: 0 };
  }
}
