-- An interview with its questions, answers and scores; all of it goes at expires_at.
create schema interviews;
create table interviews.interview (
  id uuid primary key,
  candidate_id uuid not null references accounts.account (id) on delete cascade,
  role_id text not null,
  role_title text not null,
  level_id text not null,
  state text not null check (state in ('in_progress', 'submitted', 'scored', 'not_scored')),
  started_at timestamptz not null default clock.now(),
  submitted_at timestamptz,
  scored_at timestamptz,
  expires_at timestamptz not null,
  evaluator text,
  evaluator_version text,
  rubric text,
  -- The exact overall score, 0 to 10, as a fraction `numerator/denominator`.
  overall text check (overall ~ '^\d+/[1-9]\d*$'),
  lease_token uuid,
  lease_until timestamptz,
  check ((state = 'in_progress') = (submitted_at is null)),
  check ((state in ('scored', 'not_scored')) = (scored_at is not null)),
  check ((state = 'scored') = (overall is not null)),
  check ((scored_at is null) = (evaluator is null))
);
create index interview_of_candidate on interviews.interview (candidate_id, started_at desc, id desc);
create index interview_expires_at on interviews.interview (expires_at);
create index interview_waiting_for_scores on interviews.interview (submitted_at) where state = 'submitted';

-- A question as it was asked: a later version of the bank changes nothing here.
create table interviews.question (
  interview_id uuid not null references interviews.interview (id) on delete cascade,
  position smallint not null check (position > 0),
  question_id text not null,
  question_version integer not null,
  text text not null,
  kind text not null,
  competencies text[] not null,
  primary key (interview_id, position)
);

create table interviews.answer (
  interview_id uuid not null,
  position smallint not null,
  text text not null,
  revision integer not null check (revision > 0),
  saved_at timestamptz not null default clock.now(),
  primary key (interview_id, position),
  foreign key (interview_id, position) references interviews.question on delete cascade
);

-- One score per answer, ever: the primary key is what makes scoring exactly-once.
create table interviews.answer_score (
  interview_id uuid not null,
  position smallint not null,
  state text not null check (state in ('scored', 'skipped', 'not_scored')),
  message text,
  -- Criterion → { score, reason, quotes }: the raw integers stay, so that a changed rubric can be replayed.
  criteria jsonb,
  points jsonb not null,
  advice jsonb not null,
  outline jsonb not null,
  scored_at timestamptz not null default clock.now(),
  primary key (interview_id, position),
  foreign key (interview_id, position) references interviews.question on delete cascade,
  check ((state = 'scored') = (criteria is not null))
);
