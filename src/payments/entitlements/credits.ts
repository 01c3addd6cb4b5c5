import { type Unit } from '../terms.js';

export const lotSources = ['free', 'pack', 'plan', 'gift'] as const;
export type LotSource = (typeof lotSources)[number];

/** Credits that came together, as their owner sees them. `of`: how many came; `isFrozen`: the payment is disputed, and none can be used meanwhile. */
export interface LotStanding {
  readonly source: Exclude<LotSource, 'free'>;
  readonly left: number;
  readonly of: number;
  readonly until: Date | null;
  readonly isFrozen: boolean;
}

/** What is left of one unit: `left` of all of it that can be used now, `lots` of what was bought or given, the first to run out first. */
export interface Credits {
  readonly left: number;
  /** Of this calendar month (UTC), which `until` ends. */
  readonly free: { readonly left: number; readonly of: number; readonly until: Date };
  readonly lots: readonly LotStanding[];
}

/** What somebody has. `seats`: places for people of an organisation, the free ones among them. */
export interface Standing {
  readonly credits: Readonly<Record<Unit, Credits>>;
  readonly premiumVoice: boolean;
  readonly seats: number;
}

/** A credit that was used for something, or came back from it. */
export interface CreditUse {
  readonly id: string;
  readonly unit: Unit;
  readonly kind: 'used' | 'returned';
  readonly thing: string;
  readonly at: Date;
  readonly source: LotSource;
  readonly because: string | null;
}
