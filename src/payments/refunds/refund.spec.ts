import { Money } from '../../kernel/index.js';
import { leftOf } from './refund.js';

describe('what can still go back of a payment', () => {
  const of = (paid: bigint, refundedMinor: bigint, done: bigint, pending: bigint): bigint => leftOf({ paid: Money.of(paid, 'USD'), refundedMinor }, { done, pending });

  it('is what came, less what went back and what is on its way', () => {
    expect(of(900n, 0n, 0n, 0n)).toBe(900n);
    expect(of(900n, 300n, 300n, 200n)).toBe(400n);
  });

  it('counts what was sent and has not been seen yet, and what was given back at the gateway’s own desk', () => {
    expect(of(900n, 0n, 300n, 0n)).toBe(600n);
    expect(of(900n, 500n, 300n, 0n)).toBe(400n);
  });

  it('is never less than nothing', () => {
    expect(of(900n, 900n, 900n, 900n)).toBe(0n);
  });
});
