import { type Period } from '../../kernel/index.js';
import { type Policy } from '../../platform/policy/index.js';

const daysIn = (period: Period): number => Math.round((period.after(new Date(0)).getTime()) / 86_400_000);

/** The terms of the policy in days, as a page says them. */
export function followUpTerms({ values }: Policy): { withinDays: number; ofDays: number } {
  const { followUpWithin, followUpsOf } = values.contactRequests;
  return { withinDays: daysIn(followUpWithin), ofDays: daysIn(followUpsOf) };
}
