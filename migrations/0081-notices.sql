-- What was published of how personal data is handled: each version of the policy, with the texts that were in force under it.
create schema notices;
create table notices.version (
  version text primary key check (version ~ '^\d{4}-\d{2}-\d{2}$'),
  says text not null check (says <> ''),
  -- Every account is mailed about it, once.
  significant boolean not null,
  published_at timestamptz not null default date_trunc('milliseconds', clock.now()),
  -- How far those are told who had an account then: nothing while it begins, then the last account whose mail was handed over. The
  -- row moves in the same commit as the mail, so that nobody gets the same mail twice whatever becomes of the process.
  told_up_to uuid,
  moved_at timestamptz,
  told_at timestamptz,
  check (told_at is null or told_up_to is null)
);

create table notices.text (
  version text not null references notices.version on delete cascade,
  notice text not null check (notice ~ '^[a-z]+$'),
  title text not null,
  lead text not null,
  parts jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (version, notice)
);
