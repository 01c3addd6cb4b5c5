-- By whom somebody does not want to be seen: `domain:acme.com`, or `org:` and the id of an organisation. An organisation that
-- bears one of these, or hires for one that does, is answered as if the person were not listed. Whoever blocks an organisation
-- blocks its domain with it, so that it cannot come back under another id or through an agency.
create table recruiters.talent_block (
  candidate_id uuid not null references accounts.account (id) on delete cascade,
  token text not null check (token ~ '^(domain:[a-z0-9-]+(\.[a-z0-9-]+)+|org:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
  -- As the person reads it: the domain, or what the organisation was called when it was blocked.
  label text not null check (char_length(label) between 1 and 260),
  -- Of an organisation: its domain when it was blocked. A row of that domain stands beside it, implied unless the person named it.
  domain text check (domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
  is_implied boolean not null default false,
  created_at timestamptz not null default clock.now(),
  check ((token like 'org:%') = (domain is not null)),
  check (not (is_implied and token like 'org:%')),
  primary key (candidate_id, token)
);
