import { type SeenSubscription } from '../../gateways/gateway.js';
import { type KnownPayment } from '../payment.repository.js';
import { type PlanFacts } from './subscription.repository.js';

const HOUR_MS = 3_600_000;
/** Gateways take a while to charge the next turn. */
const AFTER_TURN_MS = HOUR_MS / 4;

/** Where a plan stands: as its gateway says, unless what was paid says otherwise. */
export function planStanding(known: Pick<PlanFacts, 'state' | 'endsAtPeriodEnd'>, seen: SeenSubscription | null, payments: readonly KnownPayment[], now: Date): PlanFacts {
  const currentUntil = paidUntil(payments);
  const state = stateOf(known.state, seen, currentUntil !== null && currentUntil > now);
  return { state, currentUntil, endsAtPeriodEnd: seen?.endsAtPeriodEnd ?? known.endsAtPeriodEnd, lookAt: state === 'ended' ? null : nextLook(currentUntil, now) };
}

/** What has ended does not begin again. A turn that is paid is not past due: whoever says so looked before it was. */
function stateOf(known: PlanFacts['state'], seen: SeenSubscription | null, isPaid: boolean): PlanFacts['state'] {
  const said = known === 'ended' ? known : (seen?.state ?? known);
  return said === 'past_due' && isPaid ? 'active' : said;
}

/** A turn whose money went back, or was lost to a dispute, is not paid. */
function paidUntil(payments: readonly KnownPayment[]): Date | null {
  const ends = payments.filter(({ isGranted, refundedMinor, amountMinor, dispute }) => isGranted && dispute !== 'lost' && (refundedMinor < amountMinor || amountMinor === 0n)).flatMap(({ periodEnd }) => periodEnd?.getTime() ?? []);
  return ends.length > 0 ? new Date(Math.max(...ends)) : null;
}

function nextLook(currentUntil: Date | null, now: Date): Date {
  const afterTurn = (currentUntil?.getTime() ?? 0) + AFTER_TURN_MS;
  return new Date(afterTurn > now.getTime() ? afterTurn : now.getTime() + HOUR_MS);
}
