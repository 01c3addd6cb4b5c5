-- What somebody brings to an interview: the job it is for, whether they want help, and the one competency of a drill.
alter table interviews.interview
  add column job_description text check (char_length(job_description) between 1 and 20000),
  add column mode text not null default 'live' check (mode in ('coach', 'live')),
  add column competency_id text;
alter table interviews.interview alter column mode drop default;

-- An interview without an end stays until its owner deletes it; only one that was handed in can be kept like this.
alter table interviews.interview
  alter column expires_at drop not null,
  add check (expires_at is not null or submitted_at is not null);

-- How long a question suggests to think and to answer, as it was when it was asked.
alter table interviews.question
  add column think_seconds integer not null default 30 check (think_seconds > 0),
  add column answer_seconds integer not null default 120 check (answer_seconds > 0);
alter table interviews.question alter column think_seconds drop default, alter column answer_seconds drop default;
