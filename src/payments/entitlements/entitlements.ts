import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Payer, type Unit } from '../terms.js';
import { Allowances } from './allowances.js';
import { type CreditUse, type Standing } from './credits.js';
import { Customers } from './customers.js';
import { nothingLeft } from './entitlements.errors.js';
import { LedgerRepository } from './ledger.repository.js';
import { LivePlans } from './live-plans.js';
import { Standings } from './standings.js';

const PAGE = 50;

/** What was bought, given or is free, and what of it is used. Everything happens in the caller's transaction, or not at all. */
@Injectable()
export class Entitlements {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly customers: Customers,
    private readonly allowances: Allowances,
    private readonly standings: Standings,
    private readonly plans: LivePlans,
    private readonly policy: Policy,
  ) {}

  /** Uses one credit for a thing. Whatever it is used for twice is used for once. AppError `payments.nothing_left`. */
  consume(tx: Tx, payer: Payer, unit: Unit, thing: string): Promise<void> {
    return this.consumeEach(tx, payer, unit, [thing]);
  }

  /** Uses one credit for each of the things, or none at all. AppError `payments.nothing_left`. */
  async consumeEach(tx: Tx, payer: Payer, unit: Unit, things: readonly string[]): Promise<void> {
    const customerId = await this.customers.get(tx, payer);
    await this.customers.lock(tx, [customerId]);
    const open = await this.ledger.unused(tx, unit, things);
    if (open.length === 0) return;
    await this.mustHave(tx, payer, unit, open.length);
    await this.allowances.begin(tx, customerId, payer, unit);
    const used = await this.ledger.use(tx, customerId, unit, open);
    if (used < open.length && (await this.ledger.unused(tx, unit, open)).length > 0) throw new Error('Credits that were there could not be used');
  }

  /** AppError `payments.nothing_left` when there are fewer than `count`. Nothing is used or held: a look before something is begun. */
  async mustHave(tx: Tx, payer: Payer, unit: Unit, count = 1): Promise<void> {
    const { left } = (await this.standings.of(tx, payer))[unit];
    if (left < count) throw nothingLeft(unit, { left, asked: count });
  }

  /** What was used for these things comes back, to where it came from; what was not used, or came back before, does not. `because` is a code, such as `not_judged`. */
  async giveBack(tx: Tx, unit: Unit, things: readonly string[], because: string): Promise<void> {
    const customers = await this.ledger.customersOf(tx, unit, things);
    if (customers.length === 0) return;
    await this.customers.lock(tx, customers);
    const lots = await this.ledger.returnUsed(tx, unit, things, because);
    // What was paid back meanwhile could not be taken while it was used.
    await this.ledger.takeBack(tx, lots);
  }

  /** A gift of the operator, to be used within a year; whoever gets it reads why. */
  async give(tx: Tx, payer: Payer, unit: Unit, count: number, { because }: { readonly because: string }): Promise<void> {
    const customerId = await this.customers.get(tx, payer);
    await this.customers.lock(tx, [customerId]);
    await this.allowances.give(tx, customerId, unit, { count, because });
  }

  /** What is left, from where and until when. */
  async standing(tx: Tx, payer: Payer): Promise<Standing> {
    const credits = await this.standings.of(tx, payer);
    const { premiumVoice, seats } = await this.plans.rights(tx, payer);
    const { free } = this.policy.values.sold;
    return { credits, premiumVoice: free.premiumVoice || premiumVoice, seats: free.seats + seats };
  }

  /** What credits were used for, the newest first; `after` is what the page before gave as `next`. */
  async uses(tx: Tx, customerId: string, after: string | null): Promise<{ readonly items: readonly CreditUse[]; readonly next: string | null }> {
    const lines = await this.ledger.uses(tx, customerId, after, PAGE + 1);
    const items = lines.slice(0, PAGE);
    return { items, next: lines.length > PAGE ? (items.at(-1)?.id ?? null) : null };
  }

  /** Whether questions written for somebody may be read to them by a natural voice, and an interviewer may speak with them. */
  async hasPremiumVoice(tx: Tx, payer: Payer): Promise<boolean> {
    return this.policy.values.sold.free.premiumVoice || (await this.plans.rights(tx, payer)).premiumVoice;
  }

  /** How many people of an organisation have room: the free places, and those of its plans. */
  async seats(tx: Tx, payer: Payer): Promise<number> {
    return this.policy.values.sold.free.seats + (await this.plans.rights(tx, payer)).seats;
  }
}
