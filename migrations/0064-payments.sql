-- What is sold, who paid for it, and what it gave. Nothing here knows interviews: a thing that credits are used for is an id.
-- No name, no address and no card stands in these tables; what a bill needs of a person stands apart and can go.
create schema payments;

-- Whoever buys or is given something. It stays as long as its records must, without a way to who it was.
create table payments.customer (
  id uuid primary key,
  account_id uuid unique references accounts.account (id) on delete set null,
  -- An organisation, by its id alone: it stands on a higher floor.
  organisation_id uuid unique,
  made_at timestamptz not null default clock.now(),
  check (num_nonnulls(account_id, organisation_id) <= 1)
);

-- One wish to buy: what, for how much, through whom. The price is that of the moment, in minor units.
create table payments.purchase (
  id uuid primary key,
  customer_id uuid not null references payments.customer (id),
  -- Who pressed the button; of an organisation, somebody with its billing role.
  account_id uuid references accounts.account (id) on delete set null,
  -- Made by the browser: the same wish sent twice is one purchase.
  request_key uuid not null,
  product text not null,
  title text not null check (char_length(title) between 1 and 200),
  kind text not null check (kind in ('pack', 'plan', 'item')),
  quantity integer not null check (quantity between 1 and 10000),
  -- What a payment of it gives. Shape: Terms of src/payments/terms.ts
  terms jsonb not null,
  -- What an `item` is for, such as a booking.
  thing uuid,
  currency char(3) not null,
  amount_minor bigint not null check (amount_minor >= 0),
  -- `none`: it costs nothing.
  gateway text not null check (gateway in ('stripe', 'razorpay', 'paystack', 'paddle', 'built_in', 'none')),
  mode text not null check (mode in ('test', 'live')),
  -- `created`: the gateway was not reached yet. `open`: somebody is at its page. `authorised`: promised, not there.
  state text not null default 'created' check (state in ('created', 'open', 'authorised', 'paid', 'failed', 'expired')),
  -- The page, order or transaction at the gateway, and how a browser gets there (shape: Go of src/payments/gateways/gateway.ts).
  checkout_reference text,
  go jsonb,
  made_at timestamptz not null default clock.now(),
  closes_at timestamptz not null,
  paid_at timestamptz,
  -- When the gateway is asked again what became of it; null when nothing can become of it any more.
  look_at timestamptz,
  expires_at timestamptz not null,
  unique (customer_id, request_key),
  unique (gateway, checkout_reference),
  check ((state = 'paid') <= (paid_at is not null))
);
create index purchase_of_customer on payments.purchase (customer_id, id desc);
create index purchase_by on payments.purchase (account_id) where account_id is not null;
create index purchase_to_look_at on payments.purchase (look_at) where look_at is not null;
create index purchase_end on payments.purchase (expires_at);
create unique index purchase_of_thing on payments.purchase (thing) where thing is not null and state = 'paid';

-- A plan that goes on until it is ended.
create table payments.subscription (
  id uuid primary key,
  purchase_id uuid not null unique references payments.purchase (id) on delete cascade,
  customer_id uuid not null references payments.customer (id),
  gateway text not null,
  mode text not null check (mode in ('test', 'live')),
  reference text not null,
  state text not null check (state in ('active', 'past_due', 'ended')),
  -- Until when it is paid for.
  current_until timestamptz,
  -- Since when a payment is missing; what it gives goes on for the policy's grace.
  past_due_since timestamptz,
  ends_at_period_end boolean not null default false,
  ended_at timestamptz,
  made_at timestamptz not null default clock.now(),
  look_at timestamptz,
  expires_at timestamptz not null,
  unique (gateway, reference),
  check ((state = 'ended') = (ended_at is not null)),
  check ((state = 'past_due') = (past_due_since is not null))
);
create index subscription_of_customer on payments.subscription (customer_id, id desc);
create index subscription_to_look_at on payments.subscription (look_at) where look_at is not null;
create index subscription_end on payments.subscription (expires_at);

-- One payment at a gateway, by its own id there: whatever it gives, it gives once.
create table payments.payment (
  id uuid primary key,
  gateway text not null,
  reference text not null,
  mode text not null check (mode in ('test', 'live')),
  purchase_id uuid not null references payments.purchase (id) on delete cascade,
  customer_id uuid not null references payments.customer (id),
  -- Of a plan: which turn of it was paid.
  subscription_id uuid references payments.subscription (id) on delete cascade,
  period_start timestamptz,
  period_end timestamptz,
  currency char(3) not null,
  amount_minor bigint not null check (amount_minor >= 0),
  state text not null check (state in ('authorised', 'failed', 'captured')),
  captured_at timestamptz,
  refunded_minor bigint not null default 0,
  dispute text check (dispute in ('open', 'won', 'lost')),
  -- When what it bought was given; set once.
  granted_at timestamptz,
  seen_at timestamptz not null default clock.now(),
  expires_at timestamptz not null,
  unique (gateway, reference),
  check (refunded_minor between 0 and amount_minor),
  check ((state = 'captured') = (captured_at is not null)),
  check ((granted_at is not null) <= (state = 'captured'))
);
create index payment_of_purchase on payments.payment (purchase_id);
create index payment_of_customer on payments.payment (customer_id, id desc);
create index payment_of_subscription on payments.payment (subscription_id) where subscription_id is not null;
create index payment_captured on payments.payment (captured_at) where captured_at is not null;
create index payment_end on payments.payment (expires_at);

