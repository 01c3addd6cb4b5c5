-- Every judgement of an interview is a run with scores of its own; what a report shows comes from the one run that counts.
create table interviews.rescoring (
  id uuid primary key,
  -- Whoever judges once more; null: the stored integers by today's rubric, and nobody is asked.
  evaluator text,
  evaluator_version text,
  rubric text not null,
  asked_by uuid references accounts.account (id) on delete set null,
  asked_at timestamptz not null default clock.now(),
  -- An operator lets its runs count, or throws them away.
  settled text check (settled in ('adopted', 'dropped')),
  settled_at timestamptz,
  check ((evaluator is null) = (evaluator_version is null)),
  check ((settled is null) = (settled_at is null))
);

create table interviews.run (
  id uuid primary key,
  interview_id uuid not null references interviews.interview (id) on delete cascade,
  why text not null check (why in ('first', 'again', 'second', 'rescore', 'person')),
  -- `away`: begun, and left because its evaluator could not be reached.
  state text not null check (state in ('waiting', 'under_way', 'away', 'scored', 'not_scored')),
  evaluator text not null,
  evaluator_version text not null,
  rubric text not null,
  -- The exact overall score, 0 to 10, as a fraction `numerator/denominator`.
  overall text check (overall ~ '^\d+/[1-9]\d*$'),
  begun_at timestamptz not null default clock.now(),
  ended_at timestamptz,
  -- Of a person's run and of a re-scoring: which run it began from.
  based_on uuid references interviews.run (id) on delete set null,
  -- The person who decided, and why.
  decided_by uuid references accounts.account (id) on delete set null,
  reason text,
  rescoring_id uuid references interviews.rescoring (id) on delete cascade,
  tries smallint not null default 0,
  -- What became of it when its re-scoring was to count.
  adoption text check (adoption in ('counts', 'left_out')),
  lease_token uuid,
  lease_until timestamptz,
  unique (interview_id, id),
  unique (rescoring_id, interview_id),
  check ((state in ('scored', 'not_scored')) = (ended_at is not null)),
  check ((state = 'scored') = (overall is not null)),
  check ((why = 'rescore') = (rescoring_id is not null)),
  check ((why = 'person') = (reason is not null))
);
-- One judgement of an interview is made at a time, whatever is judged once more beside it.
create unique index run_under_way on interviews.run (interview_id) where state = 'under_way' and why <> 'rescore';
create index run_of_evaluator on interviews.run (evaluator, evaluator_version, rubric, interview_id) where state = 'scored';
create index run_to_make on interviews.run (rescoring_id, id) where state = 'waiting';
create index run_to_adopt on interviews.run (rescoring_id) where rescoring_id is not null and adoption is null;
create index run_based_on on interviews.run (based_on) where based_on is not null;

-- What was scored until now.
insert into interviews.run (id, interview_id, why, state, evaluator, evaluator_version, rubric, overall, begun_at, ended_at)
select gen_random_uuid(), i.id, 'first', case when i.scored_at is null then 'under_way' else i.state end,
  coalesce(i.evaluator, regexp_replace(s.judge, ' \S+$', '')), coalesce(i.evaluator_version, substring(s.judge from '\S+$')), coalesce(i.rubric, 'vv-1'),
  i.overall, coalesce(i.submitted_at, i.started_at), i.scored_at
from interviews.interview i
left join (select interview_id, max(judged_by) as judge from interviews.answer_score group by interview_id) s on s.interview_id = i.id
where i.scored_at is not null or s.judge is not null;

-- The run that counts; while an interview is being judged, the one at work.
alter table interviews.interview
  add column run_id uuid,
  add foreign key (id, run_id) references interviews.run (interview_id, id) on delete set null (run_id);
update interviews.interview i set run_id = r.id from interviews.run r where r.interview_id = i.id;

alter table interviews.answer_score add column run_id uuid;
update interviews.answer_score s set run_id = r.id from interviews.run r where r.interview_id = s.interview_id;
alter table interviews.answer_score
  alter column run_id set not null,
  drop constraint answer_score_pkey,
  drop column judged_by,
  -- One score per answer and run, ever: the primary key is what makes scoring exactly-once.
  add primary key (run_id, position),
  add foreign key (interview_id, run_id) references interviews.run (interview_id, id) on delete cascade;
create index answer_score_of_question on interviews.answer_score (interview_id, position);

-- Two evaluations on two sides of the mark: a person decides, and there is no overall score until then.
alter table interviews.interview
  drop constraint interview_state_check,
  drop constraint interview_check1,
  add constraint interview_state_check check (state in ('in_progress', 'submitted', 'in_review', 'scored', 'not_scored')),
  add constraint interview_check1 check ((state in ('in_review', 'scored', 'not_scored')) = (scored_at is not null));

create table interviews.review (
  id uuid primary key,
  interview_id uuid not null unique references interviews.interview (id) on delete cascade,
  first_run uuid not null,
  -- Null when no second evaluation could be had.
  second_run uuid,
  asked_at timestamptz not null default clock.now(),
  due_at timestamptz not null,
  -- Whoever has it open, so that no two people decide.
  held_by uuid references accounts.account (id) on delete set null,
  held_until timestamptz,
  decided_at timestamptz,
  foreign key (interview_id, first_run) references interviews.run (interview_id, id) on delete cascade,
  foreign key (interview_id, second_run) references interviews.run (interview_id, id) on delete cascade
);
create index review_open on interviews.review (due_at, id) where decided_at is null;

-- Whoever runs this place and reads what somebody said stands in the same log as everybody who was shown something.
alter table consent.disclosure
  drop constraint disclosure_recipient_kind_check,
  add constraint disclosure_recipient_kind_check check (recipient_kind in ('organisation', 'operator')),
  alter column purpose drop not null,
  alter column recipient_id drop not null,
  -- Why, in the words of whoever looked, and at what: an id that may be gone by now.
  add column reason text,
  add column matter uuid,
  add check ((recipient_kind = 'organisation') = (purpose is not null and recipient_id is not null)),
  add check ((recipient_kind = 'operator') = (reason is not null));

-- The pseudonym of somebody in the ledger and the log, made when there is none yet.
create function consent.ref_of(person uuid) returns uuid
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into consent.subject (account_id) values (person) on conflict do nothing;
  select ref from consent.subject where account_id = person
$$;
