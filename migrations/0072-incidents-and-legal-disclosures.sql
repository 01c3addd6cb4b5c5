-- What went wrong with personal data: when it was known, whom it touched, who was told, and what prevents it from now on.
create table privacy.incident (
  id uuid primary key,
  what text not null check (char_length(what) between 1 and 5000),
  data text not null check (char_length(data) between 1 and 2000),
  began_at timestamptz,
  ended_at timestamptz check (ended_at >= began_at),
  known_at timestamptz not null,
  -- 72 hours after it was known: GDPR article 33(1).
  notify_by timestamptz not null check (notify_by > known_at),
  opened_at timestamptz not null default clock.now(),
  authority_told_at timestamptz check (authority_told_at >= known_at),
  authority_reference text check (char_length(authority_reference) between 1 and 200),
  authority_not_told_because text check (char_length(authority_not_told_because) between 1 and 2000),
  reminded_at timestamptz,
  -- What the people it touched are told: null until the mails go out.
  told_what text check (char_length(told_what) between 1 and 5000),
  told_meaning text check (char_length(told_meaning) between 1 and 5000),
  told_measures text check (char_length(told_measures) between 1 and 5000),
  mails_begun_at timestamptz,
  -- When the mails last went on: somebody waits and long ago means that they are stuck.
  mails_moved_at timestamptz,
  people_not_told_because text check (char_length(people_not_told_because) between 1 and 2000),
  prevention text check (char_length(prevention) between 1 and 5000),
  closed_at timestamptz,
  expires_at timestamptz not null check (expires_at > opened_at),
  check ((authority_told_at is null) = (authority_reference is null)),
  check (authority_told_at is null or authority_not_told_because is null),
  check ((mails_begun_at is null) = (told_what is null) and (told_what is null) = (told_meaning is null) and (told_what is null) = (told_measures is null)),
  check ((closed_at is null) = (prevention is null)),
  check (closed_at is null or authority_told_at is not null or authority_not_told_because is not null),
  check (closed_at is null or mails_begun_at is not null or people_not_told_because is not null)
);
create index incident_order on privacy.incident (opened_at desc, id desc);
create index incident_clock on privacy.incident (notify_by) where authority_told_at is null and authority_not_told_because is null and reminded_at is null;
create index incident_expires_at on privacy.incident (expires_at);

-- Whom it touched, by a reference that means nothing elsewhere and stays when the account is gone.
create table privacy.incident_person (
  incident_id uuid not null references privacy.incident (id) on delete cascade,
  ref uuid not null default gen_random_uuid(),
  account_id uuid references accounts.account (id) on delete set null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'left_out')),
  added_at timestamptz not null default clock.now(),
  told_at timestamptz,
  primary key (incident_id, ref),
  unique (incident_id, account_id),
  check ((state = 'waiting') = (told_at is null))
);
create index incident_person_account on privacy.incident_person (account_id) where account_id is not null;
create index incident_person_waiting on privacy.incident_person (incident_id, ref) where state = 'waiting';

-- What was given to an authority because the law demands it. The person reads it, at once or as soon as the law allows.
create table privacy.legal_disclosure (
  id uuid primary key,
  account_id uuid references accounts.account (id) on delete set null,
  recipient text not null check (char_length(recipient) between 1 and 200),
  ground text not null check (char_length(ground) between 1 and 500),
  -- These go with the account: they may say who it was.
  data text check (char_length(data) between 1 and 2000),
  reason text check (char_length(reason) between 1 and 2000),
  disclosed_at timestamptz not null,
  recorded_at timestamptz not null default clock.now(),
  secret_until timestamptz,
  -- On what ground the person may not be told before.
  secret_because text check (char_length(secret_because) between 1 and 500),
  told_at timestamptz,
  account_gone_at timestamptz,
  expires_at timestamptz not null check (expires_at > recorded_at),
  check ((secret_until is null) = (secret_because is null)),
  check (account_gone_at is not null or num_nonnulls(data, reason) = 2)
);
create index legal_disclosure_account on privacy.legal_disclosure (account_id, disclosed_at desc) where account_id is not null;
create index legal_disclosure_order on privacy.legal_disclosure (recorded_at desc, id desc);
create index legal_disclosure_untold on privacy.legal_disclosure (secret_until) where told_at is null and account_gone_at is null;
create index legal_disclosure_expires_at on privacy.legal_disclosure (expires_at);

create function privacy.forget_legal_disclosure() returns trigger language plpgsql as $$
begin
  new.data := null; new.reason := null;
  new.account_gone_at := clock.now();
  return new;
end
$$;
create trigger words_go_with_the_account before update on privacy.legal_disclosure for each row
  when (old.account_id is not null and new.account_id is null) execute function privacy.forget_legal_disclosure();
