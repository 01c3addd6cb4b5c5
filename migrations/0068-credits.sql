-- The ledger alone changes what is left of a lot, a whole statement of lines at a time: five thousand credits used at once are one change.
drop trigger keep_balance on payments.entry;
create or replace function payments.keep_balance() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update payments.lot set remaining = lot.remaining + moved.amount
    from (select lot_id, sum(amount)::integer as amount from added group by lot_id) moved where lot.id = moved.lot_id;
  return null;
end
$$;
create trigger keep_balance after insert on payments.entry referencing new table as added for each statement execute function payments.keep_balance();

-- How many credits of it are to be taken back, since their money went back; those that were used by then are taken when they come back.
-- A lost dispute can still be won: then they are `restored`.
alter table payments.lot add column due integer not null default 0 check (due between 0 and granted);
alter table payments.entry drop constraint entry_kind_check, drop constraint entry_check,
  add constraint entry_kind_check check (kind in ('granted', 'used', 'returned', 'withdrawn', 'restored')),
  add constraint entry_sign_check check ((amount > 0) = (kind in ('granted', 'returned', 'restored')) and amount <> 0);
revoke insert, update on payments.lot from viva_application;
grant insert (id, customer_id, unit, source, payment_id, granted, valid_from, valid_until, expires_at), update (due, frozen_at) on payments.lot to viva_application;
revoke update on payments.use from viva_application;

-- Nobody could judge it, for a reason that is ours: what the interview cost comes back.
alter table interviews.answer_score add column our_fault boolean not null default false;
