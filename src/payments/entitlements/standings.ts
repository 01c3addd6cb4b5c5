import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type Payer, type Unit, units } from '../terms.js';
import { Allowances } from './allowances.js';
import { type Credits, type LotSource, type LotStanding } from './credits.js';
import { Customers } from './customers.js';
import { type LiveLot, LedgerRepository } from './ledger.repository.js';

/** What somebody has left. Looking changes nothing: a month that nothing was used in yet is reckoned in. */
@Injectable()
export class Standings {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly customers: Customers,
    private readonly allowances: Allowances,
  ) {}

  async of(tx: Tx, payer: Payer): Promise<Record<Unit, Credits>> {
    const customerId = await this.customers.find(tx, payer);
    const lots = customerId === null ? [] : await this.ledger.live(tx, customerId);
    const { until } = await this.allowances.month(tx);
    const each = units.map((unit): [Unit, Credits] => [unit, creditsOf(lots.filter((lot) => lot.unit === unit), { of: this.allowances.perMonth(payer, unit), until })]);
    return Object.fromEntries(each) as Record<Unit, Credits>;
  }
}

function creditsOf(lots: readonly LiveLot[], promised: { readonly of: number; readonly until: Date }): Credits {
  const begun = lots.find(({ source }) => source === 'free');
  const free = { left: begun?.left ?? promised.of, of: begun?.of ?? promised.of, until: promised.until };
  const others = lots.filter(isNotFree).filter(({ left }) => left > 0);
  return {
    free,
    left: others.reduce((sum, { left, isFrozen }) => sum + (isFrozen ? 0 : left), free.left),
    lots: others.map(({ source, left, of, until, isFrozen }) => ({ source, left, of, until, isFrozen })),
  };
}

const isNotFree = (lot: LiveLot): lot is LiveLot & { source: LotStanding['source'] } => lot.source !== ('free' satisfies LotSource);
