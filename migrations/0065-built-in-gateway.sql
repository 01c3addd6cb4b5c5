-- The books of the built-in gateway, which takes no money: they are its own, as Stripe has its own, and know a purchase by its
-- id alone. Nothing of a person is in them.
create table payments.built_in_checkout (
  -- The address of its page, 128 random bits. The purchase keeps that address, as it does for every gateway, so a hash would hide nothing.
  reference text primary key,
  order_id uuid not null unique,
  title text not null,
  quantity integer not null,
  currency char(3) not null,
  amount_minor bigint not null check (amount_minor >= 0),
  -- ISO 8601. Of a plan: how often it is paid.
  every text,
  return_url text not null,
  -- `decided`: somebody paid or promised to; who was declined can still pay. `cancelled`: somebody left.
  state text not null default 'open' check (state in ('open', 'decided', 'cancelled')),
  closes_at timestamptz not null,
  made_at timestamptz not null default clock.now(),
  -- Moved on by each payment.
  expires_at timestamptz not null
);
create index built_in_checkout_end on payments.built_in_checkout (expires_at);

create table payments.built_in_subscription (
  reference text primary key,
  checkout_reference text not null unique references payments.built_in_checkout (reference) on delete cascade,
  state text not null default 'active' check (state in ('active', 'past_due', 'ended')),
  -- Each whole turn is reckoned from here: a plan begun on the 31st keeps to the ends of months. Before it there may be a short one, to try things out.
  turns_from timestamptz not null,
  turns integer not null check (turns >= 0),
  current_until timestamptz not null,
  ends_at_period_end boolean not null default false,
  -- Somebody wants to see what becomes of a plan whose payment fails.
  next_fails boolean not null default false,
  past_due_since timestamptz,
  -- Where its page leads back to.
  return_url text,
  check ((state = 'past_due') = (past_due_since is not null))
);
create index built_in_subscription_due on payments.built_in_subscription (current_until) where state <> 'ended';

create table payments.built_in_payment (
  reference text primary key,
  checkout_reference text not null references payments.built_in_checkout (reference) on delete cascade,
  subscription_reference text references payments.built_in_subscription (reference) on delete cascade,
  period_start timestamptz,
  period_end timestamptz,
  state text not null check (state in ('authorised', 'captured', 'failed')),
  -- When what was promised arrives.
  arrives_at timestamptz,
  made_at timestamptz not null default clock.now(),
  check ((state = 'authorised') = (arrives_at is not null)),
  check (num_nonnulls(subscription_reference, period_start, period_end) in (0, 3))
);
create index built_in_payment_of_checkout on payments.built_in_payment (checkout_reference, made_at);
create index built_in_payment_of_subscription on payments.built_in_payment (subscription_reference) where subscription_reference is not null;
create index built_in_payment_promised on payments.built_in_payment (arrives_at) where state = 'authorised';

-- Whoever asks twice with one key has given back once.
create table payments.built_in_refund (
  key text primary key,
  payment_reference text not null references payments.built_in_payment (reference) on delete cascade,
  amount_minor bigint not null check (amount_minor > 0),
  made_at timestamptz not null default clock.now()
);
create index built_in_refund_of_payment on payments.built_in_refund (payment_reference);
