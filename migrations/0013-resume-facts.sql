-- What is kept of a resume: the facts found in it, and of its text only the lines that name a skill. Nothing here says who somebody is.
alter table candidates.resume
  add column format text not null default 'pdf' check (format in ('pdf', 'docx', 'txt')),
  -- For each skill the redacted line it was first seen in; of resumes read before there are none.
  add column skill_lines jsonb not null default '{}' check (jsonb_typeof(skill_lines) = 'object'),
  add column positions jsonb not null default '[]' check (jsonb_typeof(positions) = 'array'),
  add column years numeric(4, 1) check (years >= 0),
  add column education jsonb not null default '[]' check (jsonb_typeof(education) = 'array'),
  add column languages jsonb not null default '[]' check (jsonb_typeof(languages) = 'array'),
  -- Which kinds of personal data were found and left out, so that the person can be told.
  add column left_out text[] not null default '{}',
  -- The file itself, only where the person chose to keep it; the choice is this pair, and it ends with it.
  add column kept_file uuid references storage.object (id) on delete set null,
  add column kept_until timestamptz,
  add check (kept_file is null or kept_until is not null);
create index resume_kept_file on candidates.resume (kept_file) where kept_file is not null;
