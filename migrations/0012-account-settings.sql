-- What people set on their account: a second factor, another address, its end.
create table accounts.second_factor (
  account_id uuid primary key references accounts.account (id) on delete cascade,
  -- Encrypted with a key that is not in the database.
  sealed_secret text not null,
  confirmed_at timestamptz,
  -- The time step of the last code that was taken: each code works once.
  last_step bigint not null default 0
);
create table accounts.recovery_code (
  account_id uuid not null references accounts.second_factor (account_id) on delete cascade,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  primary key (account_id, code_hash)
);

-- A new address that waits until both, the old and the new one, have said yes.
create table accounts.email_change (
  account_id uuid primary key references accounts.account (id) on delete cascade,
  new_email text not null,
  old_confirmed boolean not null default false,
  new_confirmed boolean not null default false,
  expires_at timestamptz not null
);
create index email_change_expiry on accounts.email_change (expires_at);

-- A closed account: name and address have left the identity, so that nothing finds it and the address is free.
create table accounts.closed_account (
  account_id uuid primary key references accounts.account (id) on delete cascade,
  name text not null,
  email text not null,
  closed_at timestamptz not null default clock.now(),
  purge_at timestamptz not null
);
create index closed_account_purge on accounts.closed_account (purge_at);
