-- What somebody says of themself, for employers they may choose to be seen by. Nothing here says who they are or how to reach them.
create table candidates.profile (
  account_id uuid primary key references accounts.account (id) on delete cascade,
  headline text not null default '' check (char_length(headline) <= 120),
  -- Of the catalogue, where the title is one of it.
  role_id text check (char_length(role_id) <= 60),
  role_title text not null default '' check (char_length(role_title) <= 80),
  level_id text check (level_id in ('junior', 'mid', 'senior', 'lead')),
  -- Names, each once, in the person's own order.
  skills text[] not null default '{}' check (cardinality(skills) <= 40 and array_position(skills, null) is null),
  place text not null default '' check (char_length(place) <= 80),
  -- ISO 3166-1, two letters.
  country text check (country ~ '^[A-Z]{2}$'),
  remote text check (remote in ('onsite', 'hybrid', 'remote', 'any')),
  -- BCP 47, the language alone.
  languages text[] not null default '{}' check (cardinality(languages) <= 20 and array_position(languages, null) is null),
  availability text check (availability in ('now', 'month', 'quarter', 'looking_later')),
  updated_at timestamptz not null default clock.now()
);
