import { type Money, Period } from '../../kernel/index.js';
import { type Terms, type Unit } from '../terms.js';

const UNITS: Readonly<Record<Unit, string>> = { interview: 'practice interview', invited_interview: 'invited interview' };
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** `US$10.50`, `₹499.00`. */
export const moneyInWords = ({ amount, currency }: Money): string => new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount as `${number}`);

/** `22 May 2027 at 10:15 UTC`. */
export const momentInWords = (at: Date): string => `${MOMENT.format(at)} UTC`;

/** What a payment gives: `10 practice interviews, to use within 1 year`; null for a thing of its own. */
export function givenInWords({ credits, premiumVoice, seats, lasts }: Terms, kind: 'pack' | 'plan' | 'item'): string | null {
  const given = [
    ...Object.entries(credits).map(([unit, count]) => counted(count, UNITS[unit as Unit])),
    ...(premiumVoice ? ['the natural voices and conversations there are here'] : []),
    ...(seats > 0 ? [counted(seats, 'more place', 'more places')] : []),
  ];
  if (given.length === 0) return null;
  const time = lasts === null ? '' : Period.parse(lasts).toString();
  const until = kind === 'plan' ? ` for ${time}` : `, to use within ${time}`;
  return `${given.join(', ')}${time === '' ? '' : until}`;
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
