-- Checks of the ledger of consents, as an operator asks for them and as they happen each night.
create table consent.verification (
  id uuid primary key,
  asked_at timestamptz not null default clock.now(),
  -- Null while the chains are still being followed; the figures below grow until then.
  finished_at timestamptz,
  percent smallint not null default 0 check (percent between 0 and 100),
  chains bigint not null default 0,
  entries bigint not null default 0,
  faults bigint not null default 0,
  -- The first place that does not fit: a pseudonym of the ledger, and its entry where there is one.
  first_ref uuid,
  first_version int,
  first_fault text check (first_fault in ('chain', 'grant')),
  check ((faults = 0) = (first_ref is null)),
  check ((first_ref is null) = (first_fault is null))
);
create index verification_asked on consent.verification (asked_at desc);

-- As consent.faults was, for the chains between two references, so that a long ledger is checked part by part. A chain and
-- what lives of it are looked at in one statement, and so as they stood at one moment.
create function consent.faults_between(first_ref uuid, last_ref uuid) returns table (subject_ref uuid, version int, fault text) language sql stable as $$
  with linked as (
    select r.subject_ref, r.version, r.previous_hash, r.hash, consent.hash_of(r) as due,
      case when r.trace_salt is null then r.network is null and r.agent_hash is null else r.trace_hash = consent.trace_of(r) end as is_traced,
      lag(r.version) over chain as version_before, lag(r.hash) over chain as hash_before
    from consent.record r where r.subject_ref between first_ref and last_ref window chain as (partition by r.subject_ref order by r.version)
  ), last as (
    select distinct on (r.subject_ref, r.purpose, r.scope) r.subject_ref, r.version, r.id, r.status, r.purpose, r.scope
    from consent.record r where r.subject_ref between first_ref and last_ref order by r.subject_ref, r.purpose, r.scope, r.version desc
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
    left join last l on l.subject_ref = s.ref and l.purpose = g.purpose and l.scope = g.scope
    where s.ref between first_ref and last_ref and l.id is null
$$;

create or replace function consent.faults() returns table (subject_ref uuid, version int, fault text) language sql stable as $$
  select * from consent.faults_between('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff')
$$;

-- An approval that rests on the address of an owner ends with that address; one that an operator gave does not.
alter table recruiters.organisation
  add column approved_by_domain boolean not null default false,
  -- When the address went that the approval rested on. It stays until the organisation is approved again.
  add column proof_ended_at timestamptz,
  add check (state = 'approved' or not approved_by_domain),
  add check (state <> 'approved' or proof_ended_at is null);

-- Whom no person approved, the register of what was done knows.
update recruiters.organisation o set approved_by_domain = true
  where o.state = 'approved' and 'system' = (
    select e.actor_kind from audit.entry e where e.subject_id = o.id and e.action = 'recruiters.organisation_approved' order by e.sequence desc limit 1);
