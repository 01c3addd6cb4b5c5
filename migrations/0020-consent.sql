-- What people allow. A consent lives exactly while its row in consent.live_grant exists; whatever shows a person hangs from
-- that row by a foreign key and falls with it. What was allowed and taken back, and when, is a ledger nobody can change.
create schema consent;

-- Who is meant in the ledger. Once this row is gone, nothing leads from the ledger back to a person.
create table consent.subject (
  account_id uuid primary key,
  ref uuid not null unique default gen_random_uuid(),
  -- From when the account is closed: nothing is allowed in its name any more.
  closed_at timestamptz
);

create table consent.notice (
  purpose text not null check (purpose ~ '^[a-z_]+$'),
  version int not null check (version > 0),
  locale text not null,
  title text not null,
  body text not null,
  control text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- Grants made under an older version end when a material one is published.
  material boolean not null,
  published_at timestamptz not null default date_trunc('milliseconds', clock.now()),
  primary key (purpose, version, locale)
);

create table consent.record (
  id uuid primary key default gen_random_uuid(),
  subject_ref uuid not null,
  version int not null,
  -- The same act sent twice is one act.
  event_id uuid not null,
  purpose text not null,
  scope text not null default '',
  fields text[] not null default '{}',
  status text not null check (status in ('given', 'renewed', 'withdrawn', 'expired', 'terminated', 'invalidated')),
  notice_version int not null,
  notice_hash text not null,
  locale text not null,
  wording text not null,
  how text not null check (how in ('switch', 'button', 'api', 'gpc', 'system')),
  place text not null,
  actor text not null check (actor in ('subject', 'system')),
  legal_basis text not null,
  jurisdiction text not null,
  at timestamptz not null,
  expires_at timestamptz,
  network text,
  agent_hash text,
  -- Network and agent enter the chain as a salted hash, so that both can go at the end of their period and the chain stays whole.
  trace_salt uuid,
  trace_hash text not null,
  previous_hash text not null,
  hash text not null unique,
  unique (subject_ref, version),
  unique (subject_ref, event_id)
);
create index record_state on consent.record (subject_ref, purpose, scope, version desc);
create index record_age on consent.record (at);

-- Where the chain of a subject begins once its oldest records have reached the end of their retention.
create table consent.checkpoint (
  subject_ref uuid primary key,
  version int not null,
  hash text not null
);

create table consent.live_grant (
  subject_id uuid not null references consent.subject (account_id) on delete cascade,
  purpose text not null,
  scope text not null default '',
  -- What may be shown, sorted and each once, because disclosures repeat it in their foreign key.
  fields text[] not null default '{}',
  expires_at timestamptz not null default 'infinity',
  notice_version int not null,
  record_id uuid not null references consent.record,
  given_at timestamptz not null,
  -- When the person was told that it ends soon.
  announced_at timestamptz,
  primary key (subject_id, purpose, scope),
  unique (subject_id, purpose, scope, fields, expires_at)
);
create index live_grant_record on consent.live_grant (record_id);
create index live_grant_end on consent.live_grant (expires_at) where expires_at < 'infinity';
create index live_grant_scope on consent.live_grant (purpose, scope) where scope <> '';
create index live_grant_notice on consent.live_grant (purpose, notice_version);

-- Who was shown what of whom.
create table consent.disclosure (
  id uuid primary key,
  subject_id uuid,
  subject_ref uuid not null,
  purpose text not null,
  legal_basis text not null,
  recipient_kind text not null check (recipient_kind in ('organisation')),
  recipient_id uuid not null,
  recipient_name text not null,
  -- Anybody may call itself anything: its web domain, and whether it had shown that it is theirs.
  recipient_domain text not null,
  domain_was_verified boolean not null,
  actor_id uuid,
  client_name text,
  what text not null check (what ~ '^[a-z_]+$'),
  fields text[] not null,
  at timestamptz not null default date_trunc('milliseconds', clock.now()),
  expires_at timestamptz not null
);
create index disclosure_subject on consent.disclosure (subject_id, at desc, id desc) where subject_id is not null;
create index disclosure_actor on consent.disclosure (actor_id) where actor_id is not null;
create index disclosure_recipient on consent.disclosure (subject_id, recipient_id);
create index disclosure_end on consent.disclosure (expires_at);

