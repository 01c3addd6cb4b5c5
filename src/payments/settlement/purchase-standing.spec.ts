import { standingOf } from './purchase-standing.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);
const purchase = (closesIn: number, state: Parameters<typeof standingOf>[0]['state'] = 'open') => ({ state, closesAt: minutes(closesIn) });
const tried = (state: 'authorised' | 'failed' | 'captured', isGranted = false) => [{ state, isGranted }];

describe('where a purchase stands', () => {
  it.each([
    ['open, while somebody can pay', purchase(30), [], false, 'open', 10],
    ['failed after an attempt, and still asked about, since there may be another', purchase(30), tried('failed'), false, 'failed', 10],
    ['over when the gateway says so', purchase(30), [], true, 'expired', null],
    ['expired after its time, and asked about for an hour more', purchase(-30), [], false, 'expired', 10],
    ['not asked about after that', purchase(-61), [], false, 'expired', null],
    ['promised, whatever became of the page', purchase(-600), tried('authorised'), true, 'authorised', 10],
    ['promised for so long that once a day is enough', purchase(-5000), tried('authorised'), true, 'authorised', 1440],
    ['paid, and nothing more is asked', purchase(-600, 'expired'), tried('captured', true), false, 'paid', null],
    ['as before when money came that fits nothing', purchase(30), tried('captured'), false, 'open', 10],
    ['paid for ever', purchase(30, 'paid'), [], true, 'paid', null],
  ] as const)('is %s', (_what, given, payments, isOver, state, wait) => {
    expect(standingOf(given, payments, isOver, NOW)).toEqual({ state, lookAt: wait === null ? null : minutes(wait) });
  });
});
