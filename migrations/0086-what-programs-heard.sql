-- What a program wrote down of a take here: by whom, how long it was, and a hash of it. The words go to whoever spoke and come back with the
-- answer, so that this alone tells whether they are still the ones that were heard. Null for takes from before anybody looked.
alter table interviews.take add column heard jsonb;
alter table interviews.take alter column heard set default '[]';
