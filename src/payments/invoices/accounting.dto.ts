import { z } from 'zod';
import { Money } from '../../kernel/index.js';
import { moneyView } from '../purchases/billing.dto.js';
import { type PaymentDay } from './payment-day.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 3_660;

/** Days of UTC, both included. */
export const periodQuery = z
  .object({ from: z.iso.date('Choose a day.'), to: z.iso.date('Choose a day.') })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day is before the first.' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MOST_DAYS * DAY_MS, { path: ['to'], message: 'Choose at most ten years at a time.' });
export type PeriodQuery = z.infer<typeof periodQuery>;

const counted = z.object({ count: z.number(), sum: moneyView });

/** What happened on a day (UTC) through one gateway in one currency. `disputed`: of what was paid on that day. */
const dayView = z.object({
  day: z.iso.date(), gateway: z.string(), gatewayName: z.string(), captured: counted, refunded: counted,
  disputed: z.number(), invoices: z.number(), creditNotes: z.number(), quarantined: z.number(),
  /** What asking the gateway came to; null until the night after. `unanswered`: how many it said nothing about. */
  check: z.object({ at: z.iso.datetime(), compared: z.number(), ours: moneyView, theirs: moneyView, unanswered: z.number() }).nullable(),
  /** `reference`: the payment's id at the gateway; `ours` and `theirs`: what each side says. */
  differences: z.array(z.object({ reference: z.string(), what: z.enum(['absent_here', 'absent_there', 'state', 'amount', 'refunded', 'dispute']), ours: z.string().nullable(), theirs: z.string().nullable() })),
}).meta({ id: 'PaymentDay' });

/** The newest day first; days on which nothing happened are left out. */
export const daysView = z.object({ days: z.array(dayView) }).meta({ id: 'PaymentDays' });
export type DaysView = z.infer<typeof daysView>;

export function asDay({ currency, gatewayName, captured, refunded, check, ...day }: PaymentDay): DaysView['days'][number] {
  const money = (minor: bigint): z.infer<typeof moneyView> => ({ amount: Money.of(minor, currency).amount, currency });
  const sum = ({ count, minor }: { count: number; minor: bigint }): z.infer<typeof counted> => ({ count, sum: money(minor) });
  return {
    ...day, gatewayName, captured: sum(captured), refunded: sum(refunded), differences: day.differences.map((one) => ({ ...one })),
    check: check && { at: check.at.toISOString(), compared: check.compared, ours: money(check.oursMinor), theirs: money(check.theirsMinor), unanswered: check.unanswered },
  };
}
