import fc from 'fast-check';
import { type SeenPayment } from '../../../src/payments/gateways/gateway.js';
import { CREDITS, PRICE } from './settled.js';

/** What is wrong with a payment, if anything. */
export type Odd = 'nothing' | 'one_less' | 'currency' | 'mode';

type State = Pick<SeenPayment, 'state' | 'refundedMinor' | 'failedRefunds' | 'dispute'>;

/** What really becomes of one payment at its gateway, step by step. */
export interface Story {
  readonly odd: Odd;
  readonly states: readonly State[];
}

/** When a view of which payment reaches us, how far its story had come when the gateway was asked, and what happens to our process. */
export interface Delivery {
  readonly payment: number;
  readonly step: number;
  readonly kill: 'none' | 'before_commit' | 'after_commit';
  /** So many credits are used before it comes. */
  readonly uses: number;
}

export interface Scenario {
  readonly stories: readonly Story[];
  readonly deliveries: readonly Delivery[];
}

const before = fc.constantFrom<State['state'][]>([], ['authorised'], ['failed'], ['authorised', 'failed'], ['failed', 'authorised']);
const after = fc.array(fc.oneof(
  { weight: 3, arbitrary: fc.record({ back: fc.bigInt(1n, PRICE) }) },
  { weight: 1, arbitrary: fc.record({ back: fc.constant(PRICE) }) },
  { weight: 2, arbitrary: fc.record({ fails: fc.bigInt(1n, PRICE) }) },
  { weight: 2, arbitrary: fc.constantFrom('open' as const, 'won' as const, 'lost' as const) },
), { maxLength: 5 });

const story: fc.Arbitrary<Story> = fc.record({
  odd: fc.oneof({ weight: 12, arbitrary: fc.constant<Odd>('nothing') }, { weight: 1, arbitrary: fc.constantFrom<Odd>('one_less', 'currency', 'mode') }), before, isPaid: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }), after,
}).map(({ odd, before: tries, isPaid, after: rest }) => {
  const states: State[] = tries.map((state) => ({ state, refundedMinor: 0n, dispute: null }));
  if (isPaid) states.push({ state: 'captured', refundedMinor: 0n, dispute: null });
  if (isPaid) for (const one of rest) states.push(next(states.at(-1)!, one));
  if (states.length === 0) states.push({ state: 'failed', refundedMinor: 0n, dispute: null });
  return { odd, states };
});

/** A gateway lets no more go back than came, and a dispute go one way only. */
function next(last: State, what: { back: bigint } | { fails: bigint } | 'open' | 'won' | 'lost'): State {
  if (typeof what === 'object' && 'fails' in what) return failing(last, what.fails);
  if (typeof what === 'object') return { ...last, refundedMinor: last.refundedMinor + what.back > PRICE ? PRICE : last.refundedMinor + what.back };
  const isStep = (what === 'open' && last.dispute === null) || (what !== 'open' && last.dispute === 'open') || (what === 'won' && last.dispute === 'lost');
  return isStep ? { ...last, dispute: what } : last;
}

/** Of what went back, some comes to the gateway again. */
function failing(last: State, wanted: bigint): State {
  const amountMinor = wanted < last.refundedMinor ? wanted : last.refundedMinor;
  const before = last.failedRefunds ?? [];
  return amountMinor === 0n ? last : { ...last, refundedMinor: last.refundedMinor - amountMinor, failedRefunds: [...before, { reference: `re-${before.length}`, key: null, amountMinor }] };
}

/** Old views, the same twice, in any order; the last truth of each payment comes at some time, as polling sees to. */
export const scenario: fc.Arbitrary<Scenario> = fc.array(story, { minLength: 1, maxLength: 2 }).chain((stories) => {
  const delivery = fc.nat({ max: stories.length - 1 }).chain((payment) => fc.record({
    payment: fc.constant(payment), step: fc.nat({ max: stories[payment]!.states.length - 1 }), kill: fc.constantFrom<Delivery['kill']>('none', 'none', 'before_commit', 'after_commit'), uses: fc.constantFrom(0, 0, 1, 4),
  }));
  const truths = stories.map((one, payment): Delivery => ({ payment, step: one.states.length - 1, kill: 'none', uses: 0 }));
  return fc.array(delivery, { maxLength: 4 }).chain((some) => fc.shuffledSubarray([...some, ...truths], { minLength: some.length + truths.length })).map((deliveries) => ({ stories, deliveries }));
});

export interface Modelled {
  readonly granted: number;
  readonly refundedMinor: bigint;
  readonly dispute: State['dispute'];
  readonly quarantined: number;
  /** Of all it gave, so much is no more to be had, as far as it was unused. */
  readonly due: number;
}

/** What must follow from a story, whichever of its views came: its end is known in the end. */
export function modelOf({ odd, states }: Story): Modelled {
  const end = states.at(-1)!;
  const isPaid = end.state === 'captured';
  if (odd !== 'nothing' || !isPaid) return { granted: 0, refundedMinor: 0n, dispute: null, quarantined: odd !== 'nothing' && isPaid ? 1 : 0, due: 0 };
  const share = Number((BigInt(CREDITS) * end.refundedMinor) / PRICE);
  return { granted: CREDITS, refundedMinor: end.refundedMinor, dispute: end.dispute, quarantined: 0, due: end.dispute === 'lost' ? CREDITS : share };
}

/** Over how much credit notes are written: as much as ever was away at one time, as far as it was seen, and for what takes the place of a failed refund no second one. */
export function creditedOf({ odd, states }: Story, seen: readonly number[]): bigint {
  let [ever, failed, credited] = [0n, 0n, 0n];
  for (const { refundedMinor, failedRefunds = [] } of seen.map((step) => states[step]!)) {
    const failedNow = failedRefunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    if (failedNow > failed) failed = failedNow;
    if (refundedMinor + failedNow > ever) ever = refundedMinor + failedNow;
    if (ever - failed > credited) credited = ever - failed;
  }
  return odd === 'nothing' ? credited : 0n;
}
