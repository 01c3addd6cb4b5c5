import { Money } from '../../kernel/index.js';
import { GatewayRefuses } from './gateway.js';
import { type CountingGateway, minorOf, saidMinor, takes, unitsOf } from './minor-units.js';

describe('what gateways count in', () => {
  it.each([
    ['stripe', 'INR', '499.00', 49900],
    ['stripe', 'USD', '10.50', 1050],
    ['stripe', 'JPY', '500', 500],
    ['stripe', 'KWD', '5.120', 5120],
    ['stripe', 'UGX', '5000', 500000],
    ['stripe', 'ISK', '5', 500],
    ['stripe', 'MGA', '1200.00', 1200],
    ['razorpay', 'INR', '499.00', 49900],
    ['razorpay', 'USD', '10.50', 1050],
    ['razorpay', 'JPY', '500', 500],
    ['razorpay', 'KWD', '295.990', 295990],
    ['razorpay', 'UGX', '5000', 5000],
    ['razorpay', 'ISK', '5', 5],
    ['paystack', 'NGN', '9000.00', 900000],
    ['paystack', 'XOF', '1500', 150000],
    ['paddle', 'USD', '10.50', 1050],
    ['paddle', 'JPY', '500', 500],
  ] as const)('%s says of %s %s that it is %d, and back again', (gateway, currency, amount, units) => {
    const money = Money.parse(amount, currency);
    expect(unitsOf(gateway, money)).toBe(units);
    expect(minorOf(gateway, units, currency)).toBe(money.minor);
    expect(minorOf(gateway, String(units), currency)).toBe(money.minor);
  });

  it('is refused in a currency that is not known, or that the gateway does not take', () => {
    const strange: [CountingGateway, string][] = [['stripe', 'XXX'], ['stripe', 'usd'], ['stripe', 'KPW'], ['razorpay', 'BTC'], ['paystack', 'UGX'], ['paddle', 'NGN']];
    for (const [gateway, currency] of strange) {
      expect(takes(gateway, currency)).toBe(false);
      expect(() => unitsOf(gateway, { minor: 100n, currency })).toThrow(GatewayRefuses);
      expect(() => minorOf(gateway, 100, currency)).toThrow(GatewayRefuses);
    }
  });

  it('is refused where the gateway knows no such part', () => {
    expect(() => unitsOf('stripe', Money.parse('5.124', 'KWD'))).toThrow('stripe refuses: amount');
    expect(() => unitsOf('razorpay', Money.parse('5.124', 'KWD'))).toThrow(GatewayRefuses);
    expect(() => unitsOf('stripe', Money.parse('12.50', 'MGA'))).toThrow(GatewayRefuses);
    expect(() => minorOf('stripe', 150, 'ISK')).toThrow(GatewayRefuses);
    expect(() => minorOf('stripe', 10.5, 'USD')).toThrow(GatewayRefuses);
  });

  it('is refused beyond what a number holds, and below nothing', () => {
    const most = BigInt(Number.MAX_SAFE_INTEGER);
    expect(unitsOf('stripe', Money.of(most, 'USD'))).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => unitsOf('stripe', Money.of(most + 1n, 'USD'))).toThrow(GatewayRefuses);
    expect(() => unitsOf('stripe', Money.of(-1n, 'USD'))).toThrow(GatewayRefuses);
    expect(minorOf('paddle', String(most + 1n), 'USD')).toBe(most + 1n);
    expect(() => minorOf('stripe', Number.MAX_SAFE_INTEGER + 1, 'USD')).toThrow(GatewayRefuses);
  });

  it('is left open where a webhook says what cannot be understood', () => {
    expect(saidMinor('stripe', 1050, 'usd')).toEqual({ amountMinor: 1050n, currency: 'USD' });
    expect(saidMinor('paddle', '1050', 'USD')).toEqual({ amountMinor: 1050n, currency: 'USD' });
    expect(saidMinor('stripe', 1050, 'xxx')).toEqual({ amountMinor: null, currency: 'XXX' });
    expect(saidMinor('stripe', 150, 'ISK')).toEqual({ amountMinor: null, currency: 'ISK' });
    expect(saidMinor('paddle', 'ten', 'USD')).toEqual({ amountMinor: null, currency: 'USD' });
    expect(saidMinor('stripe', null, 'USD')).toEqual({ amountMinor: null, currency: null });
  });
});
