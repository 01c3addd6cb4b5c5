-- Shortlists belong to an organisation. What is written there about somebody hangs from that person's listing and falls with it.
create table recruiters.shortlist (
  id uuid primary key,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 80 and name = btrim(name)),
  created_at timestamptz not null default clock.now()
);
create unique index shortlist_name on recruiters.shortlist (organisation_id, lower(name));

create table recruiters.shortlist_entry (
  id uuid primary key,
  shortlist_id uuid not null references recruiters.shortlist (id) on delete cascade,
  -- Null from the commit in which the listing went: then nothing remains but that somebody stood here.
  talent_id uuid references recruiters.talent_listing (talent_id) on delete set null,
  stage text not null default 'new' check (stage in ('new', 'contacted', 'talking', 'offer', 'hired', 'declined')),
  added_at timestamptz not null default clock.now(),
  unique (shortlist_id, talent_id)
);
create index shortlist_entry_talent on recruiters.shortlist_entry (talent_id);

create table recruiters.shortlist_tag (
  entry_id uuid not null references recruiters.shortlist_entry (id) on delete cascade,
  talent_id uuid not null references recruiters.talent_listing (talent_id) on delete cascade,
  tag text not null check (char_length(tag) between 1 and 40 and tag = btrim(tag)),
  primary key (entry_id, tag)
);
create index shortlist_tag_talent on recruiters.shortlist_tag (talent_id);

create table recruiters.shortlist_note (
  id uuid primary key,
  entry_id uuid not null references recruiters.shortlist_entry (id) on delete cascade,
  talent_id uuid not null references recruiters.talent_listing (talent_id) on delete cascade,
  author_id uuid references accounts.account (id) on delete set null,
  text text not null check (char_length(text) between 1 and 4000),
  written_at timestamptz not null default clock.now()
);
create index shortlist_note_entry on recruiters.shortlist_note (entry_id, written_at desc);
create index shortlist_note_talent on recruiters.shortlist_note (talent_id);
create index shortlist_note_author on recruiters.shortlist_note (author_id);

-- Which organisations were told about the end of which consent, so that a repeated run tells nobody twice.
create table recruiters.withdrawal_told (
  ending_id uuid not null,
  organisation_id uuid not null references recruiters.organisation (id) on delete cascade,
  told_at timestamptz not null default clock.now(),
  primary key (ending_id, organisation_id)
);
create index withdrawal_told_at on recruiters.withdrawal_told (told_at);
