-- Interviews that an organisation asks people to: what is asked, who was asked, and what came back to that organisation alone.
create table recruiters.template (
  id uuid primary key,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  created_by uuid references accounts.account (id) on delete set null,
  created_at timestamptz not null default clock.now(),
  -- No more invitations; those that were sent go on.
  archived_at timestamptz
);
create index template_organisation on recruiters.template (organisation_id, id desc);
create index template_creator on recruiters.template (created_by) where created_by is not null;

-- A version is a draft until it is published, and from then on what it is.
create table recruiters.template_version (
  id uuid primary key,
  template_id uuid not null references recruiters.template (id) on delete cascade,
  version int not null check (version > 0),
  job_title text not null check (char_length(job_title) between 1 and 120),
  -- For whom an agency asks; the name stays when the client is no longer one.
  client_id uuid references recruiters.client (id) on delete set null,
  client_name text check (char_length(client_name) between 1 and 200),
  content jsonb not null,
  -- Counts the saves of a draft, so that two tabs lose nothing.
  revision int not null default 1 check (revision > 0),
  saved_at timestamptz not null default clock.now(),
  published_at timestamptz,
  unique (template_id, version),
  check (client_id is null or client_name is not null)
);
create unique index template_draft on recruiters.template_version (template_id) where published_at is null;
create index template_version_client on recruiters.template_version (client_id) where client_id is not null;

create function recruiters.published_is_final() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'client_id' <> to_jsonb(old) - 'client_id' or (new.client_id is not null and new.client_id is distinct from old.client_id) then
    raise exception 'a published version of a template does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger published_is_final before update on recruiters.template_version
  for each row when (old.published_at is not null) execute function recruiters.published_is_final();

create table recruiters.invitation (
  id uuid primary key,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  template_id uuid not null references recruiters.template (id) on delete cascade,
  template_version_id uuid not null references recruiters.template_version (id) on delete cascade,
  sender_id uuid references accounts.account (id) on delete set null,
  -- The address that was invited, and what whoever invites calls them. Null once they are erased.
  email text check (email = lower(email)),
  name text check (char_length(name) between 1 and 200),
  state text not null default 'invited' check (state in ('invited', 'opened', 'in_progress', 'complete', 'expired', 'revoked', 'declined', 'withdrawn')),
  -- The account that accepted it: the link works there and nowhere else from then on.
  candidate_id uuid references accounts.account (id) on delete set null,
  interview_id uuid references interviews.interview (id) on delete set null,
  -- Whom the candidate chose to be judged by, from the start of the interview.
  judged_by text check (judged_by in ('ai', 'people')),
  deadline_at timestamptz not null,
  invited_at timestamptz not null default clock.now(),
  opened_at timestamptz,
  accepted_at timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  ended_at timestamptz,
  -- When the reminders were sent.
  reminded_at timestamptz,
  reminded_last_at timestamptz,
  expires_at timestamptz not null,
  check ((state in ('expired', 'revoked', 'declined', 'withdrawn')) = (ended_at is not null)),
  check (state <> 'complete' or completed_at is not null)
);
-- Whoever is asked waits for one answer at a time.
create unique index invitation_open on recruiters.invitation (template_id, email) where state in ('invited', 'opened', 'in_progress');
create index invitation_of_template on recruiters.invitation (template_id, id desc);
create index invitation_organisation on recruiters.invitation (organisation_id, id desc);
create index invitation_version on recruiters.invitation (template_version_id);
create index invitation_candidate on recruiters.invitation (candidate_id, id desc) where candidate_id is not null;
create unique index invitation_interview on recruiters.invitation (interview_id) where interview_id is not null;
create index invitation_email on recruiters.invitation (email) where email is not null;
create index invitation_sender on recruiters.invitation (sender_id) where sender_id is not null;
create index invitation_deadline on recruiters.invitation (deadline_at) where state in ('invited', 'opened', 'in_progress');
create index invitation_expiry on recruiters.invitation (expires_at);

-- An invitation is over at its deadline, whether or not a job has come by since.
create function recruiters.state_of(i recruiters.invitation) returns text language sql stable as $$
  select case when i.state in ('invited', 'opened', 'in_progress') and i.deadline_at <= clock.now() then 'expired' else i.state end
$$;

-- The links that open an invitation. A reminder brings one more; sending it anew takes the others away.
create table recruiters.invitation_link (
  token_hash text primary key,
  invitation_id uuid not null references recruiters.invitation (id) on delete cascade,
  made_at timestamptz not null default clock.now()
);
create index invitation_link_invitation on recruiters.invitation_link (invitation_id);

-- What lets an organisation read one interview: there from its start, open from when it is handed in, gone with the consent.
create table recruiters.report_access (
  invitation_id uuid primary key references recruiters.invitation (id) on delete cascade,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  candidate_id uuid not null,
  purpose text not null default 'invited_result' check (purpose = 'invited_result'),
  scope text not null check (scope = invitation_id::text),
  fields text[] not null,
  grant_expires_at timestamptz not null,
  interview_id uuid not null unique references interviews.interview (id) on delete cascade,
  -- Since when it can be read; null while the interview is taken.
  submitted_at timestamptz,
  scored_at timestamptz,
  -- The organisation's own clock: it runs however long the candidate keeps theirs.
  ends_at timestamptz,
  check ((submitted_at is null) = (ends_at is null)),
  foreign key (candidate_id, purpose, scope, fields, grant_expires_at)
    references consent.live_grant (subject_id, purpose, scope, fields, expires_at) on update cascade on delete cascade
);
create index report_access_organisation on recruiters.report_access (organisation_id);
create index report_access_grant on recruiters.report_access (candidate_id, purpose, scope, fields, grant_expires_at);
create index report_access_end on recruiters.report_access (ends_at) where ends_at is not null;

-- With the consent, or the interview itself, goes the invitation: the row says so in the same commit.
create function recruiters.invitation_withdrawn() returns trigger language plpgsql as $$
begin
  update recruiters.invitation set state = 'withdrawn', ended_at = clock.now()
    where id = old.invitation_id and state in ('opened', 'in_progress', 'complete');
  return old;
end
$$;
create trigger invitation_withdrawn after delete on recruiters.report_access for each row execute function recruiters.invitation_withdrawn();
