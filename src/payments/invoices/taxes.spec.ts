import { creditedOf, type Taxed, taxed } from './taxes.js';
import { taxNumber } from './tax-numbers.js';

const gst = { country: 'IN', name: 'IGST', percent: '18', code: '998439', halves: ['CGST', 'SGST'] as [string, string], reverseCharge: false };
const vat = { country: 'FR', name: 'TVA', percent: '20', reverseCharge: true };
const karnataka = { country: 'IN', region: 'Karnataka' };
const germany = { country: 'DE', region: null };

describe('taxes within a price', () => {
  it('are what is left of it without the price before tax, rounded half up', () => {
    expect(taxed(49_900n, [gst], karnataka, { country: 'IN', region: 'Kerala', hasTaxId: false })).toEqual({
      netMinor: 42_288n, taxMinor: 7612n, lines: [{ name: 'IGST', percent: '18', minor: '7612' }], code: '998439', note: null,
    });
    // 3 ÷ 1.2 is exactly 2.5.
    expect(taxed(3n, [{ ...vat, reverseCharge: false }], germany, { country: 'FR', region: null, hasTaxId: false })).toMatchObject({ netMinor: 3n, taxMinor: 0n });
  });

  it('stand as two halves that add up where buyer and seller are in one state, however it is written', () => {
    for (const region of ['Karnataka', ' karnataka ', '29', null]) {
      expect(taxed(49_905n, [gst], karnataka, { country: 'IN', region, hasTaxId: false }).lines).toEqual([{ name: 'CGST', percent: '9', minor: '3807' }, { name: 'SGST', percent: '9', minor: '3806' }]);
    }
  });

  it('are owed by a buyer of another country with a tax number, where the rule says so', () => {
    expect(taxed(1200n, [vat], germany, { country: 'FR', region: null, hasTaxId: true })).toEqual({ netMinor: 1200n, taxMinor: 0n, lines: [], code: null, note: 'reverse_charge' });
    expect(taxed(1200n, [vat], germany, { country: 'FR', region: null, hasTaxId: false })).toMatchObject({ netMinor: 1000n, taxMinor: 200n, note: null });
    expect(taxed(1200n, [vat], { country: 'FR', region: null }, { country: 'FR', region: null, hasTaxId: true })).toMatchObject({ taxMinor: 200n, note: null });
  });

  it('are none where no rule is for the buyer’s country', () => {
    expect(taxed(1200n, [gst, vat], germany, { country: 'BR', region: null, hasTaxId: true })).toEqual({ netMinor: 1200n, taxMinor: 0n, lines: [], code: null, note: null });
  });

  it('go back in parts that sum to the invoice, to the last unit, in whatever steps', () => {
    for (const totalMinor of [1n, 7n, 999n, 49_905n]) {
      const invoice = { totalMinor, ...taxed(totalMinor, [gst], karnataka, { ...karnataka, hasTaxId: false }) };
      for (const step of [1n, 3n, 500n, totalMinor]) {
        const back: Pick<Taxed, 'netMinor' | 'taxMinor' | 'lines'>[] = [];
        for (let before = 0n; before < totalMinor; before += step) back.push(creditedOf(invoice, before, step < totalMinor - before ? step : totalMinor - before));
        expect(back.every(({ netMinor, taxMinor, lines }) => netMinor >= 0n && taxMinor >= 0n && lines.every(({ minor }) => BigInt(minor) >= 0n))).toBe(true);
        expect(back.reduce((sum, { netMinor }) => sum + netMinor, 0n)).toBe(invoice.netMinor);
        expect(invoice.lines.map((_, index) => back.reduce((sum, { lines }) => sum + BigInt(lines[index]?.minor ?? 0), 0n).toString())).toEqual(invoice.lines.map(({ minor }) => minor));
      }
    }
  });
});

describe('tax numbers', () => {
  it.each([
    ['IN', '27AAPFU0939F1ZV', '27AAPFU0939F1ZV'], ['IN', ' 27 aapfu0939f1zv', '27AAPFU0939F1ZV'], ['IN', '27AAPFU0939F1ZW', null], ['IN', '28AAPFU0939F1ZV', null], ['IN', 'DE123456789', null],
    ['DE', 'DE 123 456 789', 'DE123456789'], ['DE', '123456789', 'DE123456789'], ['DE', 'DE12345678', null], ['DE', 'FR12345678901', null], ['FR', 'DE123456789', null],
    ['GR', 'EL123456789', 'EL123456789'], ['FR', 'FRXX999999999', 'FRXX999999999'], ['NL', 'NL999999999B99', 'NL999999999B99'], ['GB', 'XI 123456789', 'XI123456789'],
    ['BR', '12.345.678/0001-95', '12.345.678/0001-95'], ['BR', '?', null],
  ])('of %s: %s is written %s', (country, said, written) => {
    expect(taxNumber(country, said)).toBe(written);
  });
});
