-- Whoever is not in the ledger yet has nothing to end. Their grants were looked for all the same, in a later statement, which
-- could find a first consent that was committed in between, and then had nobody to write its end down for.
create or replace function consent.end_grant(person uuid, act jsonb) returns consent.record
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  r consent.record := jsonb_populate_record(null::consent.record, act);
  ended record;
begin
  if r.status not in ('withdrawn', 'expired', 'terminated', 'invalidated') then
    raise exception '% does not end a consent', r.status using errcode = 'check_violation';
  end if;
  -- The lock of consent.hold_chain.
  select ref into r.subject_ref from consent.subject where account_id = person for no key update;
  if not found then
    return null;
  end if;
  delete from consent.live_grant g
    where g.subject_id = person and g.purpose = r.purpose and g.scope = r.scope
      and (r.status <> 'expired' or g.expires_at <= clock.now())
      and (r.status <> 'invalidated' or consent.is_overtaken(g))
      and not exists (select from consent.record known where known.subject_ref = r.subject_ref and known.event_id = r.event_id)
    returning g.record_id, g.fields, g.expires_at into ended;
  if not found then
    return null;
  end if;
  insert into consent.record (id, subject_ref, event_id, purpose, scope, fields, status, notice_version, notice_hash, locale,
      wording, how, place, actor, legal_basis, jurisdiction, expires_at, network, agent_hash)
    select coalesce(r.id, gen_random_uuid()), r.subject_ref, r.event_id, r.purpose, r.scope, ended.fields,
      case when ended.expires_at <= clock.now() then 'expired' else r.status end, given.notice_version, given.notice_hash, r.locale,
      r.wording, r.how, r.place, r.actor, given.legal_basis, given.jurisdiction, nullif(ended.expires_at, 'infinity'), r.network, r.agent_hash
    from consent.record given where given.id = ended.record_id
    returning * into r;
  return r;
end
$$;
