-- The audit log: append-only, and chained by hashes so that a change by whoever can make one is seen.
create schema audit;

create table audit.entry (
  -- Assigned by the application under an advisory lock: an identity column hands out numbers in another order than commits.
  sequence bigint primary key check (sequence > 0),
  at timestamptz not null default date_trunc('milliseconds', clock.now()),
  actor_kind text not null check (actor_kind in ('account', 'system', 'guest')),
  actor_id uuid,
  action text not null check (action ~ '^[a-z_]+(\.[a-z_]+)+$'),
  subject_kind text,
  subject_id uuid,
  detail jsonb not null default '{}',
  previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  check ((subject_kind is null) = (subject_id is null))
);
create index entry_actor on audit.entry (actor_id, sequence) where actor_id is not null;
create index entry_subject on audit.entry (subject_id, sequence) where subject_id is not null;

-- Where the chain begins once its oldest entries have reached the end of their retention.
create table audit.checkpoint (
  only_row boolean primary key default true check (only_row),
  sequence bigint not null,
  hash text not null
);

revoke update, delete, truncate on audit.entry from viva_application;
revoke insert, update, delete, truncate on audit.checkpoint from viva_application;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('audit.pruning', true) = 'yes' then
    return old;
  end if;
  raise exception 'audit.entry is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger entry_rows_are_final before update or delete on audit.entry
  for each row execute function audit.refuse_change();
create trigger entry_is_never_emptied before truncate on audit.entry
  for each statement execute function audit.refuse_change();

-- The one way out for entries past their retention. It takes them from the old end only and leaves the hash that the
-- rest hangs from. The 90 days are a floor, so that the application's role can never wipe its own fresh traces.
create function audit.prune(before timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  first_kept bigint;
  last_gone record;
  removed bigint;
begin
  if before > clock.now() - interval '90 days' then
    raise exception 'audit entries are kept for at least 90 days' using errcode = 'restrict_violation';
  end if;
  perform pg_advisory_xact_lock(811923003);
  select min(sequence) into first_kept from audit.entry where at >= before;
  select sequence, hash into last_gone from audit.entry
    where first_kept is null or sequence < first_kept order by sequence desc limit 1;
  if last_gone.sequence is null then
    return 0;
  end if;
  perform set_config('audit.pruning', 'yes', true);
  delete from audit.entry where sequence <= last_gone.sequence;
  get diagnostics removed = row_count;
  perform set_config('audit.pruning', '', true);
  insert into audit.checkpoint (sequence, hash) values (last_gone.sequence, last_gone.hash)
    on conflict (only_row) do update set sequence = excluded.sequence, hash = excluded.hash;
  return removed;
end
$$;
