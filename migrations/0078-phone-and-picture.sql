-- What else people may give of themselves, if they like: a phone number they type, and the picture that the place which
-- signs them in has of them. Both end with the account; the picture is a row, so that it goes in the very commit that deletes it.
alter table accounts.account add column phone text check (phone ~ '^\+?[0-9][0-9 ()./-]{3,28}[0-9]$');

create table accounts.picture (
  account_id uuid primary key references accounts.account on delete cascade,
  -- The issuer whose picture it was.
  issuer text not null,
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
  bytes bytea not null check (octet_length(bytes) between 1 and 1048576),
  created_at timestamptz not null default clock.now()
);
