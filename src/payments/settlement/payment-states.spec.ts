import fc from 'fast-check';
import { afterSeeing, type PaymentFacts, unseen } from './payment-states.js';

const view = fc.oneof(
  fc.constantFrom<PaymentFacts>(unseen('authorised'), unseen('failed')),
  fc.record({ state: fc.constant('captured' as const), refundedMinor: fc.bigInt(0n, 900n), refundFailedMinor: fc.bigInt(0n, 900n), dispute: fc.constantFrom(null, 'open' as const, 'won' as const, 'lost' as const) }),
);

describe('what is seen of a payment', () => {
  it('leads to the same facts in whatever order it is seen, and however often', () => {
    fc.assert(fc.property(fc.array(view, { minLength: 1, maxLength: 8 }).chain((seen) => fc.tuple(fc.constant(seen), fc.shuffledSubarray([...seen, ...seen], { minLength: seen.length * 2 }))), ([seen, again]) => {
      const all = (views: readonly PaymentFacts[]): PaymentFacts => views.reduce(afterSeeing, unseen('authorised'));
      expect(all(again)).toEqual(all(seen));
    }), { numRuns: 500 });
  });

  it('lets money come after a failed attempt, and no failed attempt take it away', () => {
    expect(afterSeeing(unseen('failed'), unseen('captured')).state).toBe('captured');
    expect(afterSeeing(unseen('captured'), unseen('failed')).state).toBe('captured');
    expect(afterSeeing(unseen('failed'), unseen('authorised')).state).toBe('failed');
  });

  it('lets what went back only rise, unless it is said what of it failed', () => {
    const some: PaymentFacts = { ...unseen('captured'), refundedMinor: 500n };
    expect(afterSeeing(some, unseen('captured')).refundedMinor).toBe(500n);
    expect(afterSeeing(some, { ...some, refundedMinor: 900n }).refundedMinor).toBe(900n);
    const failed = afterSeeing(some, { ...unseen('captured'), refundedMinor: 200n, refundFailedMinor: 300n });
    expect(failed).toMatchObject({ refundedMinor: 200n, refundFailedMinor: 300n });
    expect(afterSeeing(failed, some)).toEqual(failed);
    expect(afterSeeing(failed, { ...failed, refundedMinor: 500n }).refundedMinor).toBe(500n);
  });
});
