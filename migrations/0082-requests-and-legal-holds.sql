-- Requests about data under somebody's own law, whose they are, what is written back and forth about them; and what a legal hold keeps.
alter table privacy.request
  -- What people quote; it says nothing and leads nowhere without an operator.
  add column number text not null unique default upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 10)),
  -- The law that the person calls upon, by its id in the policy; none of them when null.
  add column jurisdiction text,
  -- By when a word of receipt is owed, and when it was given.
  add column acknowledge_by timestamptz,
  add column acknowledged_at timestamptz,
  -- How it is known that it is theirs: asked after signing in; confirmed by a link mailed to the address of the account; not (yet);
  -- in another way, which the operator wrote down; or it is about no account.
  add column identity text not null default 'signed_in' check (identity in ('signed_in', 'confirmed', 'unconfirmed', 'other', 'no_account')),
  add column confirm_hash text unique check (confirm_hash ~ '^[0-9a-f]{64}$'),
  add column confirm_until timestamptz,
  -- The answer was put off, once, and why.
  add column extended_at timestamptz,
  add column extended_because text check (char_length(extended_because) between 1 and 2000),
  -- It was answered and taken up again, once.
  add column reopened_at timestamptz,
  add check ((confirm_hash is null) = (confirm_until is null));
update privacy.request set identity = 'other' where came_by = 'mail' and account_id is not null;
update privacy.request set identity = 'no_account' where came_by = 'mail' and account_id is null and account_gone_at is null;

-- What is written back and forth until it is answered.
create table privacy.request_message (
  id uuid primary key,
  request_id uuid not null references privacy.request (id) on delete cascade,
  by text not null check (by in ('person', 'operator')),
  body text not null check (char_length(body) between 1 and 5000),
  written_at timestamptz not null default clock.now()
);
create index request_message_order on privacy.request_message (request_id, written_at, id);

create or replace function privacy.forget_words() returns trigger language plpgsql as $$
begin
  new.body := null;
  new.answer := null;
  new.extended_because := null;
  new.confirm_hash := null;
  new.confirm_until := null;
  new.account_gone_at := clock.now();
  delete from privacy.request_message where request_id = new.id;
  return new;
end
$$;

-- A sealed copy of what is held of somebody, kept because law, tax or a dispute asks for it, though its time be over or the account deleted.
create table privacy.legal_hold (
  id uuid primary key,
  account_id uuid references accounts.account (id) on delete set null,
  -- The parts of the product whose data is kept.
  modules text[] not null check (cardinality(modules) > 0),
  ground text not null check (char_length(ground) between 1 and 500),
  reason text check (char_length(reason) between 1 and 2000),
  -- The law that forbids to tell the person.
  secret_because text check (char_length(secret_because) between 1 and 500),
  placed_by uuid,
  placed_at timestamptz not null default clock.now(),
  state text not null default 'sealing' check (state in ('sealing', 'sealed')),
  object_id uuid references storage.object (id) on delete set null,
  bytes bigint,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- When somebody looks whether its job was lost.
  look_again_at timestamptz not null default clock.now() + interval '1 hour',
  holds_until timestamptz not null check (holds_until > placed_at),
  ended_at timestamptz,
  expires_at timestamptz not null check (expires_at > holds_until),
  check ((state = 'sealed') = (sha256 is not null))
);
create index legal_hold_of_account on privacy.legal_hold (account_id) where account_id is not null;
create index legal_hold_placed_by on privacy.legal_hold (placed_by) where placed_by is not null;
create index legal_hold_object on privacy.legal_hold (object_id) where object_id is not null;
create index legal_hold_expires_at on privacy.legal_hold (expires_at);
create index legal_hold_due on privacy.legal_hold (holds_until) where ended_at is null;
create index legal_hold_sealing on privacy.legal_hold (look_again_at) where state = 'sealing';
select retention.watch('privacy.legal_hold'::regclass, 'expires_at');

-- Who opened a sealed copy, when and why.
create table privacy.legal_hold_opening (
  id uuid primary key,
  hold_id uuid not null references privacy.legal_hold (id) on delete cascade,
  opened_by uuid,
  because text check (char_length(because) between 1 and 500),
  opened_at timestamptz not null default clock.now()
);
create index legal_hold_opening_order on privacy.legal_hold_opening (hold_id, opened_at);
create index legal_hold_opening_by on privacy.legal_hold_opening (opened_by) where opened_by is not null;

-- What a hold was for, and why it was opened, may name the person, and goes when it ends; that there was one, on which ground and until when, stays in the register.
create function privacy.forget_reason() returns trigger language plpgsql as $$
begin
  new.reason := null;
  update privacy.legal_hold_opening set because = null where hold_id = new.id;
  return new;
end
$$;
create trigger reason_goes_with_the_hold before update on privacy.legal_hold for each row
  when (old.ended_at is null and new.ended_at is not null) execute function privacy.forget_reason();
