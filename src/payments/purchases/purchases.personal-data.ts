import { type Json } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';
import { endPlan } from './purchases.jobs.js';

/** Purchases, and the plans that came of them. They stay as long as tax law asks, without a way to who it was: the account falls from them by its foreign key. */
export const purchasesHolder = holdsPersonalData({
  module: 'payments',
  tables: [
    { table: 'payments.purchase', subjectColumn: 'account_id', retention: 'paymentRecords', since: 'made_at', until: 'expires_at', stays: 'Tax law asks for it. It bears no name any more, only a number of its own.' },
    { table: 'payments.subscription', subjectColumn: null, retention: 'paymentRecords', since: 'made_at', until: 'expires_at', counting: 'join payments.customer c on c.id = held.customer_id where c.account_id = $1', stays: 'Tax law asks for it. It bears no name any more, only a number of its own.' },
  ],
  async export(tx, accountId) {
    const purchases = await tx.query<Record<string, Json>[]>(
      `select p.title, p.quantity, p.amount_minor::text as "amountInMinorUnits", p.currency, p.gateway, p.mode, p.state, p.checkout_reference as "referenceAtTheGateway", p.made_at::text as "madeAt", p.paid_at::text as "paidAt",
         c.organisation_id is not null as "forAnOrganisation" from payments.purchase p join payments.customer c on c.id = p.customer_id where p.account_id = $1 and p.expires_at > clock.now() order by p.id`, [accountId]);
    const plans = await tx.query<Record<string, Json>[]>(
      `select p.title, s.gateway, s.reference as "referenceAtTheGateway", s.state, s.current_until::text as "paidUntil", s.ends_at_period_end as "endsThen", s.made_at::text as "begunAt", s.ended_at::text as "endedAt"
       from payments.subscription s join payments.purchase p on p.id = s.purchase_id join payments.customer c on c.id = s.customer_id where c.account_id = $1 and s.expires_at > clock.now() order by s.id`, [accountId]);
    return { ...(purchases.length > 0 ? { purchases } : {}), ...(plans.length > 0 ? { plans } : {}) };
  },
  /** Nothing more is taken from somebody who has gone. */
  async close(tx, accountId) {
    await endPlansOf(tx, accountId);
  },
  async erase(tx, accountId) {
    await endPlansOf(tx, accountId);
    await tx.query('update payments.purchase set account_id = null where account_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from payments.purchase where account_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'payments.purchase', rows: row.rows, because: 'not erased yet' }] : [];
  },
});

async function endPlansOf(tx: Tx, accountId: string): Promise<void> {
  const [plans] = await tx.query<[{ id: string }[], number]>(
    `update payments.subscription set end_asked_at = coalesce(end_asked_at, clock.now())
     where state <> 'ended' and customer_id in (select id from payments.customer where account_id = $1) returning id`, [accountId]);
  for (const { id } of plans) await new Outbox().enqueue(tx, endPlan, { subscriptionId: id });
}
