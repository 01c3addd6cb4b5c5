import { Injectable } from '@nestjs/common';
import { Money, notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { namesOf } from '../entitlements/customers.js';
import { type Payer, type Terms } from '../terms.js';

/** A plan that was bought, as it goes on. */
export interface Plan {
  readonly id: string;
  readonly purchaseId: string;
  /** Who pressed the button. */
  readonly accountId: string | null;
  readonly title: string;
  readonly quantity: number;
  readonly terms: Terms;
  readonly price: Money;
  readonly gateway: string;
  readonly reference: string;
  readonly state: 'active' | 'past_due' | 'ended';
  readonly currentUntil: Date | null;
  /** Its end is still to come. */
  readonly isPaid: boolean;
  readonly graceUntil: Date | null;
  readonly endsAtPeriodEnd: boolean;
}

type Row = Omit<Plan, 'price'> & { readonly currency: string; readonly amountMinor: string };

const SELECT = `select s.id, s.purchase_id as "purchaseId", p.account_id as "accountId", p.title, p.quantity, p.terms, p.currency, p.amount_minor as "amountMinor", s.gateway, s.reference, s.state,
  s.current_until as "currentUntil", coalesce(s.current_until > clock.now(), false) as "isPaid", s.past_due_since + $1::interval as "graceUntil", s.ends_at_period_end as "endsAtPeriodEnd"
  from payments.subscription s join payments.purchase p on p.id = s.purchase_id join payments.customer c on c.id = s.customer_id where s.expires_at > clock.now()`;
const MINE = '(c.account_id = $2 or c.organisation_id = $3)';

/** Statements about plans, as those who pay see them. */
@Injectable()
export class PlanRepository {
  constructor(private readonly policy: Policy) {}

  /** Those that go on, and those that are still paid for; the newest first. */
  list(tx: Tx, payer: Payer): Promise<Plan[]> {
    const { accountId, organisationId } = namesOf(payer);
    return this.all(tx, `${MINE} and (s.state <> 'ended' or s.current_until > clock.now()) order by s.id desc`, [accountId, organisationId]);
  }

  async getMine(tx: Tx, payer: Payer, id: string): Promise<Plan> {
    const { accountId, organisationId } = namesOf(payer);
    const [plan] = await this.all(tx, `${MINE} and s.id = $4`, [accountId, organisationId, id]);
    if (!plan) throw notFound();
    return plan;
  }

  async find(tx: Tx, id: string): Promise<Plan | null> {
    return (await this.all(tx, 's.id = $2', [id]))[0] ?? null;
  }

  /** Whether a plan of theirs goes on, or is promised to be paid. */
  async hasOne(tx: Tx, customerId: string): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `select from payments.subscription where customer_id = $1 and state <> 'ended' union all select from payments.purchase where customer_id = $1 and kind = 'plan' and state = 'authorised' limit 1`, [customerId]);
    return rows.length > 0;
  }

  async endsThen(tx: Tx, id: string): Promise<void> {
    await tx.query(`update payments.subscription set ends_at_period_end = true where id = $1 and state <> 'ended'`, [id]);
  }

  /** Marks the plans of a payer who goes, and gives them. */
  async askEnd(tx: Tx, payer: Payer): Promise<string[]> {
    const { accountId, organisationId } = namesOf(payer);
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update payments.subscription set end_asked_at = coalesce(end_asked_at, clock.now())
       where state <> 'ended' and customer_id in (select id from payments.customer where account_id = $1 or organisation_id = $2) returning id`, [accountId, organisationId]);
    return rows.map(({ id }) => id);
  }

  /** Marks the plan of a purchase when whoever it was for has closed their account, and gives it. */
  async askEndOfGone(tx: Tx, purchaseId: string): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update payments.subscription s set end_asked_at = coalesce(end_asked_at, clock.now()) from payments.customer c
       where s.purchase_id = $1 and s.state <> 'ended' and c.id = s.customer_id and c.organisation_id is null
         and (c.account_id is null or exists (select from accounts.closed_account a where a.account_id = c.account_id)) returning s.id`, [purchaseId]);
    return rows.map(({ id }) => id);
  }

  /** What was paid stays on record, without whom it was for. An account falls from it by itself, by its foreign key. */
  async forgetOrganisation(tx: Tx, organisationId: string): Promise<void> {
    await tx.query('update payments.customer set organisation_id = null where organisation_id = $1', [organisationId]);
  }

  /** Those that should have ended ten minutes ago, and go on. */
  async notEnded(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`select id from payments.subscription where state <> 'ended' and end_asked_at < clock.now() - interval '10 minutes' order by end_asked_at limit 100`);
    return rows.map(({ id }) => id);
  }

  private async all(tx: Tx, which: string, given: readonly unknown[]): Promise<Plan[]> {
    const rows = await tx.query<Row[]>(`${SELECT} and ${which}`, [this.policy.values.sold.graceWhenPastDue.iso, ...given]);
    return rows.map(({ currency, amountMinor, ...plan }) => ({ ...plan, price: Money.of(BigInt(amountMinor), currency) }));
  }
}