-- The key that signs receipts. Its private half is sealed with the product's SECRET.
create table consent.signing_key (
  id text primary key,
  public_key jsonb not null,
  sealed_private_key text not null,
  made_at timestamptz not null default clock.now()
);

-- The application reads all of it. Grants, records and subjects come about through the functions below alone, so that there is
-- no grant without its record, and no record without its place in the chain.
revoke update, delete, truncate on consent.disclosure, consent.notice, consent.signing_key from viva_application;
revoke insert, update, delete, truncate on consent.subject, consent.record, consent.live_grant, consent.checkpoint from viva_application;

create function consent.trace_of(r consent.record) returns text language sql immutable as $$
  select encode(sha256(convert_to(jsonb_build_array(r.trace_salt, r.network, r.agent_hash)::text, 'UTF8')), 'hex')
$$;

create function consent.hash_of(r consent.record) returns text language sql stable as $$
  select encode(sha256(convert_to(r.previous_hash || jsonb_build_array(
    r.id, r.subject_ref, r.version, r.event_id, r.purpose, r.scope, r.fields, r.status, r.notice_version, r.notice_hash, r.locale,
    r.wording, r.how, r.place, r.actor, r.legal_basis, r.jurisdiction, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
    to_char(r.expires_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), r.trace_hash
  )::text, 'UTF8')), 'hex')
$$;

-- Everyone who writes to the chain of one subject waits here until the one before has committed. A row is locked, because
-- advisory locks run out when a new notice ends the consents of a million people at once.
create function consent.hold_chain(chain uuid) returns void language sql volatile as $$
  select from consent.subject where ref = chain for no key update
$$;

create function consent.chain() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last record;
begin
  perform consent.hold_chain(new.subject_ref);
  select version, hash into last from consent.record where subject_ref = new.subject_ref order by version desc limit 1;
  if not found then
    select version, hash into last from consent.checkpoint where subject_ref = new.subject_ref;
  end if;
  new.version := coalesce(last.version, 0) + 1;
  new.previous_hash := coalesce(last.hash, repeat('0', 64));
  new.at := date_trunc('milliseconds', clock.now());
  new.trace_salt := gen_random_uuid();
  new.trace_hash := consent.trace_of(new);
  new.hash := consent.hash_of(new);
  return new;
end
$$;
create trigger record_is_chained before insert on consent.record for each row execute function consent.chain();

create function consent.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('consent.pruning', true) = 'yes' then
    return old;
  end if;
  if tg_op = 'UPDATE' and current_setting('consent.pruning', true) = 'yes' and to_jsonb(new) = to_jsonb(old) || '{"network": null, "agent_hash": null, "trace_salt": null}' then
    return new;
  end if;
  raise exception 'consent.record is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger record_rows_are_final before update or delete on consent.record for each row execute function consent.refuse_change();
create trigger record_is_never_emptied before truncate on consent.record for each statement execute function consent.refuse_change();

-- The names stand in the order of their bytes whatever the database's language is.
create function consent.fields_of(names text[]) returns text[] language sql immutable as $$
  select coalesce(array_agg(name order by name), '{}') from (select distinct name collate "C" as name from unnest(names) name) each
$$;

-- Ends a grant and writes down why: one statement, after which nothing that hangs from it is left. Null when there was nothing
-- to end: no grant, or one that has not expired or was not overtaken although that is the reason given.
create function consent.end_grant(person uuid, act jsonb) returns consent.record
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  r consent.record := jsonb_populate_record(null::consent.record, act);
  lives consent.live_grant;
begin
  select ref into r.subject_ref from consent.subject where account_id = person;
  if not found then
    return null;
  end if;
  perform consent.hold_chain(r.subject_ref);
  if exists (select from consent.record known where known.subject_ref = r.subject_ref and known.event_id = r.event_id) then
    return null;
  end if;
  select * into lives from consent.live_grant where subject_id = person and purpose = r.purpose and scope = r.scope;
  if not found or (r.status = 'expired' and lives.expires_at > clock.now())
     or (r.status = 'invalidated' and not consent.is_overtaken(lives)) then
    return null;
  end if;
  if r.status not in ('withdrawn', 'expired', 'terminated', 'invalidated') then
    raise exception '% does not end a consent', r.status using errcode = 'check_violation';
  end if;
  if lives.expires_at <= clock.now() then
    r.status := 'expired';
  end if;
  r.id := coalesce(r.id, gen_random_uuid());
  r.fields := lives.fields;
  r.expires_at := nullif(lives.expires_at, 'infinity');
  select notice_version, notice_hash, legal_basis, jurisdiction into r.notice_version, r.notice_hash, r.legal_basis, r.jurisdiction
    from consent.record where id = lives.record_id;
  insert into consent.record select r.* returning * into r;
  delete from consent.live_grant where subject_id = person and purpose = r.purpose and scope = r.scope;
  return r;
