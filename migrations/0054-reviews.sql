-- What people of an organisation think of an interview they may read, and what they decide about whoever gave it.

-- Who opened which part of a report, once for each reader and day: that is how often it is written down for the candidate.
create table recruiters.report_opening (
  invitation_id uuid not null references recruiters.report_access (invitation_id) on delete cascade,
  reader_id uuid not null references accounts.account (id) on delete cascade,
  -- The day (UTC) it was opened on.
  day date not null,
  part text not null check (part in ('answers', 'recordings', 'scores')),
  primary key (invitation_id, reader_id, day, part)
);
create index report_opening_reader on recruiters.report_opening (reader_id);

-- One person's ratings of one interview. They go with the access they rest on.
create table recruiters.scorecard (
  id uuid primary key,
  invitation_id uuid not null references recruiters.report_access (invitation_id) on delete cascade,
  -- Null once they are erased: the ratings stay with the interview.
  author_id uuid references accounts.account (id) on delete set null,
  begun_at timestamptz not null default clock.now(),
  unique (invitation_id, author_id)
);
create index scorecard_author on recruiters.scorecard (author_id) where author_id is not null;

-- A draft can be saved again; what was submitted stays as it was, and a later version stands beside it.
create table recruiters.scorecard_version (
  scorecard_id uuid not null references recruiters.scorecard (id) on delete cascade,
  version int not null check (version > 0),
  recommendation text check (recommendation in ('definitely_not', 'no', 'yes', 'strong_yes', 'no_decision')),
  summary text not null default '' check (char_length(summary) <= 5000),
  -- [{ position, mark, note }], a mark from 1 to 5 on the anchors of the question.
  marks jsonb not null,
  -- The mean of the marks, once it is submitted.
  mean numeric(4, 3) check (mean between 1 and 5),
  saved_at timestamptz not null default clock.now(),
  submitted_at timestamptz,
  primary key (scorecard_id, version),
  check (submitted_at is null or (mean is not null and recommendation is not null))
);
create unique index scorecard_draft on recruiters.scorecard_version (scorecard_id) where submitted_at is null;

create function recruiters.submitted_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a submitted scorecard does not change' using errcode = 'restrict_violation';
end
$$;
create trigger submitted_is_final before update on recruiters.scorecard_version
  for each row when (old.submitted_at is not null) execute function recruiters.submitted_is_final();

-- Somebody puts a score of their own in the place of the one that stands there. Both are kept, and shown.
create table recruiters.score_override (
  id uuid primary key,
  invitation_id uuid not null references recruiters.report_access (invitation_id) on delete cascade,
  author_id uuid references accounts.account (id) on delete set null,
  overall numeric(4, 2) not null check (overall between 0 and 10),
  reason text not null check (char_length(btrim(reason)) between 20 and 2000),
  -- What the evaluation said then, as it was shown; null when there was no score.
  instead_of text,
  made_at timestamptz not null default clock.now()
);
create index score_override_invitation on recruiters.score_override (invitation_id, made_at desc);
create index score_override_author on recruiters.score_override (author_id) where author_id is not null;

-- Whether somebody goes on. It outlives the access, because whoever was decided about may ask for another look.
create table recruiters.decision (
  id uuid primary key,
  invitation_id uuid not null references recruiters.invitation (id) on delete cascade,
  candidate_id uuid not null references accounts.account (id) on delete cascade,
  outcome text not null check (outcome in ('advance', 'reject')),
  -- In words the candidate reads.
  reason text not null check (char_length(btrim(reason)) between 20 and 2000),
  -- Always a person; a random id in their place once they are erased, because a decision by nobody must not exist.
  decided_by uuid not null,
  decided_at timestamptz not null default clock.now(),
  -- Of an answer to an appeal: whether whoever decided first answered it, because nobody else was there.
  by_the_same boolean not null default false
);
create index decision_invitation on recruiters.decision (invitation_id, decided_at desc);
create index decision_candidate on recruiters.decision (candidate_id);
create index decision_decider on recruiters.decision (decided_by);

create table recruiters.appeal (
  id uuid primary key,
  decision_id uuid not null unique references recruiters.decision (id) on delete cascade,
  said text not null check (char_length(btrim(said)) between 1 and 5000),
  made_at timestamptz not null default clock.now(),
  due_at timestamptz not null
);
create index appeal_due on recruiters.appeal (due_at);

-- The answer to an appeal is a decision, which says the same once more or something else.
alter table recruiters.decision add column appeal_id uuid unique references recruiters.appeal (id) on delete cascade;
alter table recruiters.decision add check (appeal_id is not null or not by_the_same);
