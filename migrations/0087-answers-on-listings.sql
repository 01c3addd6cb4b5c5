-- Best answers that somebody lets recruiters read in their profile: of which interview, and until when at the latest. The words stay
-- with the interview and are read there each time a profile is opened. This stands in the listing, whose key to the live consent holds
-- the shared fields: it is gone in the commit that takes the field, the consent or the interview away. The search may not read it.
alter table recruiters.talent_listing
  add column answers_interview_id uuid references interviews.interview (id) on delete set null,
  add column answers_expire_at timestamptz,
  add check ('answers' = any (fields) or answers_interview_id is null),
  add check (num_nonnulls(answers_interview_id, answers_expire_at) in (0, 2));
create index talent_listing_answers_of on recruiters.talent_listing (answers_interview_id) where answers_interview_id is not null;
create index talent_listing_answers_end on recruiters.talent_listing (answers_expire_at) where answers_expire_at < 'infinity';

create function recruiters.empty_unshared_answers() returns trigger language plpgsql as $$
begin
  if new.answers_interview_id is null or not 'answers' = any (new.fields) then
    -- Their end still stands there: the interview was deleted, and nobody has looked for another yet.
    new.score_is_due := new.score_is_due or (new.answers_interview_id is null and new.answers_expire_at is not null and 'answers' = any (new.fields));
    new.answers_interview_id := null; new.answers_expire_at := null;
  end if;
  return new;
end
$$;
create trigger empty_unshared_answers before update on recruiters.talent_listing for each row
  when (new.fields is distinct from old.fields or (old.answers_interview_id is not null and new.answers_interview_id is null))
  execute function recruiters.empty_unshared_answers();
