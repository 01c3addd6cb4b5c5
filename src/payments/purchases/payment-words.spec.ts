import { Money } from '../../kernel/index.js';
import { givenInWords, momentInWords, moneyInWords } from './payment-words.js';

describe('payments in words', () => {
  it('says amounts as their currency is written, to the last of its decimals', () => {
    expect([Money.of(1050n, 'USD'), Money.of(49_900n, 'INR'), Money.of(500n, 'JPY'), Money.of(1_230n, 'KWD'), Money.of(9_007_199_254_740_993n, 'EUR')].map(moneyInWords))
      .toEqual(['US$10.50', '₹499.00', 'JP¥500', 'KWD\u00a01.230', '€90,071,992,547,409.93']);
  });

  it('says what a payment gives, and for how long', () => {
    expect(givenInWords({ credits: { interview: 10 }, premiumVoice: false, seats: 0, lasts: 'P1Y' }, 'pack')).toBe('10 practice interviews, to use within 1 year');
    expect(givenInWords({ credits: { interview: 60 }, premiumVoice: true, seats: 0, lasts: 'P1M' }, 'plan')).toBe('60 practice interviews, the natural voices and conversations there are here for 1 month');
    expect(givenInWords({ credits: { invited_interview: 1000 }, premiumVoice: false, seats: 1, lasts: null }, 'pack')).toBe('1,000 invited interviews, 1 more place');
    expect(givenInWords({ credits: {}, premiumVoice: false, seats: 0, lasts: null }, 'item')).toBeNull();
  });

  it('says moments with their zone', () => {
    expect(momentInWords(new Date('2026-05-22T10:15:00Z'))).toBe('22 May 2026 at 10:15 UTC');
  });
});
