import { type Pay, type RequestWish } from '../../api/contact-queries.js';
import { perWords, readAmount } from './pay.js';

/** What somebody filled in, or what is wrong with it by the id of the field. */
export function readWish(talentId: string, entered: FormData): { wish: RequestWish | null; faults: Record<string, string> } {
  const text = (name: string): string => {
    const value = entered.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const currency = text('currency');
  const [min, max] = [readAmount(text('min'), currency), readAmount(text('max'), currency)];
  const faults = {
    ...(text('job') === '' ? { 'ask-job': 'Name the job.' } : {}),
    ...(min === null ? { 'ask-min': 'Enter the lowest pay, such as 52,000.' } : {}),
    ...maxFault(min, max),
    ...(text('message') === '' ? { 'ask-message': 'Write why you ask.' } : {}),
  };
  if (Object.keys(faults).length > 0 || min === null || max === null) return { wish: null, faults };
  const per = (Object.keys(perWords) as Pay['per'][]).find((known) => known === text('per')) ?? 'year';
  return { wish: { talentId, clientId: text('client') === '' ? null : text('client'), jobTitle: text('job'), pay: { min, max, currency, per }, message: text('message') }, faults: {} };
}

/** An amount in minor units as one would type it. */
export function amountOf(minor: number, currency: string): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return String(minor / 10 ** digits);
}

function maxFault(min: number | null, max: number | null): Record<string, string> {
  if (max === null || max === 0) return { 'ask-max': 'Enter the highest pay, such as 60,000.' };
  return min !== null && max < min ? { 'ask-max': 'The highest pay is below the lowest.' } : {};
}
