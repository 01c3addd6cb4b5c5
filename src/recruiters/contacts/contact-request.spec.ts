import { payInWords } from './contact-request.js';

describe('the pay of a request', () => {
  it.each([
    [{ min: 5_000_000, max: 6_000_000, currency: 'EUR', per: 'year' }, '€50,000 to €60,000 a year'],
    [{ min: 3_550, max: 3_550, currency: 'GBP', per: 'hour' }, '£35.50 an hour'],
    [{ min: 500_000, max: 600_000, currency: 'JPY', per: 'month' }, 'JP¥500,000 to JP¥600,000 a month'],
  ] as const)('says %j in words', (pay, words) => {
    expect(payInWords(pay)).toBe(words);
  });
});
