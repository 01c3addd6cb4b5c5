-- Tries are counted here by keyed hash; nothing in a row says who tried what.
create schema http;
create table http.rate_limit (
  key_hash text primary key check (key_hash ~ '^[0-9a-f]{64}$'),
  tries integer not null check (tries > 0),
  window_ends_at timestamptz not null
);
create index rate_limit_window_ends_at on http.rate_limit (window_ends_at);
