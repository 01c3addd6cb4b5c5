-- Who lets recruiters find them, as far as they let them. Every row hangs from a live consent and falls with it, in the
-- commit that ends the consent; every column is tied to the field of the consent that allows it to be shown.
create extension if not exists intarray;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Words as they are compared: Zürich is found by zurich. Marked immutable, which holds as long as nobody changes unaccent's rules,
-- so that what is compared can be kept beside the columns it is made of.
create function recruiters.plain(words text) returns text
  language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent', words)) $$;

create function recruiters.words_of(headline text, role text, skills text[], place text) returns tsvector
  language sql immutable parallel safe
  as $$ select to_tsvector('simple', recruiters.plain(concat_ws(' ', headline, role, array_to_string(skills, ' '), place))) $$;

create table recruiters.talent_listing (
  -- The only id that recruiters ever see: random, and a new one each time somebody lists themself anew.
  talent_id uuid primary key default gen_random_uuid(),
  candidate_id uuid not null unique,
  purpose text not null default 'discovery' check (purpose = 'discovery'),
  scope text not null default '' check (scope = ''),
  fields text[] not null,
  grant_expires_at timestamptz not null,
  alias text not null,
  headline text,
  role_id text,
  role_title text,
  level_id text,
  skills text[] not null default '{}',
  -- The same skills as numbers, which are quicker to look up.
  skill_ids integer[] not null default '{}',
  place text,
  plain_place text generated always as (recruiters.plain(place)) stored,
  country text,
  remote text,
  languages text[] not null default '{}',
  availability text,
  -- The interview whose results are shown; when it goes, by whatever way, its scores go from here in the same commit.
  interview_id uuid references interviews.interview (id) on delete set null,
  top_score numeric(5, 3),
  competency_scores jsonb,
  evaluator text,
  score_expires_at timestamptz,
  -- Its results went; the next best ones are to be looked for.
  score_is_due boolean not null default false,
  search tsvector not null generated always as (recruiters.words_of(headline, role_title, skills, place)) stored,
  -- Whom this person does not want to be seen by; no search answers with it.
  blocked text[] not null default '{}',
  listed_at timestamptz not null default date_trunc('milliseconds', clock.now()),
  updated_at timestamptz not null default clock.now(),
  foreign key (candidate_id, purpose, scope, fields, grant_expires_at)
    references consent.live_grant (subject_id, purpose, scope, fields, expires_at) on update cascade on delete cascade,
  check ('headline' = any (fields) or num_nonnulls(headline, role_id, role_title, level_id) = 0),
  check ('skills' = any (fields) or cardinality(skills) + cardinality(skill_ids) = 0),
  check ('place' = any (fields) or num_nonnulls(place, country, remote) = 0),
  check ('languages' = any (fields) or cardinality(languages) = 0),
  check ('availability' = any (fields) or availability is null),
  check ('scores' = any (fields) or interview_id is null),
  check (num_nonnulls(interview_id, top_score, competency_scores, evaluator, score_expires_at) in (0, 5))
);

-- fastupdate would leave new listings to be read one by one.
create index talent_listing_words on recruiters.talent_listing using gin (search) with (fastupdate = off);
create index talent_listing_skills on recruiters.talent_listing using gin (skill_ids gin__int_ops) with (fastupdate = off);
create index talent_listing_by_score on recruiters.talent_listing (top_score desc nulls last, talent_id desc);
create index talent_listing_newest on recruiters.talent_listing (listed_at desc, talent_id desc);
create index talent_listing_of_role on recruiters.talent_listing (lower(role_title), top_score desc nulls last, talent_id desc);
create index talent_listing_of_known_role on recruiters.talent_listing (role_id) where role_id is not null;
create index talent_listing_at_place on recruiters.talent_listing (plain_place, top_score desc nulls last, talent_id desc);
create index talent_listing_in_country on recruiters.talent_listing (country, top_score desc nulls last, talent_id desc);
create index talent_listing_of_interview on recruiters.talent_listing (interview_id) where interview_id is not null;
create index talent_listing_score_end on recruiters.talent_listing (score_expires_at) where score_expires_at < 'infinity';
create index talent_listing_due on recruiters.talent_listing (talent_id) where score_is_due;

-- Narrowing a consent is one statement: the key cascades down here, and what is no longer shared is emptied with it.
create function recruiters.empty_what_is_not_shared() returns trigger language plpgsql as $$
begin
  if not 'headline' = any (new.fields) then
    new.headline := null; new.role_id := null; new.role_title := null; new.level_id := null;
  end if;
  if not 'skills' = any (new.fields) then new.skills := '{}'; new.skill_ids := '{}'; end if;
  if not 'place' = any (new.fields) then new.place := null; new.country := null; new.remote := null; end if;
  if not 'languages' = any (new.fields) then new.languages := '{}'; end if;
  if not 'availability' = any (new.fields) then new.availability := null; end if;
  if new.interview_id is null or not 'scores' = any (new.fields) then
    -- The rest still stands there: the interview was deleted, and nobody has looked for another yet.
    new.score_is_due := new.evaluator is not null and 'scores' = any (new.fields);
    new.interview_id := null; new.top_score := null; new.competency_scores := null; new.evaluator := null; new.score_expires_at := null;
  end if;
  return new;
end
$$;
create trigger empty_what_is_not_shared before update on recruiters.talent_listing for each row
  when (new.fields is distinct from old.fields or (old.interview_id is not null and new.interview_id is null))
  execute function recruiters.empty_what_is_not_shared();

-- Who somebody is and how to reach them: for all approved organisations (discovery), or for one (discovery_contact, its id as scope).
create table recruiters.talent_contact (
  candidate_id uuid not null,
  purpose text not null check (purpose in ('discovery', 'discovery_contact')),
  scope text not null default '',
  fields text[] not null,
  grant_expires_at timestamptz not null,
  name text,
  email text,
  primary key (candidate_id, purpose, scope),
  foreign key (candidate_id, purpose, scope, fields, grant_expires_at)
    references consent.live_grant (subject_id, purpose, scope, fields, expires_at) on update cascade on delete cascade,
  check ((purpose = 'discovery') = (scope = '')),
  check ('name' = any (fields) or name is null),
  check ('email' = any (fields) or email is null)
);

create function recruiters.empty_unshared_contact() returns trigger language plpgsql as $$
begin
  if not 'name' = any (new.fields) then new.name := null; end if;
  if not 'email' = any (new.fields) then new.email := null; end if;
  return new;
end
$$;
create trigger empty_unshared_contact before update on recruiters.talent_contact for each row
  when (new.fields is distinct from old.fields) execute function recruiters.empty_unshared_contact();

-- Words to suggest while somebody types. A word is suggested only as long as somebody listed bears it.
create table recruiters.talent_word (
  kind text not null check (kind in ('skill', 'role', 'place')),
  word text not null,
  -- The number of a skill.
  number integer,
  primary key (kind, word),
  check ((kind = 'skill') = (number is not null))
);
create index talent_word_alike on recruiters.talent_word using gin (word gin_trgm_ops);

-- The search reads these, and nothing else: not who stands behind a listing, and not which interview.
grant usage on schema recruiters to viva_talent;
grant select (
  talent_id, fields, grant_expires_at, alias, headline, role_id, role_title, level_id, skills, skill_ids, place, plain_place, country, remote, languages, availability,
  top_score, competency_scores, evaluator, score_expires_at, search, blocked, listed_at, updated_at
) on recruiters.talent_listing to viva_talent;
grant select on recruiters.talent_word to viva_talent;
grant execute on function recruiters.plain to viva_talent;
