-- Searches a recruiter runs again, and hears of newly listed people who fit. They go with the seat in the organisation.
create table recruiters.saved_search (
  id uuid primary key,
  account_id uuid not null references recruiters.member (account_id) on delete cascade,
  name text not null check (char_length(name) between 1 and 100),
  query jsonb not null check (jsonb_typeof(query) = 'object'),
  alerts boolean not null,
  made_at timestamptz not null,
  -- Whoever was listed after this moment is new to the recruiter.
  looked_at timestamptz not null,
  -- When the last alert about it was sent.
  told_at timestamptz
);
create index saved_search_of_member on recruiters.saved_search (account_id, made_at desc, id desc);
create index saved_search_alerts on recruiters.saved_search (account_id) where alerts;
