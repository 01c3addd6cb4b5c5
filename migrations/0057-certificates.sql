-- Certificates: what was earned, copied from its interview once and for all; whom it may be shown to hangs from live consents.
create schema certificates;

-- What stays of every certificate: no name, no score. It says to whoever has the link or the credential what became of it.
create table certificates.certificate (
  id uuid primary key,
  -- 128 random bits; the public address ends with it.
  slug text not null unique check (slug ~ '^[A-Za-z0-9_-]{22}$'),
  -- Null once it has ended, and once its owner is gone.
  candidate_id uuid references accounts.account (id) on delete set null,
  -- What it was earned with; it may go long before the certificate does.
  interview_id uuid references interviews.interview (id) on delete set null,
  -- The one whose name, or whose clip, was not right. Whoever has `replaced_at` leaves its interview free for another.
  replaces uuid unique references certificates.certificate (id) on delete set null,
  replaced_at timestamptz,
  -- `draft`: offered, and not asked for. `in_check`: a person looks at it first. `refused`: by that person.
  state text not null default 'draft' check (state in ('draft', 'in_check', 'refused', 'issuing', 'issued', 'revoked', 'expired')),
  drafted_at timestamptz not null default clock.now(),
  asked_at timestamptz,
  -- Set once, when issuing begins, so that every try makes the same certificate.
  issued_at timestamptz,
  valid_until timestamptz,
  -- Whoever runs this place looks into it; it may be lifted.
  suspended_at timestamptz,
  revoked_at timestamptz,
  revoked_because text check (revoked_because in ('clip_withdrawn', 'erased', 'operator', 'corrected', 'given_back')),
  -- Place in a status list, drawn at random and never used again.
  status_list integer not null default 1 check (status_list > 0),
  status_index integer check (status_index >= 0),
  -- Who works on it, and until when nobody else does.
  lease_token uuid,
  lease_until timestamptz,
  tries smallint not null default 0,
  -- How far issuing has come, for whoever waits.
  step text check (step in ('waiting', 'clip', 'credential', 'paper', 'storing')),
  -- Of a draft, when it goes; what was asked for stays as a line in the register.
  expires_at timestamptz,
  unique (status_list, status_index),
  check ((state in ('issued', 'revoked', 'expired')) <= (issued_at is not null and valid_until is not null and status_index is not null)),
  check ((state = 'revoked') = (revoked_at is not null)),
  check ((revoked_at is null) = (revoked_because is null)),
  check (state <> 'draft' or expires_at is not null)
);
create unique index certificate_of_interview on certificates.certificate (interview_id) where interview_id is not null and replaced_at is null;
create index certificate_of_candidate on certificates.certificate (candidate_id, id desc) where candidate_id is not null;
create index certificate_interview on certificates.certificate (interview_id) where interview_id is not null;
create index certificate_waiting on certificates.certificate (asked_at) where state = 'issuing';
create index certificate_end on certificates.certificate (valid_until) where state = 'issued';
create index certificate_draft_end on certificates.certificate (expires_at) where expires_at is not null;
create index certificate_in_check on certificates.certificate (asked_at, id) where state = 'in_check';

-- All that is personal about one, copied: the interview goes its own way. Deleted when the certificate ends.
create table certificates.content (
  certificate_id uuid primary key references certificates.certificate (id) on delete cascade,
  -- As it stands on the certificate.
  name text not null check (char_length(name) between 1 and 200),
  -- Shape: CertificateFacts of src/certificates/facts.ts, without what stands in other columns.
  facts jsonb not null,
  -- The recording its owner chose to show a part of; null for none.
  take_id uuid,
  -- The signed credential, and the same as a JWT; null until it is signed.
  credential text,
  jwt text
);

-- What was made of it: two papers, pictures.
create table certificates.file (
  certificate_id uuid not null references certificates.content (certificate_id) on delete cascade,
  kind text not null check (kind in ('pdf_a4', 'pdf_letter', 'badge_png', 'badge_svg', 'card_png')),
  object uuid not null unique references storage.object (id) on delete cascade,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (certificate_id, kind)
);

-- Its own copy of a part of a recording, as long as its owner allows that.
create table certificates.clip (
  certificate_id uuid primary key references certificates.content (certificate_id) on delete cascade,
  candidate_id uuid not null,
  purpose text not null default 'certificate_clip' check (purpose = 'certificate_clip'),
  scope text not null check (scope = certificate_id::text),
  fields text[] not null,
  grant_expires_at timestamptz not null,
  object uuid not null unique references storage.object (id) on delete cascade,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content_type text not null,
  duration_ms integer not null check (duration_ms > 0),
  -- WebVTT; null when nothing was said in it.
  captions text,
  foreign key (candidate_id, purpose, scope, fields, grant_expires_at)
    references consent.live_grant (subject_id, purpose, scope, fields, expires_at) on update cascade on delete cascade
);
create index clip_grant on certificates.clip (candidate_id, purpose, scope, fields, grant_expires_at);

-- Anybody with the link may see it, as long as this row is there.
create table certificates.publication (
  certificate_id uuid primary key references certificates.content (certificate_id) on delete cascade,
  candidate_id uuid not null,
  purpose text not null default 'public_certificate' check (purpose = 'public_certificate'),
  scope text not null check (scope = certificate_id::text),
  fields text[] not null,
  grant_expires_at timestamptz not null,
  published_at timestamptz not null default clock.now(),
  foreign key (candidate_id, purpose, scope, fields, grant_expires_at)
    references consent.live_grant (subject_id, purpose, scope, fields, expires_at) on update cascade on delete cascade
);
create index publication_grant on certificates.publication (candidate_id, purpose, scope, fields, grant_expires_at);

create function certificates.drop_object() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update storage.object set status = 'deleting' where id = old.object and status <> 'deleting';
  return null;
end
$$;
create trigger file_takes_its_bytes_along after delete on certificates.file for each row execute function certificates.drop_object();
create trigger clip_takes_its_bytes_along after delete on certificates.clip for each row execute function certificates.drop_object();

-- The credential names the clip as its evidence: without it, it says what is no longer true, and is revoked in the same commit.
create function certificates.clip_withdrawn() returns trigger language plpgsql as $$
begin
  update certificates.certificate set state = 'revoked', revoked_at = clock.now(), revoked_because = 'clip_withdrawn', replaced_at = clock.now()
    where id = old.certificate_id and state = 'issued';
  return null;
end
$$;
create trigger clip_withdrawn after delete on certificates.clip for each row execute function certificates.clip_withdrawn();

-- How often a public page was opened on a day (UTC). Nothing about by whom.
create table certificates.views (
  certificate_id uuid not null references certificates.content (certificate_id) on delete cascade,
  day date not null,
  times integer not null check (times > 0),
  primary key (certificate_id, day)
);

-- The reminders before it ends, each once.
create table certificates.reminder (
  certificate_id uuid not null references certificates.content (certificate_id) on delete cascade,
  days smallint not null,
  sent_at timestamptz not null default clock.now(),
  primary key (certificate_id, days)
);
