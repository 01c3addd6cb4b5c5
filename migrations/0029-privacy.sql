-- What people decide and ask about their data: copies of it, requests, objections, the choice not to be sold or shared.
create schema privacy;

-- One copy of a person's data at a time; a new one takes the place of the old.
create table privacy.export (
  id uuid primary key,
  account_id uuid not null unique references accounts.account (id) on delete cascade,
  state text not null default 'building' check (state in ('building', 'ready')),
  -- Parts of the copy that are written, of how many.
  parts_done int not null default 0,
  parts int not null default 1 check (parts > 0),
  object_id uuid references storage.object (id) on delete set null,
  bytes bigint,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  asked_at timestamptz not null default clock.now(),
  ready_at timestamptz,
  expires_at timestamptz not null,
  -- When somebody looks whether its job was lost.
  look_again_at timestamptz not null,
  check ((state = 'ready') = (ready_at is not null)),
  check ((state = 'ready') = (bytes is not null and sha256 is not null))
);
create index export_expires_at on privacy.export (expires_at);
create index export_look_again on privacy.export (look_again_at) where state = 'building';

-- The register of what people ask. Its words go with the person; that something was asked and answered stays for its period.
-- A letter that belongs to no account has none from the beginning.
create table privacy.request (
  id uuid primary key,
  account_id uuid references accounts.account (id) on delete set null,
  kind text not null check (kind in ('access', 'correction', 'deletion', 'objection', 'grievance')),
  -- `mail`: an operator wrote down what came by letter or mail.
  came_by text not null default 'here' check (came_by in ('here', 'mail')),
  body text check (char_length(body) between 1 and 5000),
  asked_at timestamptz not null,
  due_at timestamptz not null check (due_at > asked_at),
  outcome text check (outcome in ('done', 'refused')),
  answer text check (char_length(answer) between 1 and 5000),
  answered_at timestamptz,
  answered_by uuid,
  -- When the account went, however it went.
  account_gone_at timestamptz,
  -- When whoever answers was told that it is due soon, and that it is late.
  reminded_at timestamptz,
  late_told_at timestamptz,
  expires_at timestamptz not null check (expires_at > due_at),
  check ((outcome is null) = (answered_at is null))
);
create index request_of_account on privacy.request (account_id, asked_at desc);
create index request_due on privacy.request (due_at, id) where outcome is null;
create index request_answered_by on privacy.request (answered_by) where answered_by is not null;
create index request_expires_at on privacy.request (expires_at);

-- Here and not in the erasure, because an account may also be deleted without one, as those that nobody confirmed are.
create function privacy.forget_words() returns trigger language plpgsql as $$
begin
  new.body := null;
  new.answer := null;
  new.account_gone_at := clock.now();
  return new;
end
$$;
create trigger words_go_with_the_account before update on privacy.request for each row
  when (old.account_id is not null and new.account_id is null) execute function privacy.forget_words();

-- The row stands as long as the objection does; one to `everything` restricts all that is optional.
create table privacy.objection (
  account_id uuid not null references accounts.account (id) on delete cascade,
  purpose text not null,
  objected_at timestamptz not null default clock.now(),
  primary key (account_id, purpose)
);

create table privacy.sale_choice (
  account_id uuid primary key references accounts.account (id) on delete cascade,
  opted_out boolean not null,
  -- `gpc`: the browser said it (Global Privacy Control).
  chosen_by text not null check (chosen_by in ('switch', 'gpc')),
  chosen_at timestamptz not null default clock.now()
);
