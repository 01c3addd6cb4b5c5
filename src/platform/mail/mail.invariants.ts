import { keepsInvariant } from '../invariants/index.js';

keepsInvariant({
  name: 'mail.each_once',
  says: 'Nobody is written to twice about the same thing',
  async broken({ tx }) {
    const rows = await tx.query<{ template: string; count: number }[]>(
      'select template, count(*)::int as count from mail.outbox where matter is not null group by template, matter, recipient_hash having count(*) > 1 limit 10');
    return rows.map(({ template, count }) => `${count} of ${template}`);
  },
});
