-- The file of a resume is kept only under a live consent: the row falls with it, in the commit that ends it, and its bytes are deleted right after.
create table candidates.kept_resume (
  account_id uuid primary key references candidates.resume (account_id) on delete cascade,
  purpose text not null default 'resume_keeping' check (purpose = 'resume_keeping'),
  scope text not null default '' check (scope = ''),
  fields text[] not null,
  grant_expires_at timestamptz not null,
  file uuid not null unique references storage.object (id) on delete cascade,
  until timestamptz not null,
  foreign key (account_id, purpose, scope, fields, grant_expires_at)
    references consent.live_grant (subject_id, purpose, scope, fields, expires_at) on update cascade on delete cascade
);
-- Files kept by the choice there was before have no record of a consent behind them: they end now.
update storage.object set expires_at = clock.now() where expires_at > clock.now() and id in (select kept_file from candidates.resume);
alter table candidates.resume drop column kept_file, drop column kept_until;
