-- An interview points to the run that counts, a review to the two it is about, a run to the one it began from. Each of these
-- keys looked once for every run that is deleted, which is nearly always because its interview is over and takes all of them
-- with it. Now one statement looks for all runs of a batch, and that a run is there is seen to when something points to it.
alter table interviews.interview drop constraint interview_id_run_id_fkey;
alter table interviews.review drop constraint review_interview_id_first_run_fkey, drop constraint review_interview_id_second_run_fkey;
alter table interviews.run drop constraint run_based_on_fkey;

-- Held until the transaction ends, as by a key, so that nobody deletes it meanwhile. It is a run of the same interview.
create function interviews.must_be_a_run() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  this constant jsonb := to_jsonb(new);
  owner constant uuid := this ->> case tg_table_name when 'interview' then 'id' else 'interview_id' end;
  pointed text;
begin
  foreach pointed in array tg_argv loop
    continue when this ->> pointed is null;
    perform from interviews.run where interview_id = owner and id = (this ->> pointed)::uuid for key share;
    if not found then
      raise foreign_key_violation using message = format('interviews.%s points to a run that is not there', tg_table_name);
    end if;
  end loop;
  return null;
end
$$;
create trigger is_a_run after insert or update of run_id on interviews.interview for each row when (new.run_id is not null) execute function interviews.must_be_a_run('run_id');
create trigger are_runs after insert or update of first_run, second_run on interviews.review for each row execute function interviews.must_be_a_run('first_run', 'second_run');
create trigger is_a_run after insert or update of based_on on interviews.run for each row when (new.based_on is not null) execute function interviews.must_be_a_run('based_on');

-- What a key would have done: a review ends with its runs, the others point to nothing any more.
create function interviews.let_go_of_runs() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  runs constant uuid[] := array(select id from gone);
  judged constant uuid[] := array(select interview_id from gone);
begin
  update interviews.interview set run_id = null where id = any (judged) and run_id = any (runs);
  delete from interviews.review where interview_id = any (judged) and (first_run = any (runs) or second_run = any (runs));
  update interviews.run set based_on = null where based_on = any (runs);
  return null;
end
$$;
create trigger runs_let_go after delete on interviews.run referencing old table as gone for each statement execute function interviews.let_go_of_runs();
