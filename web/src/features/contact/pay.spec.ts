import { payInWords, readAmount } from './pay.js';

describe('pay', () => {
  it.each([['52,000', 'EUR', 5_200_000], ['52 000.50', 'EUR', 5_200_050], ['500000', 'JPY', 500_000], ['1.234', 'KWD', 1_234], ['', 'EUR', null], ['a lot', 'EUR', null], ['-5', 'EUR', null], ['5k', 'EUR', null]])(
    'reads %j in %s as %s', (typed, currency, minor) => expect(readAmount(typed, currency)).toBe(minor));

  it('says a range in words, and one amount once', () => {
    expect(payInWords({ min: 5_000_000, max: 6_000_000, currency: 'EUR', per: 'year' })).toBe('€50,000 to €60,000 a year');
    expect(payInWords({ min: 3_550, max: 3_550, currency: 'GBP', per: 'hour' })).toBe('£35.50 an hour');
  });
});
