import fc from 'fast-check';
import { canonicalJson, hashToken, isId, Money, newId, newToken, Period } from './index.js';

const at = (iso: string): Date => new Date(iso);

describe('calendar arithmetic', () => {
  it.each([
    ['P6M', '2026-08-31T10:00:00Z', '2027-02-28T10:00:00.000Z'],
    ['P6M', '2027-08-31T10:00:00Z', '2028-02-29T10:00:00.000Z'],
    ['P1Y', '2028-02-29T00:00:00Z', '2029-02-28T00:00:00.000Z'],
    ['P90D', '2026-11-21T03:04:05Z', '2027-02-19T03:04:05.000Z'],
    ['PT1H30M', '2026-12-31T23:00:00Z', '2027-01-01T00:30:00.000Z'],
    ['P1M1D', '2027-01-31T00:00:00Z', '2027-03-01T00:00:00.000Z'],
  ])('%s after %s is %s', (period, from, until) => {
    expect(Period.parse(period).after(at(from)).toISOString()).toBe(until);
  });

  it('says a period in words', () => {
    expect(['P90D', 'P6M', 'P7Y', 'PT1H', 'P1Y1D', 'P0D'].map((iso) => Period.parse(iso).toString())).toEqual([
      '90 days', '6 months', '7 years', '1 hour', '1 year and 1 day', 'not at all',
    ]);
  });

  it.each(['', 'P', 'PT', '90 days', 'P1.5D', 'P-1D', 'P1DT'])('refuses %j as a period', (text) => {
    expect(() => Period.parse(text)).toThrow(RangeError);
  });

  it('never lands in a month later than the one that was meant', () => {
    fc.assert(
      fc.property(fc.date({ min: at('2000-01-01'), max: at('2100-01-01'), noInvalidDate: true }), fc.integer({ min: 1, max: 240 }), (from, months) => {
        const until = Period.parse(`P${months}M`).after(from);
        const distance = (until.getUTCFullYear() - from.getUTCFullYear()) * 12 + until.getUTCMonth() - from.getUTCMonth();
        return distance === months;
      }),
    );
  });
});

describe('ids and tokens', () => {
  it('makes version 7 ids that sort by the moment of birth', () => {
    const ids = [1_000, 2_000, 3_000_000_000_000].map((now) => newId(now));
    expect(ids.every(isId)).toBe(true);
    expect(ids.every((id) => id[14] === '7')).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });

  it('sorts ids by birth within one millisecond, too, and when the clock goes back a little', () => {
    const now = Date.parse('2030-01-01T00:00:00Z');
    const ids = Array.from({ length: 10_000 }, (_, made) => newId(made === 5_000 ? now - 20 : now));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['', 'x', '018F2d7e-1111-7111-8111-111111111111', "'; drop table"])('does not take %j for an id', (text) => {
    expect(isId(text)).toBe(false);
  });

  it('makes tokens of 128 bits and stores only their hash', () => {
    const token = newToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(newToken()).not.toBe(token);
  });
});

describe('money', () => {
  it.each([
    [1050n, 'EUR', '10.50 EUR'],
    [-5n, 'USD', '-0.05 USD'],
    [500n, 'JPY', '500 JPY'],
    [1250n, 'KWD', '1.250 KWD'],
  ])('writes %s minor units of %s as %s', (minor, currency, text) => {
    expect(Money.of(minor, currency).toString()).toBe(text);
  });

  it('adds one currency only, and refuses one it does not know', () => {
    expect(Money.of(1n, 'EUR').plus(Money.of(2n, 'EUR')).minor).toBe(3n);
    expect(() => Money.of(1n, 'EUR').plus(Money.of(2n, 'INR'))).toThrow(RangeError);
    expect(() => Money.of(1n, 'XXX')).toThrow(RangeError);
  });
});

describe('canonical JSON', () => {
  it('gives equal values equal text, whatever the order of their keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
  });
});
