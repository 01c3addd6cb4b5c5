-- What a recruiter opened within the last day: a look repeated within the hour is recorded once, and a day's looks are
-- counted. Falls with the listing; who was shown what, and to whom, stands in consent.disclosure.
create table recruiters.profile_view (
  viewer_id uuid not null references accounts.account (id) on delete cascade,
  talent_id uuid not null references recruiters.talent_listing (talent_id) on delete cascade,
  what text not null check (what in ('profile', 'export')),
  -- For which organisation somebody looked, and for which client of it. No foreign keys: a day's looks count although one of them goes.
  organisation_id uuid not null,
  client_id uuid,
  fields text[] not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  unique nulls not distinct (viewer_id, organisation_id, talent_id, what, client_id)
);
create index profile_view_of_viewer on recruiters.profile_view (viewer_id, expires_at);
create index profile_view_of_talent on recruiters.profile_view (talent_id);
create index profile_view_expires_at on recruiters.profile_view (expires_at);

-- In which weeks, each named by its Monday, somebody's profile was looked at, and when they were told of it: once.
create table recruiters.view_digest (
  candidate_id uuid not null references accounts.account (id) on delete cascade,
  week date not null,
  told_at timestamptz,
  expires_at timestamptz not null,
  primary key (candidate_id, week)
);
create index view_digest_untold on recruiters.view_digest (week, candidate_id) where told_at is null;
create index view_digest_expires_at on recruiters.view_digest (expires_at);
