-- Who searches for people: organisations, those who work for them, and whom they hire for.
create schema recruiters;

create table recruiters.organisation (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 200),
  kind text not null check (kind in ('employer', 'agency')),
  domain text not null check (domain = lower(domain) and domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
  -- When the confirmed address of an owner showed that the domain is theirs.
  domain_verified_at timestamptz,
  state text not null default 'pending' check (state in ('pending', 'approved', 'refused', 'suspended')),
  -- What its owners are told, when it was refused or suspended.
  reason text check (char_length(reason) between 1 and 1000),
  decided_at timestamptz,
  created_at timestamptz not null default clock.now(),
  check ((state in ('refused', 'suspended')) = (reason is not null)),
  check ((state = 'pending') = (decided_at is null))
);
create index organisation_state on recruiters.organisation (state, id);
create index organisation_domain on recruiters.organisation (domain);

-- What an operator refused or suspended, with the domain that somebody can own. No foreign key: it outlives the organisation,
-- so that nobody is approved by the domain alone who leaves and founds it again.
create table recruiters.decided_against (
  organisation_id uuid not null,
  domain text not null,
  decided_at timestamptz not null default clock.now(),
  primary key (organisation_id, domain)
);
create index decided_against_domain on recruiters.decided_against (domain);

-- Whom an agency hires for.
create table recruiters.client (
  id uuid primary key,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 200),
  -- Whoever blocks it is hidden from the agency, too.
  domain text not null check (domain = lower(domain) and domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
  created_at timestamptz not null default clock.now()
);
create unique index client_once on recruiters.client (organisation_id, lower(name));
create index client_domain on recruiters.client (domain);

-- An account works for one organisation at most.
create table recruiters.member (
  account_id uuid primary key references accounts.account (id) on delete cascade,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  roles text[] not null check (roles <@ array['owner', 'recruiter', 'billing'] and cardinality(roles) > 0),
  joined_at timestamptz not null default clock.now()
);
create index member_of_organisation on recruiters.member (organisation_id, joined_at);

create table recruiters.colleague_invitation (
  id uuid primary key,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  email text not null check (email = lower(email) and char_length(email) <= 254),
  roles text[] not null check (roles <@ array['owner', 'recruiter', 'billing'] and cardinality(roles) > 0),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default clock.now(),
  -- From here on the link is dead; the row stays a while, so that it can be sent again.
  ends_at timestamptz not null,
  expires_at timestamptz not null check (expires_at >= ends_at)
);
create unique index colleague_invitation_once on recruiters.colleague_invitation (organisation_id, email);
create index colleague_invitation_email on recruiters.colleague_invitation (email);
create index colleague_invitation_expiry on recruiters.colleague_invitation (expires_at);
