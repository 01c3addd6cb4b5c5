-- An interview that somebody was invited to: by whom, until when, and what its questions allow. Of who invites it knows a name and two ids.
alter table interviews.interview
  add column origin text not null default 'practice' check (origin in ('practice', 'invited')),
  -- The invitation. Null for practice, and once the invitation has let go of the interview.
  add column origin_ref uuid unique,
  -- Whoever was asked the same has the same.
  add column origin_group uuid,
  add column invited_by text check (char_length(invited_by) between 1 and 200),
  add column judged_by text not null default 'ai' check (judged_by in ('ai', 'people')),
  add column answer_kinds text[] not null default '{text,audio,video}' check (cardinality(answer_kinds) > 0 and answer_kinds <@ '{text,audio,video}'),
  -- Null: as many as the policy lets everybody.
  add column retakes smallint check (retakes between 0 and 9),
  add column recording_offered boolean not null default true,
  add column deadline_at timestamptz,
  -- How long the candidate's own copy of the report waits, and since when it need not.
  add column copy_delay_days smallint not null default 0 check (copy_delay_days between 0 and 14),
  add column report_opens_at timestamptz,
  add check ((origin = 'invited') = (invited_by is not null)),
  add check (origin = 'invited' or (origin_ref is null and origin_group is null and deadline_at is null)),
  -- `for_people`: handed in, and no program scores it.
  drop constraint interview_state_check,
  add constraint interview_state_check check (state in ('in_progress', 'submitted', 'for_people', 'in_review', 'scored', 'not_scored')),
  add check (judged_by = 'people' or state <> 'for_people'),
  add check (judged_by = 'ai' or state in ('in_progress', 'for_people'));
create index interview_of_group on interviews.interview (origin_group) where origin_group is not null;

-- A question that is none of the bank's, with all that an answer to it is judged by, as it stood when it was asked.
alter table interviews.question add column own jsonb;

-- What the page of an invited interview noticed: counted by each visit to it, so that a number that is sent twice counts once.
create table interviews.room_note (
  interview_id uuid not null,
  position smallint not null,
  visit uuid not null,
  times_left int not null check (times_left >= 0),
  pastes int not null check (pastes >= 0),
  pasted_characters int not null check (pasted_characters >= 0),
  primary key (interview_id, position, visit),
  foreign key (interview_id, position) references interviews.question on delete cascade
);

-- An answer that was handed in before by somebody who was asked the same: the very recording, or nearly the same words.
create table interviews.likeness (
  interview_id uuid not null,
  position smallint not null,
  what text not null check (what in ('recording', 'words')),
  other_id uuid not null references interviews.interview (id) on delete cascade,
  -- The share of what both say in what either says.
  share numeric(3, 2) not null check (share between 0 and 1),
  primary key (interview_id, position, what, other_id),
  foreign key (interview_id, position) references interviews.question on delete cascade
);
create index likeness_other on interviews.likeness (other_id);
