import { Injectable } from '@nestjs/common';
import { Money, newId, notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Refund, type Refundable, type RefundReason, type RefundState, type RefundSums } from './refund.js';

/** A refund before it is written down. */
export interface NewRefund {
  readonly of: Refundable;
  readonly amountMinor: bigint;
  readonly reason: RefundReason;
  readonly says: string | null;
  readonly state: RefundState;
  readonly askedBy: string | null;
}

type Row = Omit<Refund, 'paid' | 'amount'> & { readonly currency: string; readonly paidMinor: string; readonly amountMinor: string };
type RefundableRow = Omit<Refundable, 'paid' | 'refundedMinor'> & { readonly currency: string; readonly paidMinor: string; readonly refundedMinor: string };

const SELECT = `select r.id, r.payment_id as "paymentId", r.quarantine_id as "quarantineId", p.id as "purchaseId", p.account_id as "buyerId", c.organisation_id as "organisationId", p.title, r.gateway, r.payment_reference as reference, r.currency, r.paid_minor as "paidMinor",
  r.amount_minor as "amountMinor", r.reason, r.says, r.state, r.because, r.asked_by as "askedBy", r.asked_at as "askedAt", r.done_at as "doneAt"
  from payments.refund r left join payments.payment y on y.id = r.payment_id left join payments.quarantine q on q.id = r.quarantine_id left join payments.purchase p on p.id = coalesce(y.purchase_id, q.purchase_id)
  left join payments.customer c on c.id = p.customer_id`;

/** Statements about refunds. */
@Injectable()
export class RefundRepository {
  constructor(private readonly policy: Policy) {}

  /** From now on nobody else asks for money of this payment until `tx` ends. */
  async hold(tx: Tx, { gateway, reference }: Pick<Refundable, 'gateway' | 'reference'>): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('refunds:' || $1 || ':' || $2, 0))`, [gateway, reference]);
  }

  /** A payment that came; 404 for every other. */
  getPayment(tx: Tx, id: string): Promise<Refundable> {
    return this.refundable(tx, `select y.id as "paymentId", null::uuid as "quarantineId", y.purchase_id as "purchaseId", y.gateway, y.reference, y.currency, y.amount_minor as "paidMinor", y.refunded_minor as "refundedMinor", y.dispute
      from payments.payment y where y.id = $1 and y.state = 'captured' and y.expires_at > clock.now()`, id);
  }

  /** A payment that was set apart, where it is known how much it is; 404 for every other. */
  getSetApart(tx: Tx, id: string): Promise<Refundable> {
    return this.refundable(tx, `select null::uuid as "paymentId", q.id as "quarantineId", q.purchase_id as "purchaseId", q.gateway, q.reference, q.said_currency as currency, q.said_minor as "paidMinor", '0' as "refundedMinor", null as dispute
      from payments.quarantine q where q.id = $1 and q.said_minor is not null and q.said_currency is not null and q.expires_at > clock.now()`, id);
  }

  async sums(tx: Tx, { gateway, reference }: Pick<Refundable, 'gateway' | 'reference'>): Promise<RefundSums> {
    const [row] = await tx.query<{ done: string; pending: string }[]>(
      `select coalesce(sum(amount_minor) filter (where state = 'done'), 0)::text as done, coalesce(sum(amount_minor) filter (where state in ('waiting', 'approved', 'sent')), 0)::text as pending
       from payments.refund where gateway = $1 and payment_reference = $2`, [gateway, reference]);
    return { done: BigInt(row?.done ?? 0), pending: BigInt(row?.pending ?? 0) };
  }

  /** What failed late of them, in minor units. */
  async failedLater(tx: Tx, { gateway, reference }: Pick<Refundable, 'gateway' | 'reference'>): Promise<bigint> {
    const [row] = await tx.query<{ minor: string }[]>(
      `select coalesce(sum(amount_minor), 0)::text as minor from payments.refund where gateway = $1 and payment_reference = $2 and state = 'failed' and because = 'failed_later'`, [gateway, reference]);
    return BigInt(row?.minor ?? 0);
  }

  async add(tx: Tx, { of, amountMinor, reason, says, state, askedBy }: NewRefund): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into payments.refund (id, payment_id, quarantine_id, gateway, payment_reference, currency, paid_minor, amount_minor, reason, says, state, asked_by, look_at, done_at, expires_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, case when $11 = 'approved' then now + interval '10 minutes' end, case when $11 = 'done' then now end, now + $13::interval from clock.now() as now`,
      [id, of.paymentId, of.quarantineId, of.gateway, of.reference, of.paid.currency, of.paid.minor.toString(), amountMinor.toString(), reason, says, state, askedBy, this.policy.periodOf('paymentRecords').iso],
    );
    return id;
  }

  async get(tx: Tx, id: string): Promise<Refund> {
    const [found] = await this.select(tx, 'r.id = $1', [id]);
    if (!found) throw notFound();
    return found;
  }

  /** Those that wait for somebody first, then the newest; at most a hundred. */
  list(tx: Tx): Promise<Refund[]> {
    return this.select(tx, `true order by r.state = 'waiting' desc, r.id desc limit 100`, []);
  }

  ofPayments(tx: Tx, paymentIds: readonly string[]): Promise<Refund[]> {
    return this.select(tx, 'r.payment_id = any ($1::uuid[]) order by r.id', [paymentIds]);
  }

  ofSetApart(tx: Tx, quarantineIds: readonly string[]): Promise<Refund[]> {
    return this.select(tx, 'r.quarantine_id = any ($1::uuid[]) order by r.id', [quarantineIds]);
  }

  /** False when somebody has decided before. */
  async decide(tx: Tx, id: string, operatorId: string, state: 'approved' | 'refused'): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update payments.refund set state = $3, decided_by = $2, decided_at = clock.now(), look_at = case when $3 = 'approved' then clock.now() + interval '10 minutes' end where id = $1 and state = 'waiting'`, [id, operatorId, state]);
    return changed > 0;
  }

  private async select(tx: Tx, which: string, given: readonly unknown[]): Promise<Refund[]> {
    const rows = await tx.query<Row[]>(`${SELECT} where r.expires_at > clock.now() and ${which}`, [...given]);
    return rows.map(({ currency, paidMinor, amountMinor, ...refund }) => ({ ...refund, paid: Money.of(BigInt(paidMinor), currency), amount: Money.of(BigInt(amountMinor), currency) }));
  }

  private async refundable(tx: Tx, sql: string, id: string): Promise<Refundable> {
    const [row] = await tx.query<RefundableRow[]>(sql, [id]);
    if (!row) throw notFound();
    const { currency, paidMinor, refundedMinor, ...found } = row;
    return { ...found, paid: Money.of(BigInt(paidMinor), currency), refundedMinor: BigInt(refundedMinor) };
  }
}
