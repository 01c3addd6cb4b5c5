import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';

export interface Numbered {
  readonly series: string;
  readonly year: number;
  readonly number: number;
}

const NEXT = `insert into payments.invoice_series as s (series, year, last) values ($1, extract(year from clock.now() at time zone 'utc')::int, 1)
  on conflict (series, year) do update set last = s.last + 1 returning series, year, last as number`;

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

  /** Play money has a series of its own, so that the real one has no numbers that an accountant does not find. */
  private name(isTest: boolean): string {
    const { series } = this.policy.values.sold.invoices;
    return isTest ? `TEST-${series}` : series;
  }
}

async function take(tx: Tx, series: string): Promise<Numbered> {
  const [row] = await tx.query<Numbered[]>(NEXT, [series]);
  if (!row) throw new Error('No number was given');
  return row;
}
