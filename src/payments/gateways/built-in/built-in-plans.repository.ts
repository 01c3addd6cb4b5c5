import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { type BuiltInCheckout } from './built-in-checkouts.repository.js';
import { type Turn } from './built-in-payments.repository.js';

/** A plan at the built-in gateway. */
export interface BuiltInPlan {
  readonly reference: string;
  readonly checkout: string;
  readonly state: 'active' | 'past_due' | 'ended';
  readonly currentUntil: Date;
  readonly endsAtPeriodEnd: boolean;
  readonly nextFails: boolean;
  readonly returnUrl: string | null;
}

/** How a plan begins. */
export interface Beginning {
  readonly nextFails: boolean;
  /** How long its first turn is; null for a whole one. */
  readonly seconds: number | null;
}

const COLUMNS = `s.reference, s.checkout_reference as checkout, s.state, s.current_until as "currentUntil", s.ends_at_period_end as "endsAtPeriodEnd", s.next_fails as "nextFails", s.return_url as "returnUrl"`;

/** The end of a turn, by its number; reckoned in UTC, and clamped at the ends of months. */
const endOfTurn = (start: string, every: string, number: string): string => `(${start} at time zone 'utc' + ${every}::interval * ${number}) at time zone 'utc'`;

/** Statements about plans. Whoever changes one holds the row of its page. */
@Injectable()
export class BuiltInPlans {
  /** Begins now, with its first turn paid: a whole one, or one of so many seconds. */
  async begin(tx: Tx, checkout: BuiltInCheckout, { nextFails, seconds }: Beginning): Promise<Turn> {
    const [turn] = await tx.query<Turn[]>(
      `insert into payments.built_in_subscription (reference, checkout_reference, turns_from, turns, current_until, next_fails)
       select $1, $2, turns_from, turns, ${endOfTurn('turns_from', '$3', 'turns')}, $4
       from (select clock.now() + make_interval(secs => coalesce($5, 0)) as turns_from, case when $5::int is null then 1 else 0 end as turns) from_then
       returning reference as subscription, clock.now() as start, current_until as "end"`,
      [`sub_${newId()}`, checkout.reference, checkout.every, nextFails, seconds],
    );
    return turn!;
  }

  /** The turn after the one that is paid for. */
  async nextTurn(tx: Tx, { reference }: BuiltInPlan): Promise<Turn> {
    const [turn] = await tx.query<Turn[]>(
      `select s.reference as subscription, s.current_until as start, ${endOfTurn('s.turns_from', 'c.every', '(s.turns + 1)')} as "end"
       from payments.built_in_subscription s join payments.built_in_checkout c on c.reference = s.checkout_reference where s.reference = $1`,
      [reference],
    );
    return turn!;
  }

  async paid(tx: Tx, { subscription, end }: Turn): Promise<void> {
    await tx.query(
      `update payments.built_in_subscription set state = 'active', past_due_since = null, next_fails = false, turns = turns + 1, current_until = $2 where reference = $1`, [subscription, end]);
  }

  async unpaid(tx: Tx, reference: string): Promise<void> {
    await tx.query(`update payments.built_in_subscription set state = 'past_due', past_due_since = clock.now() where reference = $1`, [reference]);
  }

  async end(tx: Tx, reference: string): Promise<void> {
    await tx.query(`update payments.built_in_subscription set state = 'ended', past_due_since = null where reference = $1`, [reference]);
  }

  async endWithTurn(tx: Tx, reference: string): Promise<void> {
    await tx.query('update payments.built_in_subscription set ends_at_period_end = true where reference = $1', [reference]);
  }

  async letNextFail(tx: Tx, reference: string, fails: boolean): Promise<void> {
    await tx.query('update payments.built_in_subscription set next_fails = $2 where reference = $1', [reference, fails]);
  }

  async leadBackTo(tx: Tx, reference: string, returnUrl: string): Promise<void> {
    await tx.query('update payments.built_in_subscription set return_url = $2 where reference = $1', [reference, returnUrl]);
  }

  async of(tx: Tx, checkout: string): Promise<BuiltInPlan | null> {
    const [row] = await tx.query<BuiltInPlan[]>(`select ${COLUMNS} from payments.built_in_subscription s where s.checkout_reference = $1`, [checkout]);
    return row ?? null;
  }

  /** Up to `count` whose turn is over, or that stayed unpaid for as long as the policy lets them; their pages are held. */
  due(tx: Tx, grace: string, count: number): Promise<BuiltInPlan[]> {
    return tx.query(
      `select ${COLUMNS} from payments.built_in_subscription s join payments.built_in_checkout c on c.reference = s.checkout_reference
       where c.expires_at > clock.now() and ((s.state = 'active' and s.current_until <= clock.now()) or (s.state = 'past_due' and s.past_due_since + $1::interval <= clock.now()))
       order by s.current_until limit $2 for update of c skip locked`,
      [grace, count],
    );
  }
}
