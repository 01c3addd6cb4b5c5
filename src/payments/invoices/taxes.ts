import { type Policy } from '../../platform/policy/index.js';
import { isSameRegion } from './indian-states.js';

type Tax = Policy['values']['sold']['invoices']['taxes'][number];

/** One tax as it stands on an invoice; `minor`: its amount in minor units, as a decimal since JSON has no bigint. */
export interface TaxLine {
  readonly name: string;
  /** Up to three decimals: `"9"`, `"7.75"`. */
  readonly percent: string;
  readonly minor: string;
}

/** Where somebody is, as far as tax goes. */
export interface Place {
  readonly country: string;
  readonly region: string | null;
}

/** An amount taken apart. */
export interface Taxed {
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly lines: readonly TaxLine[];
  readonly code: string | null;
  readonly note: 'reverse_charge' | null;
}

const ALL = 100_000n;

/** What of a price is tax, by the policy's rules for the buyer's country; taxes are within prices. */
export function taxed(totalMinor: bigint, rules: readonly Tax[], seller: Place, buyer: Place & { readonly hasTaxId: boolean }): Taxed {
  const ofCountry = rules.filter((rule) => rule.country === buyer.country);
  const isAbroad = buyer.country !== seller.country;
  const owed = ofCountry.filter((rule) => !(rule.reverseCharge && isAbroad && buyer.hasTaxId));
  const parts = owed.flatMap((rule) => partsOf(rule, !isAbroad && isSameRegion(seller, buyer)));
  const rate = parts.reduce((sum, { percent }) => sum + thousandths(percent), 0n);
  const netMinor = halfUp(totalMinor * ALL, ALL + rate);
  return {
    netMinor, taxMinor: totalMinor - netMinor, lines: shared(totalMinor - netMinor, parts),
    code: ofCountry[0]?.code ?? null, note: owed.length < ofCountry.length ? 'reverse_charge' : null,
  };
}

/**
 * What of an invoice goes back when `amountMinor` of it does, after `beforeMinor` of it went before: in proportion, and
 * reckoned from the sum each time, so that all parts together are the invoice, to the last minor unit.
 */
export function creditedOf(invoice: { readonly totalMinor: bigint; readonly taxMinor: bigint; readonly lines: readonly TaxLine[] }, beforeMinor: bigint, amountMinor: bigint): Pick<Taxed, 'netMinor' | 'taxMinor' | 'lines'> {
  const taxUpTo = (minor: bigint): bigint => halfUp(invoice.taxMinor * minor, invoice.totalMinor);
  const [before, after] = [taxUpTo(beforeMinor), taxUpTo(beforeMinor + amountMinor)];
  const gone = shared(before, invoice.lines);
  const lines = shared(after, invoice.lines).map((line, index) => ({ ...line, minor: (BigInt(line.minor) - BigInt(gone[index]?.minor ?? 0)).toString() }));
  return { netMinor: amountMinor - (after - before), taxMinor: after - before, lines };
}

/** Within the seller's own region the two halves of it, where the law knows them (CGST and SGST). */
function partsOf({ name, percent, halves }: Tax, isSame: boolean): Omit<TaxLine, 'minor'>[] {
  if (!halves || !isSame) return [{ name, percent }];
  const half = plain(thousandths(percent) / 2n);
  return halves.map((each) => ({ name: each, percent: half }));
}

/** A tax on lines by their percent; each ends where its share of the whole ends, so that they add up exactly. */
function shared(taxMinor: bigint, parts: readonly Omit<TaxLine, 'minor'>[]): TaxLine[] {
  const rate = parts.reduce((sum, { percent }) => sum + thousandths(percent), 0n);
  let weight = 0n;
  let given = 0n;
  return parts.map(({ name, percent }) => {
    weight += thousandths(percent);
    const upTo = rate === 0n ? 0n : halfUp(taxMinor * weight, rate);
    const minor = (upTo - given).toString();
    given = upTo;
    return { name, percent, minor };
  });
}

/** Of amounts that are not below zero. */
function halfUp(over: bigint, under: bigint): bigint {
  return (2n * over + under) / (2n * under);
}

function thousandths(percent: string): bigint {
  const [whole = '0', fraction = ''] = percent.split('.');
  return BigInt(whole + fraction.padEnd(3, '0'));
}

function plain(percentInThousandths: bigint): string {
  const digits = percentInThousandths.toString().padStart(4, '0');
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`.replace(/\.?0+$/, '');
}
