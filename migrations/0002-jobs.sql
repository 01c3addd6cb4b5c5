-- Work that must happen. A row is written in the transaction that makes it necessary and stays until the work is done,
-- so that losing the whole queue loses nothing.
create schema jobs;

create table jobs.outbox (
  id uuid primary key,
  kind text not null check (kind in ('job', 'event')),
  name text not null,
  -- Null while an event has not been dealt out to its subscribers; each of them then gets a row of its own.
  subscriber text,
  queue text,
  payload jsonb not null,
  status text not null default 'waiting' check (status in ('waiting', 'handed_over', 'done', 'dead')),
  run_at timestamptz not null default clock.now(),
  created_at timestamptz not null default clock.now(),
  ended_at timestamptz,
  -- Runs that failed, and runs whose worker vanished.
  attempts integer not null default 0,
  losses integer not null default 0,
  -- Name or code of the last error, never its message: messages can hold what people wrote.
  fault text,
  -- The minute of the timetable that asked for this work.
  tick timestamptz,
  -- The next three are real time, not clock.now(): moving the clock must not take a lease away from a living worker.
  handed_over_at timestamptz,
  leased_until timestamptz,
  lease uuid,
  check (queue is not null or (kind = 'event' and subscriber is null)),
  check ((status in ('done', 'dead')) = (ended_at is not null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

create index outbox_due on jobs.outbox (queue, run_at) where status = 'waiting';
create index outbox_handed_over on jobs.outbox (queue, handed_over_at) where status = 'handed_over';
create index outbox_ended on jobs.outbox (ended_at) where status in ('done', 'dead');
create index outbox_dead on jobs.outbox (queue) where status = 'dead';
-- A tick that is still at work is not doubled by the next one.
create unique index outbox_one_open_tick on jobs.outbox (name) where tick is not null and status in ('waiting', 'handed_over');

create function jobs.wake_relay() returns trigger language plpgsql
  as $$ begin notify jobs_outbox; return null; end $$;
create trigger wake_relay after insert on jobs.outbox for each statement execute function jobs.wake_relay();

-- When each recurring job is due next: whoever moves next_at forward enqueues the job, in one transaction.
create table jobs.timetable (
  name text primary key,
  cron text not null,
  next_at timestamptz not null
);
