-- better-auth's tables, in a schema of their own; its pool sets search_path=auth. Column names are the library's.
create schema auth;
create table auth."user" (
  id uuid primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id uuid primary key,
  token text not null unique,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index session_user_id on auth.session ("userId");
create index session_expires_at on auth.session ("expiresAt");
create table auth.account (
  id uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("providerId", "accountId")
);
create index account_user_id on auth.account ("userId");
create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

-- What we add to an identity. A user without this row can do nothing and is swept.
create schema accounts;
create table accounts.account (
  id uuid primary key references auth."user" (id) on delete cascade,
  roles text[] not null check (roles <@ array['candidate', 'recruiter', 'interviewer', 'operator'] and cardinality(roles) > 0),
  -- The highest age of the policy that the person declared to have reached; the age itself is not kept.
  declared_age_reached smallint not null,
  created_at timestamptz not null default clock.now()
);
-- The one-time link that makes the first operator: at most one is open.
create table accounts.operator_claim (
  only_row boolean primary key default true check (only_row),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default clock.now()
);
