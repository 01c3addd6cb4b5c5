-- What a question of an interview begins with. It can be answered in another way all the same.
alter table interviews.interview add column answer_kind text not null default 'text' check (answer_kind in ('text', 'audio', 'video'));

-- How an answer came to be, and who wrote down what was said: the candidate, their own device, or both.
alter table interviews.answer
  add column kind text not null default 'text' check (kind in ('text', 'audio', 'video')),
  add column transcriber text not null default 'candidate' check (transcriber in ('candidate', 'device', 'device_edited'));

-- An answer that was begun to be spoken, recorded or not. The newest of a question counts, unless it was thrown away; those
-- before it are there to be counted. The id is made by the browser.
create table interviews.take (
  id uuid primary key,
  interview_id uuid not null,
  position smallint not null,
  number smallint not null check (number > 0),
  kind text not null check (kind in ('audio', 'video')),
  thrown_away boolean not null default false,
  begun_at timestamptz not null default clock.now(),
  unique (interview_id, position, number),
  foreign key (interview_id, position) references interviews.question on delete cascade
);

-- A take that is kept, under the consent to it: the row falls with the consent, in the commit that ends it.
create table interviews.recording (
  take_id uuid primary key references interviews.take (id) on delete cascade,
  subject_id uuid not null,
  purpose text not null check (purpose in ('recording', 'audio_replay')),
  scope text not null,
  fields text[] not null,
  grant_expires_at timestamptz not null,
  content_type text not null,
  state text not null default 'recording' check (state in ('recording', 'sent', 'ready', 'broken')),
  fault text,
  object uuid unique references storage.object (id) on delete cascade,
  bytes bigint check (bytes > 0),
  duration_ms integer check (duration_ms > 0),
  begun_at timestamptz not null default clock.now(),
  sent_at timestamptz,
  asked_again_at timestamptz,
  expires_at timestamptz not null,
  foreign key (subject_id, purpose, scope, fields, grant_expires_at)
    references consent.live_grant (subject_id, purpose, scope, fields, expires_at) on update cascade on delete cascade,
  check ((state = 'recording') = (sent_at is null)),
  check ((state = 'broken') = (fault is not null)),
  check ((state = 'ready') = (object is not null and bytes is not null and duration_ms is not null))
);
create index recording_of_grant on interviews.recording (subject_id, purpose, scope);
create index recording_expires_at on interviews.recording (expires_at);
create index recording_waiting on interviews.recording (sent_at) where state = 'sent';

-- A piece of a recording, as it was sent. A further part begins when somebody goes on after a break.
create table interviews.recording_chunk (
  take_id uuid not null references interviews.recording (take_id) on delete cascade,
  part smallint not null check (part >= 0),
  seq integer not null check (seq >= 0),
  object uuid not null unique references storage.object (id) on delete cascade,
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (take_id, part, seq)
);

-- Whatever takes the row away, its bytes go soon after.
create function interviews.drop_object() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update storage.object set status = 'deleting' where id = old.object and status <> 'deleting';
  return null;
end
$$;
create trigger recording_takes_its_bytes_along after delete on interviews.recording for each row when (old.object is not null) execute function interviews.drop_object();
create trigger chunk_takes_its_bytes_along after delete on interviews.recording_chunk for each row execute function interviews.drop_object();

-- How an answer was spoken, measured in the browser: stretches of speech, and which words were said when. Never a part of the score.
create table interviews.delivery (
  take_id uuid primary key references interviews.take (id) on delete cascade,
  duration_ms integer not null check (duration_ms > 0),
  speech jsonb not null,
  timings jsonb not null
);
