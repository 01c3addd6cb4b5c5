import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { Policy } from '../../platform/policy/index.js';
import { numberGiven } from '../payments.facts.js';

export interface Numbered {
  readonly series: string;
  readonly year: number;
  readonly number: number;
}

const NEXT = `insert into payments.invoice_series as s (series, year, last) values ($1, extract(year from clock.now() at time zone 'utc')::int, 1)
  on conflict (series, year) do update set last = s.last + 1 returning series, year, last as number`;

/** What lies between the last one that is known and this one was given, too, also where its line did not reach the journal. */
const LOST = `insert into payments.invoice_series as s (series, year, last, lost) values ($1, $2, $3, int4multirange(int4range(1, $3, '[]')))
  on conflict (series, year) do update set last = excluded.last, lost = s.lost + int4multirange(int4range(s.last + 1, excluded.last, '[]')) where s.last < excluded.last returning last`;

/** Numbers without gaps: each is taken under the lock of its series, which stands until the transaction ends. */
@Injectable()
export class NumberSeries {
  constructor(private readonly policy: Policy) {}

  async ofInvoice(tx: Tx, isTest: boolean): Promise<Numbered> {
    return take(tx, this.name(isTest));
  }

  /** Behind the lock of the invoices' series, so that whoever takes numbers of both takes them in one order. */
  async ofCreditNote(tx: Tx, isTest: boolean): Promise<Numbered> {
    await this.hold(tx, isTest);
    return take(tx, `${this.name(isTest)}C`);
  }

  /** Waits until nobody else is writing one. */
  async hold(tx: Tx, isTest: boolean): Promise<void> {
    await tx.query('select from payments.invoice_series where series = $1 order by year for update', [this.name(isTest)]);
  }

  /** This one was given, and its paper is lost: the next one goes on behind it. False where it is known. */
  async lost(tx: Tx, { series, year, number }: Numbered): Promise<boolean> {
    return (await tx.query<object[]>(LOST, [series, year, number])).length > 0;
  }

  /** What was ever lost, in runs from `number` to `until`. */
  async allLost(tx: Tx): Promise<(Numbered & { readonly until: number })[]> {
    return tx.query(`select s.series, s.year, lower(r) as number, upper(r) - 1 as until from payments.invoice_series s cross join lateral unnest(s.lost) r order by s.series, s.year, r`);
  }

  /** Play money has a series of its own, so that the real one has no numbers that an accountant does not find. */
  private name(isTest: boolean): string {
    const { series } = this.policy.values.sold.invoices;
    return isTest ? `TEST-${series}` : series;
  }
}

async function take(tx: Tx, series: string): Promise<Numbered> {
  const [row] = await tx.query<Numbered[]>(NEXT, [series]);
  if (!row) throw new Error('No number was given');
  await noteFact(tx, numberGiven, { series, year: String(row.year), number: String(row.number) });
  return row;
}
