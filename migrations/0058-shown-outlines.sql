-- Whose model outline somebody has been shown. It outlives the interview it was shown with: to practise, read, delete and answer
-- the same again earns nothing.
create table interviews.shown_outline (
  account_id uuid not null references accounts.account (id) on delete cascade,
  -- A question of the bank.
  question_id text not null,
  first_shown_at timestamptz not null,
  primary key (account_id, question_id)
);

-- A report can be read from the commit that judges its interview, whoever writes that; a copy that has to wait, from its own moment.
create function interviews.outlines_shown() returns trigger language plpgsql as $$
begin
  insert into interviews.shown_outline as known (account_id, question_id, first_shown_at)
    select distinct new.candidate_id, q.question_id, greatest(new.scored_at, new.report_opens_at)
    from interviews.answer_score s join interviews.question q on q.interview_id = s.interview_id and q.position = s.position
    where s.run_id = new.run_id and q.own is null and (jsonb_array_length(s.outline) > 0 or jsonb_array_length(s.points) > 0)
    on conflict (account_id, question_id) do update set first_shown_at = excluded.first_shown_at where known.first_shown_at > excluded.first_shown_at;
  return null;
end
$$;
create trigger outlines_shown after insert or update of scored_at on interviews.interview
  for each row when (new.scored_at is not null) execute function interviews.outlines_shown();

-- Reports that can be read today; and every question of an interview with a coach, of whom nobody wrote down when it helped.
insert into interviews.shown_outline (account_id, question_id, first_shown_at)
  select i.candidate_id, q.question_id, min(case when i.mode = 'coach' then i.started_at else greatest(i.scored_at, i.report_opens_at) end)
  from interviews.interview i join interviews.question q on q.interview_id = i.id
  left join interviews.answer_score s on s.run_id = i.run_id and s.position = q.position and i.scored_at is not null
  where q.own is null and (i.mode = 'coach' or jsonb_array_length(s.outline) > 0 or jsonb_array_length(s.points) > 0)
  group by i.candidate_id, q.question_id;

-- Answers to the same question, and recordings that may be the same, are looked for when somebody asks for a certificate.
create index question_in_bank on interviews.question (question_id, interview_id) where follows is null and own is null;
create index recording_of_size on interviews.recording (bytes) where state = 'ready';
