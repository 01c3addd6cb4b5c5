import { soldFor } from './paddle-view.js';

describe('what Paddle sold for', () => {
  it('is the total with its tax', () => {
    expect(soldFor({ total: 900n, tax: 150n, discount: 0n, listed: 900n })).toBe(900n);
    expect(soldFor({ total: 900n, tax: 0n, discount: 0n, listed: 900n })).toBe(900n);
  });

  it('is the price when a business owes the tax itself, which Paddle takes off', () => {
    expect(soldFor({ total: 756n, tax: 0n, discount: 0n, listed: 900n })).toBe(900n);
  });

  it('is what was paid when that is less than any tax explains, or more than the price', () => {
    expect(soldFor({ total: 100n, tax: 0n, discount: 0n, listed: 900n })).toBe(100n);
    expect(soldFor({ total: 1000n, tax: 0n, discount: 0n, listed: 900n })).toBe(1000n);
  });
});
