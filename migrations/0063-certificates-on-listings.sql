-- A certificate on a listing: that there is one, for what, with which score and until when. It hangs from its publication, so
-- that it is gone from every search in the commit that takes it back. The address of its page, which bears a name, stands only
-- where the name is shared.
alter table recruiters.talent_listing
  add column certificate_id uuid references certificates.publication (certificate_id) on delete set null,
  add column certificate_role text,
  add column certificate_score numeric(5, 3),
  add column certificate_expires_at timestamptz,
  add column certificate_slug text,
  add check ('certificate' = any (fields) or certificate_id is null),
  add check (num_nonnulls(certificate_id, certificate_role, certificate_score, certificate_expires_at) in (0, 4)),
  add check (certificate_slug is null or (certificate_id is not null and 'name' = any (fields)));
create index talent_listing_certificate on recruiters.talent_listing (certificate_id) where certificate_id is not null;
create index talent_listing_certified on recruiters.talent_listing (top_score desc nulls last, talent_id desc) where certificate_expires_at is not null;

create function recruiters.empty_unshared_certificate() returns trigger language plpgsql as $$
begin
  if new.certificate_id is null or not 'certificate' = any (new.fields) then
    new.certificate_id := null; new.certificate_role := null; new.certificate_score := null; new.certificate_expires_at := null; new.certificate_slug := null;
  end if;
  if not 'name' = any (new.fields) then new.certificate_slug := null; end if;
  return new;
end
$$;
create trigger empty_unshared_certificate before update on recruiters.talent_listing for each row
  when (new.fields is distinct from old.fields or (old.certificate_id is not null and new.certificate_id is null))
  execute function recruiters.empty_unshared_certificate();

-- A score stays as long as a certificate that is shown carries it, although the interview it was given for is gone.
alter table recruiters.talent_listing
  add column score_certificate_id uuid references certificates.publication (certificate_id) on delete set null,
  add check ('certificate' = any (fields) or score_certificate_id is null),
  add check (num_nonnulls(top_score, competency_scores, evaluator, score_expires_at) in (0, 4)),
  add check (num_nonnulls(interview_id, score_certificate_id) = num_nonnulls(top_score));
create index talent_listing_score_certificate on recruiters.talent_listing (score_certificate_id) where score_certificate_id is not null;

do $$
declare
  named text;
begin
  -- The one that wants an interview beside every score; it was given no name.
  select conname into strict named from pg_constraint
    where conrelid = 'recruiters.talent_listing'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%num_nonnulls(interview_id, top_score%';
  execute format('alter table recruiters.talent_listing drop constraint %I', named);
end
$$;

create or replace function recruiters.empty_what_is_not_shared() returns trigger language plpgsql as $$
begin
  if not 'headline' = any (new.fields) then
    new.headline := null; new.role_id := null; new.role_title := null; new.level_id := null;
  end if;
  if not 'skills' = any (new.fields) then new.skills := '{}'; new.skill_ids := '{}'; end if;
  if not 'place' = any (new.fields) then new.place := null; new.country := null; new.remote := null; end if;
  if not 'languages' = any (new.fields) then new.languages := '{}'; end if;
  if not 'availability' = any (new.fields) then new.availability := null; end if;
  if not 'certificate' = any (new.fields) then new.score_certificate_id := null; end if;
  if num_nonnulls(new.interview_id, new.score_certificate_id) = 0 or not 'scores' = any (new.fields) then
    -- The rest still stands there: what it was given for is gone, and nobody has looked for another yet.
    new.score_is_due := new.evaluator is not null and 'scores' = any (new.fields);
    new.interview_id := null; new.score_certificate_id := null; new.top_score := null; new.competency_scores := null; new.evaluator := null; new.score_expires_at := null;
  end if;
  return new;
end
$$;
drop trigger empty_what_is_not_shared on recruiters.talent_listing;
create trigger empty_what_is_not_shared before update on recruiters.talent_listing for each row
  when (new.fields is distinct from old.fields or (old.interview_id is not null and new.interview_id is null) or (old.score_certificate_id is not null and new.score_certificate_id is null))
  execute function recruiters.empty_what_is_not_shared();

grant select (certificate_role, certificate_score, certificate_expires_at, certificate_slug) on recruiters.talent_listing to viva_talent;
