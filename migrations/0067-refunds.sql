-- Money that goes back: an operator asks for it, above a limit a second one approves it, and the gateway is told once.
create table payments.refund (
  id uuid primary key,
  -- What was paid: a payment, or one that was set apart because it fits no order. Its record may end before this one.
  payment_id uuid references payments.payment (id) on delete set null,
  quarantine_id uuid references payments.quarantine (id) on delete set null,
  gateway text not null,
  payment_reference text not null,
  currency char(3) not null,
  paid_minor bigint not null,
  amount_minor bigint not null check (amount_minor between 1 and paid_minor),
  -- `at_gateway`: made there, and seen here later.
  reason text not null check (reason in ('duplicate', 'unwanted', 'not_delivered', 'not_as_described', 'goodwill', 'fraud', 'does_not_fit', 'law', 'at_gateway')),
  says text check (char_length(says) between 1 and 1000),
  -- `sent`: the gateway has taken it on, and the money is on its way.
  state text not null check (state in ('waiting', 'approved', 'sent', 'done', 'failed', 'refused')),
  asked_by uuid references accounts.account (id) on delete set null,
  asked_at timestamptz not null default clock.now(),
  -- Who approved or refused it; nobody had to where it is below the limit.
  decided_by uuid references accounts.account (id) on delete set null,
  decided_at timestamptz,
  -- Of one that failed: a code of the gateway.
  because text,
  gateway_reference text,
  -- Who tells the gateway at this moment, and since when it has been tried.
  lease uuid,
  leased_until timestamptz,
  tried_at timestamptz,
  -- When somebody sees to it again; null when nothing is left to do.
  look_at timestamptz,
  done_at timestamptz,
  expires_at timestamptz not null,
  check (num_nonnulls(payment_id, quarantine_id) <= 1),
  check (decided_by is null or asked_by is null or state = 'refused' or decided_by <> asked_by)
);
create index refund_of_payment on payments.refund (payment_id) where payment_id is not null;
create index refund_of_quarantine on payments.refund (quarantine_id) where quarantine_id is not null;
create unique index refund_once on payments.refund (gateway, payment_reference, reason) where state not in ('failed', 'refused') and reason <> 'at_gateway';
create index refund_asked_by on payments.refund (asked_by) where asked_by is not null;
create index refund_decided_by on payments.refund (decided_by) where decided_by is not null;
create index refund_to_look_at on payments.refund (look_at) where look_at is not null;
create index refund_end on payments.refund (expires_at);

-- Those whose gateway was never reached.
create index purchase_unreached on payments.purchase (closes_at) where state = 'created';

-- Whoever pays for it is gone: it is ended at its gateway at once.
alter table payments.subscription add column end_asked_at timestamptz;
create index subscription_to_end on payments.subscription (end_asked_at) where end_asked_at is not null and state <> 'ended';
