import { keepsInvariant } from '../../platform/invariants/index.js';

keepsInvariant({
  name: 'payments.invoice_numbers_without_gaps',
  says: 'From the oldest invoice that is still kept to the last number that was given, each series has every number, but for those that a restored backup was too old for',
  async broken({ tx }) {
    const rows = await tx.query<{ series: string; year: number }[]>(
      `select s.series, s.year from payments.invoice_series s join payments.invoice i using (series, year) group by s.series, s.year
       having not range_agg(int4range(i.number, i.number, '[]')) + s.lost @> int4range(min(i.number), s.last, '[]') or max(i.number) > s.last or range_agg(int4range(i.number, i.number, '[]')) && s.lost`);
    return rows.map(({ series, year }) => `${series}-${year}`);
  },
});

keepsInvariant({
  name: 'payments.credit_notes_within_their_invoice',
  says: 'No more of an invoice is credited than there is of it, neither of its amount nor of its tax',
  async broken({ tx }) {
    const rows = await tx.query<{ reference: string }[]>(
      `select i.reference from payments.invoice i join payments.invoice c on c.corrects = i.id
       group by i.id having sum(c.total_minor) > i.total_minor or sum(c.tax_minor) > i.tax_minor or sum(c.net_minor) > i.net_minor`);
    return rows.map(({ reference }) => reference);
  },
});
