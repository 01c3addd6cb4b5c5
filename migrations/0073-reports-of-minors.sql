-- Reports that somebody here is too young. Whom one names is hidden at once, for at most three days, until a person decides.
create table privacy.minor_report (
  id uuid primary key,
  account_id uuid references accounts.account (id) on delete set null,
  -- What whoever reports wrote: it goes with the decision, and with the account.
  about text check (char_length(about) between 1 and 500),
  why text check (char_length(why) between 1 and 2000),
  contact text check (char_length(contact) between 1 and 254),
  reported_at timestamptz not null default clock.now(),
  hidden_until timestamptz,
  outcome text check (outcome in ('erased', 'restored')),
  reason text check (char_length(reason) between 1 and 2000),
  decided_at timestamptz,
  account_gone_at timestamptz,
  expires_at timestamptz not null check (expires_at > reported_at),
  check ((outcome is null) = (decided_at is null)),
  check (outcome is null or num_nonnulls(about, why, contact) = 0),
  check (outcome is not null or account_gone_at is not null or num_nonnulls(about, why) = 2)
);
create index minor_report_account on privacy.minor_report (account_id, reported_at desc) where account_id is not null;
create index minor_report_open on privacy.minor_report (reported_at desc, id desc) where outcome is null and account_gone_at is null;
create index minor_report_expires_at on privacy.minor_report (expires_at);

create function privacy.forget_report() returns trigger language plpgsql as $$
begin
  new.about := null; new.why := null; new.contact := null; new.reason := null;
  new.account_gone_at := clock.now();
  return new;
end
$$;
create trigger words_go_with_the_account before update on privacy.minor_report for each row
  when (old.account_id is not null and new.account_id is null) execute function privacy.forget_report();

-- Until when somebody is hidden; null for everybody else.
create function privacy.hidden_until(person uuid) returns timestamptz language sql stable as $$
  select max(hidden_until) from privacy.minor_report where account_id = person and outcome is null and hidden_until > clock.now()
$$;

alter table recruiters.talent_listing add column hidden_until timestamptz;
grant select (hidden_until) on recruiters.talent_listing to viva_talent;
alter table certificates.publication add column hidden_until timestamptz;

-- Whatever is shown anew meanwhile is hidden from birth.
create function privacy.hide_what_was_reported() returns trigger language plpgsql as $$
begin
  new.hidden_until := privacy.hidden_until(new.candidate_id);
  return new;
end
$$;
create trigger hidden_while_reported before insert on recruiters.talent_listing for each row execute function privacy.hide_what_was_reported();
create trigger hidden_while_reported before insert on certificates.publication for each row execute function privacy.hide_what_was_reported();
