import { AppError } from '../../kernel/index.js';
import { type Policy } from '../../platform/policy/index.js';

const DAY_MS = 86_400_000;

/** What a law asks of whoever answers; periods are ISO 8601 durations. */
export interface Deadlines {
  readonly within: string;
  readonly acknowledgeBy: Date | null;
  /** By how much the answer may be put off once; null when the law knows no such thing. */
  readonly mayExtendBy: string | null;
}

/** AppError `privacy.no_such_law` for a law that the policy does not name. */
export function mustBeNamed({ values: { rights } }: Policy, jurisdiction: string | null): void {
  if (jurisdiction === null || rights.jurisdictions.some(({ id }) => id === jurisdiction)) return;
  throw new AppError('privacy.no_such_law', 422, 'We do not know this law. Nothing was stored.', { fields: { jurisdiction: 'Choose one of the list.' } });
}

/** The deadlines of a request under one of the policy's jurisdictions, or without one, as under a law that the policy has ceased to name. */
export function deadlinesOf({ values: { rights } }: Policy, jurisdiction: string | null, askedAt: Date): Deadlines {
  const law = rights.jurisdictions.find(({ id }) => id === jurisdiction);
  if (!law) return { within: rights.answerWithin.iso, acknowledgeBy: null, mayExtendBy: null };
  const { answerWithin, acknowledgeWithinWorkingDays, mayExtendBy } = law;
  return { within: answerWithin.iso, acknowledgeBy: acknowledgeWithinWorkingDays === undefined ? null : afterWorkingDays(askedAt, acknowledgeWithinWorkingDays), mayExtendBy: mayExtendBy?.iso ?? null };
}

/** Monday to Friday in UTC; public holidays are not known here and count, so that nothing is promised too late. */
export function afterWorkingDays(from: Date, days: number): Date {
  let at = from.getTime();
  for (let left = days; left > 0;) {
    at += DAY_MS;
    if (![0, 6].includes(new Date(at).getUTCDay())) left -= 1;
  }
  return new Date(at);
}
