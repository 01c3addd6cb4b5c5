-- What people are told inside the product, and which mails they do not want.
create schema notifications;

create table notifications.note (
  id uuid primary key,
  account_id uuid not null references accounts.account (id) on delete cascade,
  kind text not null check (kind ~ '^[a-z_]+(\.[a-z_]+)*$'),
  title text not null check (char_length(title) between 1 and 200),
  body text not null check (char_length(body) <= 1000),
  -- A path of our own, never an address elsewhere.
  link text check (link ~ '^/([^/\\]|$)'),
  -- What it is about: the same is told once.
  matter text,
  created_at timestamptz not null default clock.now(),
  read_at timestamptz,
  expires_at timestamptz not null check (expires_at > created_at)
);
create unique index note_once on notifications.note (account_id, kind, matter) where matter is not null;
create index note_of_account on notifications.note (account_id, id desc);
create index note_unread on notifications.note (account_id) where read_at is null;
create index note_expiry on notifications.note (expires_at);

-- A row exists exactly while somebody has turned a kind of mail off.
create table notifications.mail_refusal (
  account_id uuid not null references accounts.account (id) on delete cascade,
  category text not null check (category in ('contact_requests', 'profile_views', 'alerts', 'consent')),
  refused_at timestamptz not null default clock.now(),
  primary key (account_id, category)
);

-- The link below a mail that turns its kind off without a sign-in.
create table notifications.unsubscribe_link (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null references accounts.account (id) on delete cascade,
  category text not null check (category in ('contact_requests', 'profile_views', 'alerts', 'consent')),
  unique (account_id, category, token_hash)
);

-- For the List-Unsubscribe header (RFC 8058). It goes with the rest of the mail once that is sent.
alter table mail.outbox add column unsubscribe_url text;
alter table mail.outbox add check (status = 'queued' or unsubscribe_url is null);
