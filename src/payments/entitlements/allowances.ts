import { Injectable } from '@nestjs/common';
import { Period } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Payer, type Unit } from '../terms.js';
import { LedgerRepository } from './ledger.repository.js';

/** A calendar month in UTC. */
export interface Month {
  readonly from: Date;
  readonly until: Date;
}

const A_GIFT_LASTS = Period.parse('P1Y');

/** Credits that nobody pays for: those of each month, and those that the operator gives. */
@Injectable()
export class Allowances {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** Candidates practise, and organisations invite. */
  perMonth(payer: Payer, unit: Unit): number {
    const { interviewsPerMonth, invitedInterviewsPerMonth } = this.policy.values.sold.free;
    if ('accountId' in payer) return unit === 'interview' ? interviewsPerMonth : 0;
    return unit === 'invited_interview' ? invitedInterviewsPerMonth : 0;
  }

  /** The one that it is now, in database time. */
  async month(tx: Tx): Promise<Month> {
    const now = await this.clock.now(tx);
    const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
    return { from: new Date(Date.UTC(year, month)), until: new Date(Date.UTC(year, month + 1)) };
  }

  /** Written down with the first use of a month; until then it is only a promise. */
  async begin(tx: Tx, customerId: string, payer: Payer, unit: Unit): Promise<void> {
    const granted = this.perMonth(payer, unit);
    if (granted === 0) return;
    const { from, until } = await this.month(tx);
    await this.ledger.give(tx, { customerId, unit, source: 'free', paymentId: null, granted, from, until, expiresAt: this.policy.endOf('allowances', until), because: null });
  }

  /** To be used within a year. */
  async give(tx: Tx, customerId: string, unit: Unit, { count, because }: { readonly count: number; readonly because: string }): Promise<void> {
    const from = await this.clock.now(tx);
    const until = A_GIFT_LASTS.after(from);
    await this.ledger.give(tx, { customerId, unit, source: 'gift', paymentId: null, granted: count, from, until, expiresAt: this.policy.endOf('allowances', until), because });
  }
}