end
$$;

create function consent.is_overtaken(lives consent.live_grant) returns boolean language sql stable as $$
  select exists (select from consent.notice n where n.purpose = lives.purpose and n.material and n.version > lives.notice_version)
$$;

-- Gives a consent, renews it, or changes what it is for. `act` has the names of consent.record, and `lasts`, an interval; null
-- has no end. An act that was written down before is answered with its record and does nothing. Null when the notice that
-- was read has a newer version since, which asks again, and for somebody whose account is closed. A change is an update of the grant, which its disclosures follow in the same statement.
create function consent.give(person uuid, act jsonb) returns consent.record
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  r consent.record := jsonb_populate_record(null::consent.record, act);
  known consent.record;
  lives consent.live_grant;
begin
  insert into consent.subject (account_id) values (person) on conflict do nothing;
  select ref into r.subject_ref from consent.subject where account_id = person;
  -- Publishing a notice takes this lock alone, and so meets every grant made under the one before.
  perform pg_advisory_xact_lock_shared(hashtextextended('consent notices', 0));
  perform consent.hold_chain(r.subject_ref);
  select * into known from consent.record where subject_ref = r.subject_ref and event_id = r.event_id;
  if found then
    return known;
  end if;
  -- Closing an account takes the same lock, so that a consent either ends with the account or is refused.
  if exists (select from consent.subject where account_id = person and closed_at is not null) then
    return null;
  end if;
  if exists (select from consent.notice n where n.purpose = r.purpose and n.material and n.version > r.notice_version) then
    return null;
  end if;
  select * into lives from consent.live_grant where subject_id = person and purpose = r.purpose and scope = r.scope;
  if lives.expires_at <= clock.now() or consent.is_overtaken(lives) then
    perform consent.end_grant(person, jsonb_build_object('event_id', gen_random_uuid(), 'purpose', r.purpose, 'scope', r.scope,
      'status', case when lives.expires_at <= clock.now() then 'expired' else 'invalidated' end,
      'locale', r.locale, 'wording', '', 'how', 'system', 'place', r.place, 'actor', 'system'));
    lives := null;
  end if;
  r.id := coalesce(r.id, gen_random_uuid());
  r.fields := consent.fields_of(r.fields);
  r.status := case when lives.subject_id is null then 'given' else 'renewed' end;
  -- Sharing less of the same is no renewal.
  if r.fields <@ lives.fields and r.fields <> lives.fields and r.notice_version = lives.notice_version then
    r.expires_at := nullif(lives.expires_at, 'infinity');
  else
    r.expires_at := date_trunc('milliseconds', clock.now()) + (act ->> 'lasts')::interval;
  end if;
  insert into consent.record select r.* returning * into r;
  insert into consent.live_grant as g (subject_id, purpose, scope, fields, expires_at, notice_version, record_id, given_at)
    values (person, r.purpose, r.scope, r.fields, coalesce(r.expires_at, 'infinity'), r.notice_version, r.id, r.at)
    on conflict (subject_id, purpose, scope) do update set fields = excluded.fields, expires_at = excluded.expires_at,
      notice_version = excluded.notice_version, record_id = excluded.record_id,
      announced_at = case when g.expires_at = excluded.expires_at then g.announced_at end;
  return r;
end
$$;

