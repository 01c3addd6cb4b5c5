-- Mails on their way. What identifies a person is there only until the mail is sent.
create schema mail;

create table mail.outbox (
  id uuid primary key,
  -- Whose mail it is, when it is an account's.
  account_id uuid,
  template text not null check (template ~ '^[a-z0-9-]+$'),
  -- What the mail is about, as an id: with template and recipient it makes sure that each is mailed once.
  matter text,
  recipient_hash text not null check (recipient_hash ~ '^[0-9a-f]{64}$'),
  to_address text,
  subject text,
  body_text text,
  body_html text,
  status text not null default 'queued' check (status in ('queued', 'sent', 'refused')),
  leased_until timestamptz,
  -- When a sweep looks whether the job that should send it has been lost.
  look_again_at timestamptz not null default clock.now() + interval '5 minutes',
  created_at timestamptz not null default clock.now(),
  done_at timestamptz,
  expires_at timestamptz not null,
  check ((status = 'queued') = (to_address is not null and subject is not null and body_text is not null and body_html is not null)),
  check (status = 'queued' or coalesce(to_address, subject, body_text, body_html) is null),
  check ((status = 'queued') = (done_at is null))
);
create unique index outbox_once on mail.outbox (template, matter, recipient_hash) where matter is not null;
create index outbox_account on mail.outbox (account_id) where account_id is not null;
create index outbox_waiting on mail.outbox (look_again_at) where status = 'queued';
create index outbox_expiry on mail.outbox (expires_at);

-- What the built-in mail server received. Development only.
create table mail.sink_message (
  id uuid primary key,
  account_id uuid,
  to_address text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  received_at timestamptz not null default clock.now(),
  expires_at timestamptz not null
);
create index sink_message_account on mail.sink_message (account_id) where account_id is not null;
create index sink_message_received on mail.sink_message (received_at desc);
