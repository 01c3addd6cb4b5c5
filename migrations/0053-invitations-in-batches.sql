-- Many invitations at once: a job takes line after line away and writes the invitation in its place.
create table recruiters.invitation_batch (
  id uuid primary key,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  template_version_id uuid not null references recruiters.template_version (id) on delete cascade,
  sender_id uuid references accounts.account (id) on delete set null,
  -- Of whoever sends it: the same act twice is one batch.
  event_id uuid not null,
  message text check (char_length(message) between 1 and 1000),
  lines int not null check (lines > 0),
  sent int not null default 0,
  passed_over int not null default 0,
  made_at timestamptz not null default clock.now(),
  moved_at timestamptz not null default clock.now(),
  finished_at timestamptz,
  expires_at timestamptz not null,
  unique (organisation_id, event_id),
  check (sent + passed_over <= lines and (sent + passed_over = lines) = (finished_at is not null))
);
create index invitation_batch_version on recruiters.invitation_batch (template_version_id);
create index invitation_batch_sender on recruiters.invitation_batch (sender_id) where sender_id is not null;
create index invitation_batch_unfinished on recruiters.invitation_batch (moved_at) where finished_at is null;
create index invitation_batch_expiry on recruiters.invitation_batch (expires_at);

create table recruiters.invitation_line (
  batch_id uuid not null references recruiters.invitation_batch (id) on delete cascade,
  place int not null,
  email text not null check (email = lower(email)),
  name text check (char_length(name) between 1 and 200),
  primary key (batch_id, place)
);
create index invitation_line_email on recruiters.invitation_line (email);

alter table recruiters.invitation
  add column batch_id uuid references recruiters.invitation_batch (id) on delete set null,
  -- What whoever sent it wrote to them.
  add column message text check (char_length(message) between 1 and 1000),
  add column refusal text check (refusal in ('role', 'timing', 'place', 'format', 'ai', 'not_me', 'other')),
  add constraint only_a_no_has_a_reason check (refusal is null or state = 'declined');
create index invitation_of_batch on recruiters.invitation (batch_id) where batch_id is not null;

-- Addresses an organisation writes to no more: known by a keyed hash, since all that is ever asked is whether one is among them.
create table recruiters.do_not_invite (
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  email_hash text not null,
  -- What somebody said themselves the organisation cannot take away.
  said_by text not null check (said_by in ('person', 'organisation')),
  added_at timestamptz not null default clock.now(),
  primary key (organisation_id, email_hash)
);
