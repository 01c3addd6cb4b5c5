-- Sign-ins and mailed links. better-auth keeps identities and passwords; what follows from them is ours. Its tables for
-- sessions and verifications stay, empty: it refuses to work without them.
delete from auth.session;
delete from auth.verification;

create table accounts.session (
  id uuid primary key,
  account_id uuid not null references accounts.account (id) on delete cascade,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  way text not null check (way in ('password', 'link', 'provider')),
  -- The kind of browser, such as 'Firefox on Linux', so that its owner can tell their sign-ins apart.
  browser text not null check (length(browser) <= 60),
  stays boolean not null,
  -- Until the second factor is given, a sign-in opens nothing.
  awaits_second_factor boolean not null default false,
  began_at timestamptz not null default clock.now(),
  last_used_at timestamptz not null default clock.now(),
  ends_at timestamptz not null
);
create index session_account on accounts.session (account_id);
create index session_end on accounts.session (ends_at);

-- A link that was asked for. The row is there for unknown addresses, too, so that asking costs the same.
create table accounts.link (
  id uuid primary key,
  kind text not null check (kind in ('verify_email', 'known_address', 'sign_in', 'reset_password', 'email_change_old', 'email_change_new')),
  account_id uuid references accounts.account (id) on delete cascade,
  -- Null until the mail is written.
  token_hash text unique check (token_hash ~ '^[0-9a-f]{64}$'),
  -- A sign-in link belongs to the browser that asked for it, and may be typed there as a code instead.
  code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
  wrong_codes smallint not null default 0,
  browser_hash text check (browser_hash ~ '^[0-9a-f]{64}$'),
  stays boolean not null default false,
  expires_at timestamptz not null
);
create index link_account on accounts.link (account_id) where account_id is not null;
create index link_browser on accounts.link (browser_hash) where browser_hash is not null;
create index link_expiry on accounts.link (expires_at);
