-- An answer can be written down by a model, named as provider/model; and a transcriber that hears "um" counts it.
alter table interviews.answer
  drop constraint answer_transcriber_check,
  add constraint answer_transcriber_check check (transcriber ~ '^(candidate|device(_edited)?|[a-z]+/[A-Za-z0-9_.:@/-]{1,100})$');

alter table interviews.delivery add column fillers integer check (fillers >= 0);

-- Sentences of the question bank as a voice reads them: nothing of anybody is in them, and everybody hears the same bytes. They
-- end with the object.
create table interviews.spoken_text (
  -- Of the text, the provider, the model and the voice.
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  object uuid not null unique references storage.object (id) on delete cascade
);
