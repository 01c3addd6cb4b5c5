-- Attempts, takes, notes of the room and likenesses hang from few interviews, and each of their keys looked once for every
-- interview that is deleted. Now one statement looks for all interviews of a batch, and that an interview is there is seen to
-- when something is written about it.
alter table interviews.attempt drop constraint attempt_interview_id_fkey;
alter table interviews.take drop constraint take_interview_id_fkey;
alter table interviews.room_note drop constraint room_note_interview_id_fkey;
alter table interviews.likeness drop constraint likeness_interview_id_fkey, drop constraint likeness_other_id_fkey;

-- Held until the transaction ends, as by a key, so that nobody deletes it meanwhile.
create function interviews.must_be_interviews() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  this constant jsonb := to_jsonb(new);
  named text;
begin
  foreach named in array tg_argv loop
    perform from interviews.interview where id = (this ->> named)::uuid for key share;
    if not found then
      raise foreign_key_violation using message = format('interviews.%s is about an interview that is not there', tg_table_name);
    end if;
  end loop;
  return null;
end
$$;
create trigger is_of_an_interview after insert or update of interview_id on interviews.attempt for each row execute function interviews.must_be_interviews('interview_id');
create trigger is_of_an_interview after insert or update of interview_id on interviews.take for each row execute function interviews.must_be_interviews('interview_id');
create trigger is_of_an_interview after insert or update of interview_id on interviews.room_note for each row execute function interviews.must_be_interviews('interview_id');
create trigger is_of_an_interview after insert or update of interview_id, other_id on interviews.likeness for each row execute function interviews.must_be_interviews('interview_id', 'other_id');

-- What the keys would have done.
create function interviews.take_along() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended constant uuid[] := array(select id from gone);
begin
  delete from interviews.attempt where interview_id = any (ended);
  delete from interviews.take where interview_id = any (ended);
  delete from interviews.room_note where interview_id = any (ended);
  delete from interviews.likeness where interview_id = any (ended);
  delete from interviews.likeness where other_id = any (ended);
  return null;
end
$$;
revoke execute on function interviews.take_along() from viva_application;
create trigger taken_along after delete on interviews.interview referencing old table as gone for each statement execute function interviews.take_along();
