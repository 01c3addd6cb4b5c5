-- The check for fairness: what people said of themselves stands in a schema of its own. The program writes it and can take it
-- away, but not read it; what it reads are groups of five or more, from one function.
create schema survey;

-- The overall score of an interview that counts, in thousandths; it goes with the access to the results, after being counted when they end by themselves.
create table survey.score (
  invitation_id uuid primary key references recruiters.report_access (invitation_id) on delete cascade,
  template_id uuid not null references recruiters.template (id) on delete cascade,
  score int not null check (score between 0 and 10000),
  handed_in_at timestamptz not null,
  -- How long the count is kept that it becomes part of.
  tally_kept interval not null
);
create index score_template on survey.score (template_id, handed_in_at);

create table survey.answer (
  invitation_id uuid primary key,
  subject_id uuid not null,
  purpose text not null default 'demographic_survey' check (purpose = 'demographic_survey'),
  scope text not null check (scope = invitation_id::text),
  fields text[] not null,
  grant_expires_at timestamptz not null,
  -- Null: would rather not say.
  sex text check (sex in ('female', 'male', 'non_binary')),
  -- The categories of the EEOC (EEO-1, section D).
  race text check (race in ('hispanic_or_latino', 'white', 'black', 'native_hawaiian_or_pacific_islander', 'asian', 'native_american_or_alaska_native', 'two_or_more')),
  given_at timestamptz not null default clock.now(),
  expires_at timestamptz not null,
  foreign key (subject_id, purpose, scope, fields, grant_expires_at)
    references consent.live_grant (subject_id, purpose, scope, fields, expires_at) on update cascade on delete cascade
);
create index answer_grant on survey.answer (subject_id, purpose, scope, fields, grant_expires_at);
create index answer_end on survey.answer (expires_at);

-- What is left of results that ended: how many of which group reached which score in a year. Nothing leads from it to anybody.
create table survey.tally (
  template_id uuid not null references recruiters.template (id) on delete cascade,
  year int not null,
  sex text,
  race text,
  score int not null,
  people int not null check (people > 0),
  expires_at timestamptz not null,
  unique nulls not distinct (template_id, year, sex, race, score)
);
create index tally_end on survey.tally (expires_at);

revoke all on survey.answer, survey.tally from viva_application;
-- Who answered may be known, as their consent says it, too; what they answered may not.
grant select (invitation_id, subject_id, given_at, expires_at), insert, delete on survey.answer to viva_application;
grant select (expires_at), delete on survey.tally to viva_application;

-- Makes a score, with what was said of oneself, part of the count. Nothing happens a second time.
create function survey.count(invitation uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from survey.score where invitation_id = invitation returning *),
       said as (delete from survey.answer where invitation_id = invitation returning sex, race)
  insert into survey.tally as t (template_id, year, sex, race, score, people, expires_at)
    select template_id, extract(year from handed_in_at at time zone 'UTC')::int, sex, race, score, 1, clock.now() + tally_kept from gone left join said on true
  on conflict (template_id, year, sex, race, score) do update set people = t.people + 1, expires_at = greatest(t.expires_at, excluded.expires_at)
$$;

-- Results that are over by themselves are counted, whoever deletes them; those that were taken back before are not, and what was said for them goes.
create function survey.count_when_over() returns trigger language plpgsql as $$
begin
  if old.ends_at <= clock.now() then perform survey.count(old.invitation_id);
  else delete from survey.answer where invitation_id = old.invitation_id;
  end if;
  return old;
end
$$;
create trigger count_when_over before delete on recruiters.report_access for each row execute function survey.count_when_over();

-- Everybody who counts in a year: those whose month of handing in is over, so that nobody can watch the figures move with one person.
create function survey.counted(template uuid, in_year int) returns table (sex text, race text, score int, people int)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select a.sex, a.race, s.score, 1 from survey.score s left join survey.answer a using (invitation_id)
    where s.template_id = template and extract(year from s.handed_in_at at time zone 'UTC') = in_year
      and date_trunc('month', s.handed_in_at at time zone 'UTC') < date_trunc('month', clock.now() at time zone 'UTC')
  union all
  select t.sex, t.race, t.score, t.people from survey.tally t where t.template_id = template and t.year = in_year and t.expires_at > clock.now()
$$;
revoke execute on function survey.counted from viva_application;

-- How many of each group, and how many of them reached more than the median of all. Left out is a group of fewer than five, and the
-- smallest other one where all that is left out would be fewer than five: how many there are in all is known from elsewhere. Groups by
-- sex and race together are given only as a whole, where none of them is left out, because each could be reckoned from the others.
create function survey.groups(template uuid, in_year int) returns table (kind text, sex text, race text, people int, above int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with everyone as (select * from survey.counted(template, in_year)),
    middle as (select percentile_cont(0.5) within group (order by e.score) as score from everyone e, generate_series(1, e.people)),
    marked as (select e.sex, e.race, e.people, case when e.score > m.score then e.people else 0 end as above from everyone e, middle m),
    whole as (select sum(m.people) as people, sum(m.above) as above from marked m),
    axes as (
      select 'sex' as kind, m.sex, null as race, sum(m.people) as people, sum(m.above) as above from marked m where m.sex is not null group by m.sex
      union all select 'race', null, m.race, sum(m.people), sum(m.above) from marked m where m.race is not null group by m.race),
    large as (select a.*, row_number() over (partition by a.kind order by a.people, a.sex, a.race) as place, sum(a.people) over (partition by a.kind) as together from axes a where a.people >= 5),
    shown as (select l.* from large l, whole w where not (l.place = 1 and w.people - l.together between 1 and 4)),
    crossed as (select m.sex, m.race, sum(m.people) as people, sum(m.above) as above from marked m where m.sex is not null and m.race is not null group by m.sex, m.race)
  select 'all', null, null, w.people::int, w.above::int from whole w where w.people >= 5
  union all select s.kind, s.sex, s.race, s.people::int, s.above::int from shown s
  union all select 'both', c.sex, c.race, c.people::int, c.above::int from crossed c
    where (select count(*) from shown) = (select count(*) from axes)
      and not exists (select from crossed o where o.people < 5)
      and not exists (select from shown s where s.people - (select coalesce(sum(o.people), 0) from crossed o where o.sex = s.sex or o.race = s.race) between 1 and 4)
$$;
