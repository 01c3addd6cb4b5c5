-- How a resume fits a role and a pasted description: what was found, with the lines it rests on; all of it goes at expires_at.
create table candidates.assessment (
  id uuid primary key,
  account_id uuid not null references accounts.account (id) on delete cascade,
  role_id text not null,
  role_title text not null,
  description text not null check (char_length(description) <= 20000),
  result jsonb not null,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at)
);
create index assessment_of_account on candidates.assessment (account_id, made_at desc, id desc);
create index assessment_expires_at on candidates.assessment (expires_at);
