-- An organisation asks somebody it found whether they want to talk. Who that is, it learns only from an answer that says yes.
create table recruiters.contact_request (
  id uuid primary key,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  candidate_id uuid not null references accounts.account (id) on delete cascade,
  -- Null once the listing it was sent to is gone.
  talent_id uuid references recruiters.talent_listing (talent_id) on delete set null,
  sender_id uuid references accounts.account (id) on delete set null,
  -- For whom an agency asks; null when the organisation hires for itself.
  client_name text check (char_length(client_name) between 1 and 200),
  job_title text not null check (char_length(job_title) between 1 and 120),
  -- In minor units of the currency.
  pay_min bigint not null check (pay_min >= 0),
  pay_max bigint not null,
  pay_currency text not null check (pay_currency ~ '^[A-Z]{3}$'),
  pay_per text not null check (pay_per in ('hour', 'day', 'month', 'year')),
  message text not null check (char_length(message) between 1 and 2000),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'expired', 'ended', 'taken_back')),
  refusal text check (refusal in ('role', 'pay', 'place', 'timing', 'company', 'other')),
  sent_at timestamptz not null default clock.now(),
  ends_at timestamptz not null,
  remind_at timestamptz not null,
  reminded_at timestamptz,
  answered_at timestamptz,
  -- When the organisation said that it has written to somebody who accepted.
  followed_up_at timestamptz,
  expires_at timestamptz not null,
  check (pay_max >= pay_min and pay_max <= 9007199254740991),
  check (state <> 'open' or talent_id is not null),
  check ((state in ('accepted', 'declined')) = (answered_at is not null)),
  check (refusal is null or state = 'declined'),
  check (followed_up_at is null or state = 'accepted')
);
create unique index contact_request_open on recruiters.contact_request (organisation_id, candidate_id) where state = 'open';
create index contact_request_organisation on recruiters.contact_request (organisation_id, id desc);
create index contact_request_candidate on recruiters.contact_request (candidate_id, id desc);
create index contact_request_talent on recruiters.contact_request (talent_id);
create index contact_request_sender on recruiters.contact_request (sender_id);
create index contact_request_ends on recruiters.contact_request (ends_at) where state = 'open';
create index contact_request_reminder on recruiters.contact_request (remind_at) where state = 'open' and reminded_at is null;
create index contact_request_expiry on recruiters.contact_request (expires_at);

-- With the listing goes the way to ask: an open request ends in the same commit.
create function recruiters.request_ends() returns trigger language plpgsql
  as $$ begin new.state := 'ended'; return new; end $$;
create trigger request_ends before update of talent_id on recruiters.contact_request
  for each row when (new.talent_id is null and old.state = 'open') execute function recruiters.request_ends();

-- Who can no longer be found has shown nobody who they are, whatever they allowed while they could be.
create function recruiters.hide_from_all() returns trigger language plpgsql
  as $$ begin delete from recruiters.talent_contact where candidate_id = old.candidate_id; return old; end $$;
create trigger hide_from_all after delete on recruiters.talent_listing for each row execute function recruiters.hide_from_all();
