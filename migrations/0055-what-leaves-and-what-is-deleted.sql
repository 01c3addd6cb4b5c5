-- Where results of invited interviews go besides the people of the organisation: files that were made, links for a client, and what happens when somebody asks for all of it to be deleted.
alter table recruiters.report_access add constraint report_access_whose unique (invitation_id, organisation_id, candidate_id);

-- A file somebody made, so that a request to delete finds whoever has it.
create table recruiters.copy (
  id uuid primary key,
  invitation_id uuid not null references recruiters.invitation (id) on delete cascade,
  maker_id uuid references accounts.account (id) on delete set null,
  how text not null check (how in ('csv', 'pdf')),
  made_at timestamptz not null default clock.now()
);
create index copy_invitation on recruiters.copy (invitation_id);
create index copy_maker on recruiters.copy (maker_id) where maker_id is not null;

-- A link for one person at a client. Whom it shows stands below, and falls with their consent.
create table recruiters.client_link (
  id uuid primary key,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  template_id uuid not null references recruiters.template (id) on delete cascade,
  maker_id uuid references accounts.account (id) on delete set null,
  client_name text not null check (char_length(client_name) between 1 and 200),
  recipient_name text not null check (char_length(recipient_name) between 1 and 200),
  recipient_email text not null check (recipient_email = lower(recipient_email)),
  token_hash text not null unique,
  made_at timestamptz not null default clock.now(),
  ends_at timestamptz not null,
  revoked_at timestamptz,
  expires_at timestamptz not null,
  unique (id, organisation_id),
  check (ends_at > made_at and ends_at <= expires_at)
);
create index client_link_template on recruiters.client_link (template_id, id desc);
create index client_link_organisation on recruiters.client_link (organisation_id);
create index client_link_maker on recruiters.client_link (maker_id) where maker_id is not null;
create index client_link_recipient on recruiters.client_link (recipient_email);
create index client_link_expiry on recruiters.client_link (expires_at);

-- Somebody a link shows: only results this organisation may read, of somebody who lets them be passed on.
create table recruiters.client_link_result (
  link_id uuid not null,
  organisation_id uuid not null,
  invitation_id uuid not null,
  candidate_id uuid not null,
  purpose text not null default 'client_sharing' check (purpose = 'client_sharing'),
  scope text not null check (scope = invitation_id::text),
  fields text[] not null,
  grant_expires_at timestamptz not null,
  primary key (link_id, invitation_id),
  foreign key (link_id, organisation_id) references recruiters.client_link (id, organisation_id) on delete cascade,
  foreign key (invitation_id, organisation_id, candidate_id) references recruiters.report_access (invitation_id, organisation_id, candidate_id) on delete cascade,
  foreign key (candidate_id, purpose, scope, fields, grant_expires_at)
    references consent.live_grant (subject_id, purpose, scope, fields, expires_at) on update cascade on delete cascade
);
create index client_link_result_access on recruiters.client_link_result (invitation_id, organisation_id, candidate_id);
create index client_link_result_grant on recruiters.client_link_result (candidate_id, purpose, scope, fields, grant_expires_at);

-- Each time a link showed somebody. It outlives their consent: who has seen something stays known until the link goes.
create table recruiters.client_link_opening (
  link_id uuid not null references recruiters.client_link (id) on delete cascade,
  invitation_id uuid not null references recruiters.invitation (id) on delete cascade,
  opened_at timestamptz not null default clock.now(),
  primary key (link_id, invitation_id, opened_at)
);
create index client_link_opening_invitation on recruiters.client_link_opening (invitation_id);

-- Somebody asked an organisation to delete an interview. It was deleted at that moment; what is written here is who had copies.
create table recruiters.deletion (
  id uuid primary key,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  invitation_id uuid unique references recruiters.invitation (id) on delete set null,
  -- Null once they are gone: then the register knows that somebody asked, and no longer who.
  candidate_id uuid references accounts.account (id) on delete set null,
  job_title text not null,
  asked_at timestamptz not null default clock.now(),
  due_at timestamptz not null,
  expires_at timestamptz not null
);
create index deletion_organisation on recruiters.deletion (organisation_id, id desc);
create index deletion_candidate on recruiters.deletion (candidate_id, id desc) where candidate_id is not null;
create index deletion_expiry on recruiters.deletion (expires_at);

-- Who had a copy and was asked to delete it: somebody of the organisation, or somebody at a client, whose address goes when they have answered or been reminded for the last time.
create table recruiters.deletion_recipient (
  id uuid primary key,
  deletion_id uuid not null references recruiters.deletion (id) on delete cascade,
  member_id uuid references accounts.account (id) on delete set null,
  client_name text,
  recipient_name text,
  recipient_email text check (recipient_email = lower(recipient_email)),
  -- In which way they got it.
  how text[] not null,
  token_hash text not null unique,
  -- The link of the reminder; the first goes on working.
  reminder_token_hash text unique,
  reminded_at timestamptz,
  acknowledged_at timestamptz,
  check (client_name is null or member_id is null),
  check ((recipient_name is null) = (recipient_email is null))
);
create index deletion_recipient_deletion on recruiters.deletion_recipient (deletion_id);
create index deletion_recipient_member on recruiters.deletion_recipient (member_id) where member_id is not null;
create index deletion_recipient_email on recruiters.deletion_recipient (recipient_email) where recipient_email is not null;
create index deletion_recipient_open on recruiters.deletion_recipient (deletion_id) where acknowledged_at is null and reminded_at is null;
