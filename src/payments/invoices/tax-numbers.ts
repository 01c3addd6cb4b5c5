import { stateName } from './indian-states.js';

/** VAT numbers by country, as the register of the European Union (VIES) takes them; Greece writes EL, Northern Ireland XI. */
const VAT: Readonly<Partial<Record<string, RegExp>>> = {
  AT: /^ATU\d{8}$/, BE: /^BE[01]\d{9}$/, BG: /^BG\d{9,10}$/, CY: /^CY\d{8}[A-Z]$/, CZ: /^CZ\d{8,10}$/, DE: /^DE[1-9]\d{8}$/, DK: /^DK\d{8}$/, EE: /^EE\d{9}$/, ES: /^ES[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^FI\d{8}$/, FR: /^FR[A-HJ-NP-Z0-9]{2}\d{9}$/, GR: /^EL\d{9}$/, HR: /^HR\d{11}$/, HU: /^HU\d{8}$/, IE: /^IE(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/, IT: /^IT\d{11}$/, LT: /^LT(\d{9}|\d{12})$/,
  LU: /^LU\d{8}$/, LV: /^LV\d{11}$/, MT: /^MT\d{8}$/, NL: /^NL[A-Z0-9+*]{9}B[A-Z0-9+*]{2}$/, PL: /^PL\d{10}$/, PT: /^PT\d{9}$/, RO: /^RO[1-9]\d{1,9}$/, SE: /^SE\d{10}01$/, SI: /^SI[1-9]\d{7}$/, SK: /^SK[1-9]\d{9}$/,
  GB: /^(GB|XI)(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/,
};
const GSTIN = /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/;
const ELSEWHERE = /^[A-Z0-9][A-Z0-9./-]{3,28}$/;

/** The number as it is written on invoices; null when no number of that country looks like that. */
export function taxNumber(country: string, said: string): string | null {
  const spaced = said.trim().toUpperCase();
  const plain = spaced.replaceAll(/[\s.-]/g, '');
  if (country === 'IN') return isGstin(plain) ? plain : null;
  const pattern = VAT[country];
  if (!pattern) return ELSEWHERE.test(spaced.replaceAll(/\s/g, '')) ? spaced.replaceAll(/\s/g, '') : null;
  if (pattern.test(plain)) return plain;
  const isOfAnother = Object.values(VAT).some((other) => other?.test(plain) === true);
  const prefixed = `${country === 'GR' ? 'EL' : country}${plain}`;
  return !isOfAnother && pattern.test(prefixed) ? prefixed : null;
}

/** The state a GSTIN is of. */
export function stateOfGstin(gstin: string): string {
  return gstin.slice(0, 2);
}

/** Its last character is reckoned from the others: Luhn's rule with 36 digits. */
function isGstin(number: string): boolean {
  if (!GSTIN.test(number) || stateName(stateOfGstin(number)) === null) return false;
  const sum = [...number.slice(0, -1)].reduce((total, character, index) => {
    const product = parseInt(character, 36) * (index % 2 === 0 ? 1 : 2);
    return total + Math.floor(product / 36) + (product % 36);
  }, 0);
  return ((36 - (sum % 36)) % 36).toString(36).toUpperCase() === number.slice(-1);
}
