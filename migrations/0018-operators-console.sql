-- What the operator's console looks things up by, and what checks of the audit log found.
create index entry_action on audit.entry (action, sequence);

create table audit.verification (
  id uuid primary key,
  asked_at timestamptz not null default clock.now(),
  -- Null while the chain is still being followed.
  finished_at timestamptz,
  entries bigint,
  -- Hash of the newest entry of a whole chain: noted down elsewhere, it also shows entries cut off at the new end.
  head text check (head ~ '^[0-9a-f]{64}$'),
  broken_at bigint,
  check ((finished_at is null) = (entries is null)),
  check ((finished_at is null) = (head is null and broken_at is null)),
  check (head is null or broken_at is null)
);
create index verification_asked on audit.verification (asked_at desc);
