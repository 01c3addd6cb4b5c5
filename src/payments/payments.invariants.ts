import { keepsInvariant } from '../platform/invariants/index.js';

keepsInvariant({
  name: 'payments.given_once',
  says: 'Whatever money came for was given, once: a payment that came has what it bought, and nothing else has',
  async broken({ tx }) {
    const rows = await tx.query<{ what: string }[]>(
      `select 'payment ' || id || ' gave nothing' as what from payments.payment where state = 'captured' and granted_at is null
       union all select 'payment ' || y.id || ' gave ' || u.unit || ' ' || count(l.id) || ' times'
         from payments.payment y join payments.purchase p on p.id = y.purchase_id cross join lateral jsonb_each_text(p.terms -> 'credits') as u (unit, count)
           left join payments.lot l on l.payment_id = y.id and l.unit = u.unit and l.granted = u.count::int
         where p.kind <> 'item' and u.count::int > 0 and y.state = 'captured' and y.expires_at > clock.now() group by y.id, u.unit having count(l.id) <> 1
       union all select 'lot ' || l.id || ' is of no payment that came' from payments.lot l left join payments.payment y on y.id = l.payment_id where l.source in ('pack', 'plan') and (y.granted_at is null or y.state <> 'captured')`);
    return rows.map(({ what }) => what);
  },
});

keepsInvariant({
  name: 'payments.ledger_adds_up',
  says: 'What is left of credits is what came less what went, and never less than nothing; what is in use is what the ledger says',
  async broken({ tx }) {
    const rows = await tx.query<{ what: string }[]>(
      `select 'lot ' || l.id || ' has ' || l.remaining || ', its lines say ' || coalesce(sum(e.amount), 0) as what from payments.lot l left join payments.entry e on e.lot_id = l.id
         group by l.id having l.remaining <> coalesce(sum(e.amount), 0) or l.remaining < 0
       union all select 'lot ' || l.id || ' has ' || u.used || ' in use, its lines say ' || v.used
         from payments.lot l cross join lateral (select count(*) as used from payments.use where lot_id = l.id) u
           cross join lateral (select coalesce(-sum(amount), 0) as used from payments.entry where lot_id = l.id and kind in ('used', 'returned')) v
         where u.used <> v.used`);
    return rows.map(({ what }) => what);
  },
});

keepsInvariant({
  name: 'payments.nothing_left_of_refunds',
  says: 'Of what was paid back, or lost to a dispute, nothing is left to use; of what is disputed nothing can be used',
  async broken({ tx }) {
    const rows = await tx.query<{ id: string }[]>(
      `select l.id from payments.lot l join payments.payment y on y.id = l.payment_id
        where (l.remaining > 0 and y.amount_minor > 0 and (y.refunded_minor = y.amount_minor or y.dispute = 'lost')) or (y.dispute = 'open' and l.frozen_at is null)`);
    return rows.map(({ id }) => `lot ${id}`);
  },
});

keepsInvariant({
  name: 'payments.credits_are_money',
  says: 'Credits that were sold and not taken back are those that were paid and not paid back, as far as they are unused',
  async broken({ tx }) {
    // What was used before the money went back cannot be taken; nothing else may be missing or too much.
    const rows = await tx.query<{ id: string }[]>(
      `select l.id from payments.lot l join payments.payment y on y.id = l.payment_id
         cross join lateral (select case when y.dispute = 'lost' then l.granted when y.amount_minor = 0 then 0 else div(l.granted * y.refunded_minor, y.amount_minor) end as due) d
         cross join lateral (select coalesce(-sum(amount) filter (where kind in ('withdrawn', 'restored')), 0) as withdrawn, coalesce(-sum(amount) filter (where kind in ('used', 'returned')), 0) as used from payments.entry where lot_id = l.id) e
        where e.withdrawn <> least(d.due, l.granted - e.used)`);
    return rows.map(({ id }) => `lot ${id}`);
  },
});

keepsInvariant({
  name: 'payments.nothing_waits',
  says: 'What gateways sent is worked on within a minute',
  async broken({ tx }) {
    const rows = await tx.query<{ gateway: string; count: number }[]>(`select gateway, count(*)::int as count from payments.gateway_event where state = 'stored' and received_at < clock.now() - interval '60 seconds' group by gateway order by gateway`);
    return rows.map(({ gateway, count }) => `${count} events of ${gateway}`);
  },
});