-- From here on nobody gives a consent in the name of this account. It waits for those who are giving one.
create function consent.close(person uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into consent.subject as s (account_id, closed_at) values (person, clock.now())
    on conflict (account_id) do update set closed_at = coalesce(s.closed_at, excluded.closed_at)
$$;

-- A live grant, which nobody can take away or narrow until the transaction of the caller has ended.
create function consent.hold(person uuid, wanted text, within text) returns setof consent.live_grant
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select g.* from consent.live_grant g
    where g.subject_id = person and g.purpose = wanted and g.scope = within and g.expires_at > clock.now() and not consent.is_overtaken(g)
    for key share of g
$$;

-- Grants that end within a while and whose people were not told yet; they count as told.
create function consent.announce_ends(within interval) returns setof consent.live_grant
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update consent.live_grant set announced_at = clock.now()
    where announced_at is null and expires_at > clock.now() and expires_at <= clock.now() + within
    returning *
$$;

-- Cuts the ledger loose from an account: no column leads to it afterwards. What lives must have been ended before.
create function consent.forget(account uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from consent.live_grant where subject_id = account) then
    raise exception 'a consent of this account still lives' using errcode = 'restrict_violation';
  end if;
  update consent.disclosure set subject_id = null where subject_id = account;
  update consent.disclosure set actor_id = null where actor_id = account;
  delete from consent.subject where account_id = account;
end
$$;

-- The one way out for records past their retention. It takes them from the old end of each chain, never one a live consent
-- rests on, and leaves the hash that the rest hangs from. The 90 days keep the application from wiping fresh traces.
create function consent.prune(before timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  chain record;
  gone consent.record;
  taken bigint;
  removed bigint := 0;
begin
  if before > clock.now() - interval '90 days' then
    raise exception 'consent records are kept for at least 90 days' using errcode = 'restrict_violation';
  end if;
  perform set_config('consent.pruning', 'yes', true);
  for chain in select distinct subject_ref as ref from consent.record where at < before loop
    perform consent.hold_chain(chain.ref);
    select * into gone from consent.record r where r.subject_ref = chain.ref and r.version < coalesce((
        select min(version) from consent.record kept where kept.subject_ref = chain.ref
          and (kept.at >= before or exists (select from consent.live_grant g where g.record_id = kept.id))), 2147483647)
      order by version desc limit 1;
    if found then
      delete from consent.record where subject_ref = chain.ref and version <= gone.version;
      get diagnostics taken = row_count;
      removed := removed + taken;
      insert into consent.checkpoint as c (subject_ref, version, hash) values (chain.ref, gone.version, gone.hash)
        on conflict (subject_ref) do update set version = excluded.version, hash = excluded.hash;
    end if;
  end loop;
  -- What a living consent keeps in its chain for longer does not keep where it came from.
  update consent.record set network = null, agent_hash = null, trace_salt = null where at < before and trace_salt is not null;
  perform set_config('consent.pruning', '', true);
  -- Nothing hangs from the checkpoint of a chain that is empty and whose subject is forgotten.
  delete from consent.checkpoint c where not exists (select from consent.record r where r.subject_ref = c.subject_ref)
    and not exists (select from consent.subject s where s.ref = c.subject_ref);
  delete from consent.disclosure where expires_at <= clock.now();
  return removed;
end
$$;

-- Every place where the ledger does not fit: a record that does not hang from the one before it, or a grant that is not what
-- the last record about it says.
create function consent.faults() returns table (subject_ref uuid, version int, fault text) language sql stable as $$
  with linked as (
    select r.subject_ref, r.version, r.previous_hash, r.hash, consent.hash_of(r) as due,
      case when r.trace_salt is null then r.network is null and r.agent_hash is null else r.trace_hash = consent.trace_of(r) end as is_traced,
      lag(r.version) over chain as version_before, lag(r.hash) over chain as hash_before
    from consent.record r window chain as (partition by r.subject_ref order by r.version)
  ), last as (
    select distinct on (r.subject_ref, r.purpose, r.scope) r.subject_ref, r.version, r.id, r.status, r.purpose, r.scope
    from consent.record r order by r.subject_ref, r.purpose, r.scope, r.version desc
  )
  select l.subject_ref, l.version, 'chain' from linked l left join consent.checkpoint c on c.subject_ref = l.subject_ref
    where l.hash <> l.due or not l.is_traced
      or l.version <> coalesce(l.version_before, c.version, 0) + 1
      or l.previous_hash <> coalesce(l.hash_before, c.hash, repeat('0', 64))
  union all
  select s.ref, l.version, 'grant' from consent.subject s join last l on l.subject_ref = s.ref
    left join consent.live_grant g on g.subject_id = s.account_id and g.purpose = l.purpose and g.scope = l.scope
    where (l.status in ('given', 'renewed')) is distinct from (g.record_id is not null) or g.record_id <> l.id
  union all
  select s.ref, null, 'grant' from consent.live_grant g join consent.subject s on s.account_id = g.subject_id
    left join last l on l.subject_ref = s.ref and l.purpose = g.purpose and l.scope = g.scope where l.id is null
$$;
