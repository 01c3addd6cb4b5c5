import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Journal } from '../../platform/journal/index.js';
import { numberGiven } from '../payments.facts.js';
import { type Numbered, NumberSeries } from './number-series.js';

/** Gives no number a second time where a restored backup knows nothing of its invoice. */
@Injectable()
export class NumbersAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly series: NumberSeries,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(numberGiven, ({ series, year, number }) => this.series.lost(this.db.alone, { series, year: Number(year), number: Number(number) }));
    this.journal.afterReplay(() => this.tell());
  }

  private async tell(): Promise<string[]> {
    const runs = await this.series.allLost(this.db.alone);
    if (runs.length === 0) return [];
    return [`Of these numbers of invoices and credit notes there is no paper here, and none of them is given again: ${runs.map(inWords).join(', ')}.`];
  }
}

/** `VV-2026-00012 to VV-2026-00014` */
function inWords({ number, until, ...of }: Numbered & { readonly until: number }): string {
  return number === until ? written({ ...of, number }) : `${written({ ...of, number })} to ${written({ ...of, number: until })}`;
}

const written = ({ series, year, number }: Numbered): string => `${series}-${year}-${String(number).padStart(5, '0')}`;
