-- An account that was made of the copy of somebody's data from another place: which place, and who they were there. Nobody can
-- sign in to it before its address was proven, and then everything goes with it.
create table accounts.brought_account (
  account_id uuid primary key references accounts.account (id) on delete cascade,
  came_from text not null check (char_length(came_from) between 1 and 200),
  -- The id of their account there: the same copy makes no second account.
  known_there_as uuid not null unique,
  brought_at timestamptz not null default clock.now()
);
alter table accounts.link
  drop constraint link_kind_check,
  add constraint link_kind_check check (kind in ('verify_email', 'known_address', 'sign_in', 'reset_password', 'email_change_old', 'email_change_new', 'brought_account'));

-- An interview that was taken elsewhere. It can be read here, and counts for nothing: whoever brings it could have written it.
alter table interviews.interview
  add column brought_from text check (char_length(brought_from) between 1 and 200),
  -- Its id there: the same interview comes once.
  add column brought_id uuid,
  drop constraint interview_origin_check,
  drop constraint interview_check4,
  add constraint interview_origin_check check (origin in ('practice', 'invited', 'brought')),
  -- What came from elsewhere may have been an invitation there.
  add constraint interview_invited_by_somebody check (origin = 'brought' or (origin = 'invited') = (invited_by is not null)),
  add constraint interview_brought_from_somewhere check ((origin = 'brought') = (brought_from is not null and brought_id is not null)),
  add constraint interview_brought_is_over check (origin <> 'brought' or state in ('for_people', 'scored', 'not_scored')),
  add constraint interview_brought_once unique (candidate_id, brought_id);
