-- When an interview is over, all that hangs from it goes with it. What belongs to one of its questions hung from that
-- question, so that seven tables were looked at for each of them; now it hangs from the interview, or from its run, and one
-- look finds the rows of all questions. That a question was asked is seen to when something is written about it, which is
-- enough because questions are never changed, and go with their interview alone.
revoke update, delete, truncate on interviews.question from viva_application;

alter table interviews.question drop constraint question_interview_id_follows_fkey;
alter table interviews.answer drop constraint answer_interview_id_position_fkey, add foreign key (interview_id) references interviews.interview on delete cascade;
alter table interviews.attempt drop constraint attempt_interview_id_position_fkey, add foreign key (interview_id) references interviews.interview on delete cascade;
alter table interviews.take drop constraint take_interview_id_position_fkey, add foreign key (interview_id) references interviews.interview on delete cascade;
alter table interviews.room_note drop constraint room_note_interview_id_position_fkey, add foreign key (interview_id) references interviews.interview on delete cascade;
alter table interviews.likeness drop constraint likeness_interview_id_position_fkey, add foreign key (interview_id) references interviews.interview on delete cascade;
-- These go with their runs.
alter table interviews.answer_score drop constraint answer_score_interview_id_position_fkey;
alter table interviews.review drop constraint review_interview_id_fkey;

-- After the statement, so that it may have asked the question itself.
create function interviews.must_be_asked() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  asked smallint := case tg_table_name when 'question' then (to_jsonb(new) ->> 'follows')::smallint else new.position end;
begin
  if not exists (select from interviews.question where interview_id = new.interview_id and position = asked) then
    raise foreign_key_violation using message = format('interviews.%s is about a question that was not asked', tg_table_name);
  end if;
  return null;
end
$$;
create trigger is_asked after insert or update of interview_id, position on interviews.answer for each row execute function interviews.must_be_asked();
create trigger is_asked after insert or update of interview_id, position on interviews.attempt for each row execute function interviews.must_be_asked();
create trigger is_asked after insert or update of interview_id, position on interviews.take for each row execute function interviews.must_be_asked();
create trigger is_asked after insert or update of interview_id, position on interviews.room_note for each row execute function interviews.must_be_asked();
create trigger is_asked after insert or update of interview_id, position on interviews.likeness for each row execute function interviews.must_be_asked();
create trigger is_asked after insert or update of interview_id, position on interviews.answer_score for each row execute function interviews.must_be_asked();
create trigger is_asked after insert on interviews.question for each row when (new.follows is not null) execute function interviews.must_be_asked();

-- The time is asked for once a statement, not for each of its rows.
create or replace function retention.note_deletions() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended bigint;
  moment constant timestamptz := clock.now();
begin
  case tg_argv[0]
    when 'expires_at' then select count(*) into ended from gone where expires_at <= moment;
    when 'ends_at' then select count(*) into ended from gone where ends_at <= moment;
    when 'purge_at' then select count(*) into ended from gone where purge_at <= moment;
    when '' then select count(*) into ended from gone;
  end case;
  if ended > 0 then
    insert into retention.deletion (table_name, count) values (tg_table_schema || '.' || tg_table_name, ended);
  end if;
  return null;
end
$$;

-- One statement for all interviews of a batch.
drop trigger runs_become_nobodys on interviews.interview;
create or replace function interviews.make_runs_nobodys() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update ai.run set account_id = null where interview_id in (select id from gone) and account_id is not null;
  return null;
end
$$;
create trigger runs_become_nobodys after delete on interviews.interview referencing old table as gone for each statement execute function interviews.make_runs_nobodys();
