-- Until when a law forbids to tell somebody of a legal hold, who is told on the day after; and that a word of receipt is owed to whoever asked about their data.
alter table privacy.legal_hold
  add column secret_until timestamptz,
  -- When the end of the secret was dealt with: the person was told, if there was anybody to tell.
  add column secret_settled_at timestamptz;
-- Of one that was over before this, its operator was promised that nobody is told.
update privacy.legal_hold set secret_until = holds_until, secret_settled_at = case when holds_until <= clock.now() then holds_until end where secret_because is not null;
alter table privacy.legal_hold
  add check ((secret_because is null) = (secret_until is null)),
  add check (secret_until <= holds_until),
  add check (secret_settled_at is null or secret_until is not null);
create index legal_hold_secret on privacy.legal_hold (secret_until) where secret_until is not null and secret_settled_at is null;

-- That the law forbids it for longer, why, and who said so.
create table privacy.legal_hold_prolongation (
  id uuid primary key,
  hold_id uuid not null references privacy.legal_hold (id) on delete cascade,
  prolonged_by uuid,
  secret_until timestamptz not null,
  because text check (char_length(because) between 1 and 500),
  prolonged_at timestamptz not null default clock.now()
);
create index legal_hold_prolongation_order on privacy.legal_hold_prolongation (hold_id, prolonged_at);
create index legal_hold_prolongation_by on privacy.legal_hold_prolongation (prolonged_by) where prolonged_by is not null;

create or replace function privacy.forget_reason() returns trigger language plpgsql as $$
begin
  new.reason := null;
  update privacy.legal_hold_opening set because = null where hold_id = new.id;
  update privacy.legal_hold_prolongation set because = null where hold_id = new.id;
  return new;
end
$$;

-- When whoever answers was told that a word of receipt is owed.
alter table privacy.request add column receipt_reminded_at timestamptz;
create index request_receipt on privacy.request (acknowledge_by) where outcome is null and acknowledged_at is null and receipt_reminded_at is null;
