-- Asking for a certificate: once, whatever is sent twice; which part of a recording its clip is; and what a person looks at first.
alter table certificates.certificate add column asked_event uuid;

alter table certificates.content
  add column clip_from integer check (clip_from >= 0),
  add column clip_to integer check (clip_to > clip_from),
  add check ((take_id is null) = (clip_from is null)),
  add check ((take_id is null) = (clip_to is null));

-- Answers that are like what was answered before, by its owner or by somebody else: nothing here says by whom.
create table certificates.finding (
  certificate_id uuid not null references certificates.content (certificate_id) on delete cascade,
  position smallint not null,
  what text not null check (what in ('recording', 'words')),
  of_own boolean not null,
  -- How much of it is alike, of 1.
  share real not null check (share > 0 and share <= 1),
  primary key (certificate_id, position, what, of_own)
);

-- What the person who looked decided, and why: its owner reads the reason of a refusal.
create table certificates.decision (
  certificate_id uuid primary key references certificates.content (certificate_id) on delete cascade,
  decided_by uuid references accounts.account (id) on delete set null,
  decided_at timestamptz not null default clock.now(),
  allowed boolean not null,
  reason text not null check (char_length(reason) between 1 and 2000)
);
create index decision_by on certificates.decision (decided_by) where decided_by is not null;
