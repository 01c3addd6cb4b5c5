-- What somebody wants to get better at, in their own words; it goes with the interview.
alter table interviews.interview
  add column goals text check (char_length(goals) between 1 and 1000);

-- A follow-up stands a hundred places after its question, one at most, and takes up a sentence of the answer to it.
alter table interviews.question
  add column follows smallint,
  add column takes_up text,
  add check (case when follows is null then position <= 100 and takes_up is null else position = follows + 100 end),
  add foreign key (interview_id, follows) references interviews.question (interview_id, position) on delete cascade;
create unique index question_follows on interviews.question (interview_id, follows) where follows is not null;

-- What somebody made of a question afterwards. The answer that was handed in is the first attempt, and its score stays.
create table interviews.attempt (
  interview_id uuid not null,
  position smallint not null,
  number smallint not null check (number >= 2),
  text text not null,
  state text not null check (state in ('scored', 'not_scored')),
  message text,
  criteria jsonb,
  points jsonb not null,
  advice jsonb not null,
  judged_by text not null,
  made_at timestamptz not null default clock.now(),
  primary key (interview_id, position, number),
  foreign key (interview_id, position) references interviews.question on delete cascade,
  check ((state = 'scored') = (criteria is not null))
);