-- What a gateway sent, stored before anything is done about it. Of what it said, only the few values below: the rest may hold people.
create table payments.gateway_event (
  id uuid primary key,
  gateway text not null,
  event_id text not null,
  type text not null,
  mode text not null check (mode in ('test', 'live')),
  -- Shape: Refs of src/payments/gateways/gateway.ts
  refs jsonb not null,
  amount_minor bigint,
  currency text,
  occurred_at timestamptz,
  received_at timestamptz not null default clock.now(),
  -- `idle`: it is about nothing of ours.
  state text not null default 'stored' check (state in ('stored', 'applied', 'idle')),
  applied_at timestamptz,
  expires_at timestamptz not null,
  unique (gateway, event_id)
);
create index gateway_event_waiting on payments.gateway_event (received_at) where state = 'stored';
create index gateway_event_received on payments.gateway_event (gateway, received_at desc);
create index gateway_event_end on payments.gateway_event (expires_at);

-- What does not fit what was ordered: nothing was given for it, and a person looks.
create table payments.quarantine (
  id uuid primary key,
  gateway text not null,
  -- The payment at the gateway, or the event when there is no payment.
  reference text not null,
  reason text not null check (reason in ('amount', 'currency', 'order', 'mode', 'customer')),
  purchase_id uuid references payments.purchase (id) on delete cascade,
  said_minor bigint,
  said_currency text,
  found_at timestamptz not null default clock.now(),
  resolved_at timestamptz,
  resolved_by uuid references accounts.account (id) on delete set null,
  note text check (char_length(note) between 1 and 1000),
  expires_at timestamptz not null,
  unique (gateway, reference, reason),
  check ((resolved_at is null) = (note is null))
);
create index quarantine_open on payments.quarantine (found_at) where resolved_at is null;
create index quarantine_purchase on payments.quarantine (purchase_id) where purchase_id is not null;
create index quarantine_resolver on payments.quarantine (resolved_by) where resolved_by is not null;
create index quarantine_end on payments.quarantine (expires_at);

-- Credits that came together: of one payment, of one free month, or given by the operator.
create table payments.lot (
  id uuid primary key,
  customer_id uuid not null references payments.customer (id) on delete cascade,
  unit text not null check (unit in ('interview', 'invited_interview')),
  source text not null check (source in ('free', 'pack', 'plan', 'gift')),
  payment_id uuid references payments.payment (id) on delete cascade,
  granted integer not null check (granted > 0),
  -- Kept by the ledger below, and by nothing else.
  remaining integer not null default 0 check (remaining between 0 and granted),
  -- Somebody disputes the payment: nothing of it can be used meanwhile.
  frozen_at timestamptz,
  valid_from timestamptz not null default clock.now(),
  valid_until timestamptz,
  expires_at timestamptz not null,
  unique (payment_id, unit),
  check ((source in ('pack', 'plan')) = (payment_id is not null))
);
create unique index lot_free on payments.lot (customer_id, unit, valid_from) where source = 'free';
create index lot_of_customer on payments.lot (customer_id, unit, valid_until);
create index lot_end on payments.lot (expires_at);

-- The ledger: every credit that came or went, in the order it did. Lines are added and never changed.
create table payments.entry (
  id uuid primary key,
  lot_id uuid not null references payments.lot (id) on delete cascade,
  kind text not null check (kind in ('granted', 'used', 'returned', 'withdrawn')),
  amount integer not null check (amount <> 0 and (amount > 0) = (kind in ('granted', 'returned'))),
  -- What a credit was used for, or came back from.
  thing uuid,
  because text,
  made_at timestamptz not null default clock.now(),
  check ((thing is not null) = (kind in ('used', 'returned')))
);
create index entry_of_lot on payments.entry (lot_id, id);
create index entry_of_thing on payments.entry (thing) where thing is not null;
create unique index entry_granted_once on payments.entry (lot_id) where kind = 'granted';
revoke update, delete on payments.entry from viva_application;

create function payments.keep_balance() returns trigger language plpgsql as $$
begin
  update payments.lot set remaining = remaining + new.amount where id = new.lot_id;
  return null;
end
$$;
create trigger keep_balance after insert on payments.entry for each row execute function payments.keep_balance();

-- What a credit is used for at this moment; taken back, the row goes and the ledger keeps both lines.
create table payments.use (
  unit text not null,
  thing uuid not null,
  lot_id uuid not null references payments.lot (id) on delete cascade,
  used_at timestamptz not null default clock.now(),
  primary key (unit, thing)
);
create index use_of_lot on payments.use (lot_id);
