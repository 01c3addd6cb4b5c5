import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { gatewayName } from '../purchases/gateway-names.js';
import { type Difference, type PaymentDay } from './payment-day.js';

interface DayRow {
  readonly day: string;
  readonly gateway: string;
  readonly currency: string;
  readonly captured: number;
  readonly captured_minor: string;
  readonly refunded: number;
  readonly refunded_minor: string;
  readonly disputed: number;
  readonly invoices: number;
  readonly credit_notes: number;
  readonly quarantined: number;
  readonly checked_at: Date | null;
  readonly compared: number | null;
  readonly ours_minor: string | null;
  readonly theirs_minor: string | null;
  readonly unanswered: number | null;
  readonly differences: readonly Difference[];
}

const day = (moment: string): string => `(${moment} at time zone 'utc')::date`;
const within = (moment: string): string => `${moment} >= ($1::date)::timestamp at time zone 'utc' and ${moment} < ($2::date + 1)::timestamp at time zone 'utc'`;

const DAYS = `
  with happened (day, gateway, currency, what, minor) as (
    select ${day('captured_at')}, gateway, currency, 'captured', amount_minor from payments.payment where ${within('captured_at')} and expires_at > clock.now()
    union all
    select ${day('captured_at')}, gateway, currency, 'disputed', 0 from payments.payment where ${within('captured_at')} and dispute is not null and expires_at > clock.now()
    union all
    select ${day('b.at')}, p.gateway, p.currency, 'refunded', b.amount_minor from payments.money_back b join payments.payment p on p.id = b.payment_id where ${within('b.at')} and b.expires_at > clock.now()
    union all
    select ${day('issued_at')}, gateway, currency, kind, 0 from payments.invoice where ${within('issued_at')} and expires_at > clock.now()
    union all
    select ${day('q.found_at')}, q.gateway, coalesce(u.currency, q.said_currency, 'XXX'), 'quarantined', 0
    from payments.quarantine q left join payments.purchase u on u.id = q.purchase_id where ${within('q.found_at')} and q.expires_at > clock.now()
    union all
    select day, gateway, currency, 'checked', 0 from payments.reconciliation where day between $1 and $2 and expires_at > clock.now()
  ), counted as (
    select day, gateway, currency,
      count(*) filter (where what = 'captured')::int as captured, coalesce(sum(minor) filter (where what = 'captured'), 0)::text as captured_minor,
      count(*) filter (where what = 'refunded' and minor > 0)::int as refunded, coalesce(sum(minor) filter (where what = 'refunded'), 0)::text as refunded_minor,
      count(*) filter (where what = 'disputed')::int as disputed, count(*) filter (where what = 'invoice')::int as invoices,
      count(*) filter (where what = 'credit_note')::int as credit_notes, count(*) filter (where what = 'quarantined')::int as quarantined
    from happened group by day, gateway, currency
  )
  select c.*, c.day::text as day, r.checked_at, r.ours as compared, r.ours_minor, r.theirs_minor, r.unanswered,
    (select coalesce(jsonb_agg(jsonb_build_object('reference', d.reference, 'what', d.what, 'ours', d.ours, 'theirs', d.theirs) order by d.reference, d.what), '[]')
     from payments.difference d where (d.day, d.gateway, d.currency) = (c.day, c.gateway, c.currency)) as differences
  from counted c left join payments.reconciliation r on (r.day, r.gateway, r.currency) = (c.day, c.gateway, c.currency)
  order by c.day desc, c.gateway, c.currency`;

/** Day by day what came in, what went back, and where the gateways tell it otherwise. */
@Injectable()
export class DayReport {
  /** Of days of UTC, both included, the newest first. */
  async between(tx: Tx, from: string, to: string): Promise<PaymentDay[]> {
    const rows = await tx.query<DayRow[]>(DAYS, [from, to]);
    return rows.map((row) => ({
      day: row.day, gateway: row.gateway, gatewayName: gatewayName(row.gateway), currency: row.currency,
      captured: { count: row.captured, minor: BigInt(row.captured_minor) }, refunded: { count: row.refunded, minor: BigInt(row.refunded_minor) },
      disputed: row.disputed, invoices: row.invoices, creditNotes: row.credit_notes, quarantined: row.quarantined, check: checkOf(row), differences: row.differences,
    }));
  }
}

function checkOf({ checked_at: at, compared, ours_minor: ours, theirs_minor: theirs, unanswered }: DayRow): PaymentDay['check'] {
  if (!at || compared === null || ours === null || theirs === null || unanswered === null) return null;
  return { at, compared, oursMinor: BigInt(ours), theirsMinor: BigInt(theirs), unanswered };
}
