-- What a report says where a take cannot be played any more. Until when it was to be kept, null when it was not to be kept at all;
-- and since when nothing of it is left, where that was before its end.
alter table interviews.take
  add column kept_until timestamptz,
  add column deleted_at timestamptz;

-- Whatever takes the recording away: its owner, the end of the consent, a further take.
create function interviews.note_early_end() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update interviews.take set deleted_at = clock.now() where id = old.take_id;
  return null;
end
$$;
create trigger recording_ended_early after delete on interviews.recording for each row when (old.expires_at > clock.now()) execute function interviews.note_early_end();
