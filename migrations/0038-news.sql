-- News from the operator by mail, for those who allow `marketing_email`.
create table notifications.news (
  id uuid primary key,
  title text not null check (char_length(title) between 1 and 120 and title !~ '[[:cntrl:]]'),
  body text not null check (char_length(body) between 1 and 10000),
  -- Numbers only: to whom it went is written down nowhere.
  recipients int not null check (recipients > 0),
  sent int not null default 0 check (sent >= 0),
  left_out int not null default 0 check (left_out >= 0),
  sent_at timestamptz not null default clock.now(),
  -- When it last went on: unfinished and long ago means that it is stuck.
  moved_at timestamptz not null default clock.now(),
  finished_at timestamptz,
  expires_at timestamptz not null check (expires_at > sent_at),
  check (sent + left_out <= recipients),
  check (finished_at is null or sent + left_out = recipients)
);
create index news_order on notifications.news (sent_at desc, id desc);
create index news_unfinished on notifications.news (moved_at) where finished_at is null;
create index news_expiry on notifications.news (expires_at);

-- Whose turn is still to come. The row goes in the commit that hands the mail over or leaves the person out, so that nobody
-- gets the same news twice whatever becomes of the process that sends it.
create table notifications.news_recipient (
  news_id uuid not null references notifications.news (id) on delete cascade,
  account_id uuid not null references accounts.account (id) on delete cascade,
  chosen_at timestamptz not null default clock.now(),
  primary key (news_id, account_id)
);
create index news_recipient_account on notifications.news_recipient (account_id);

-- The link below such a mail takes the consent back, and the ledger says that it was the link.
alter table notifications.unsubscribe_link drop constraint unsubscribe_link_category_check;
alter table notifications.unsubscribe_link add constraint unsubscribe_link_category_check
  check (category in ('contact_requests', 'profile_views', 'alerts', 'consent', 'news'));
alter table consent.record drop constraint record_how_check;
alter table consent.record add constraint record_how_check check (how in ('switch', 'button', 'api', 'gpc', 'link', 'system'));
