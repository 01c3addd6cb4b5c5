import { keepsInvariant } from '../invariants/index.js';

keepsInvariant({
  name: 'journal.nothing_waits',
  says: 'Each deletion, each withdrawal and each number of an invoice stands in the journal within a minute',
  async broken({ tx }) {
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from jobs.outbox where name = 'journal.write' and status <> 'done' and created_at < clock.now() - interval '60 seconds'`);
    return count > 0 ? [`${count} facts`] : [];
  },
});
