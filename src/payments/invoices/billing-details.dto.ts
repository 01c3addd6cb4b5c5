import { z } from 'zod';
import { stateCode } from './indian-states.js';
import { taxNumber } from './tax-numbers.js';

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const text = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`).refine((said) => !said.includes('\0'), 'Remove the character that cannot be stored (NUL).');

/** The English name of a country; null for a code that is none. */
export function countryName(code: string): string | null {
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' ? (COUNTRIES.of(code) ?? null) : null;
}

/** What somebody wants on invoices; each may be empty. */
export const detailsBody = z
  .strictObject({
    name: text(200), address: text(500).refine((said) => said.split('\n').length <= 10, 'Use at most ten lines.'), region: text(100), taxId: text(40),
    country: z.string().refine((code) => countryName(code) !== null, 'Choose a country from the list.').nullable(),
  })
  .superRefine(({ country, region, taxId }, ctx) => {
    if (taxId !== '' && country === null) ctx.addIssue({ code: 'custom', path: ['country'], message: 'Choose the country your tax number is of.' });
    if (taxId !== '' && country !== null && taxNumber(country, taxId) === null) ctx.addIssue({ code: 'custom', path: ['taxId'], message: saysOf(country) });
    if (country === 'IN' && region !== '' && stateCode(region) === null) ctx.addIssue({ code: 'custom', path: ['region'], message: 'Write the name of a state or union territory.' });
  });
export type DetailsBody = z.infer<typeof detailsBody>;

function saysOf(country: string): string {
  return country === 'IN'
    ? 'This is no GSTIN. It has 15 characters, such as 27AAPFU0939F1ZV; look for a mistyped one.'
    : `This is not how a tax number of ${countryName(country) ?? 'that country'} looks. Look for a mistyped character.`;
}
