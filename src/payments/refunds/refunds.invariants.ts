import { keepsInvariant } from '../../platform/invariants/index.js';

keepsInvariant({
  name: 'payments.no_more_back_than_came',
  says: 'Of no payment more goes back than came',
  async broken({ tx }) {
    const rows = await tx.query<{ gateway: string; reference: string }[]>(
      `select gateway, payment_reference as reference from payments.refund where state not in ('failed', 'refused') group by gateway, payment_reference having sum(amount_minor) > min(paid_minor)`);
    return rows.map(({ gateway, reference }) => `payment ${reference} of ${gateway}`);
  },
});
