-- What is used here and how quickly, as counts of a day. A row holds nothing of whoever was counted, and nothing that two rows could be joined by.
create table privacy.usage_count (
  day date not null,
  -- `route`: requests to a route of the server; `page`: looks at a page, of those who allow it.
  kind text not null check (kind in ('route', 'page')),
  -- A pattern such as `GET /api/interviews/:id`, never an address with an id in it.
  name text not null check (char_length(name) between 1 and 120),
  duration text not null check (duration in ('under 0.1 s', 'under 1 s', 'under 10 s', 'under 1 min', 'under 10 min', 'longer')),
  count bigint not null check (count > 0),
  -- Counted from the day and not from the moment of the first request of it.
  expires_at timestamptz not null,
  primary key (day, kind, name, duration)
);
create index usage_count_expires_at on privacy.usage_count (expires_at);
