import { type Pay } from '../../api/contact-queries.js';

/** Those whose minor units the server knows. */
export const currencies = ['EUR', 'GBP', 'USD', 'CHF', 'INR', 'AUD', 'CAD', 'GHS', 'JPY', 'KES', 'KWD', 'NGN', 'SGD', 'ZAR'] as const;

export const perWords: Record<Pay['per'], string> = { year: 'a year', month: 'a month', day: 'a day', hour: 'an hour' };

const formatOf = (currency: string) => new Intl.NumberFormat('en-GB', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
const minorIn = (currency: string): number => 10 ** (formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2);

/** "€50,000 to €60,000 a year". */
export function payInWords({ min, max, currency, per }: Pay): string {
  const format = formatOf(currency);
  const minor = minorIn(currency);
  const range = min === max ? format.format(min / minor) : `${format.format(min / minor)} to ${format.format(max / minor)}`;
  return `${range} ${perWords[per]}`;
}

/** What somebody typed ("52,000.50", "52 000") in minor units; null when it is no amount. */
export function readAmount(typed: string, currency: string): number | null {
  const plain = typed.replace(/[\s,'’]/g, '');
  if (!/^\d{1,12}(\.\d+)?$/.test(plain)) return null;
  return Math.round(Number(plain) * minorIn(currency));
}
