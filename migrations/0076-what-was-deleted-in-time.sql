-- What was deleted because its time was over: a day, a table and a number, never an id. Written in the transaction that
-- deletes, whoever deletes; what people delete before its time is their own matter and is not counted.
create schema retention;
create table retention.deletion (
  day date not null default (clock.now() at time zone 'UTC')::date,
  table_name text not null,
  count bigint not null check (count > 0)
);
create index deletion_day on retention.deletion (day, table_name);
revoke insert, update, delete, truncate on retention.deletion from viva_application;

-- A line for each statement that deletes, so that no two of them ever wait for each other; without a column that says when
-- a row ends, all of them count. Each column has a statement of its own, whose plan is kept.
create function retention.note_deletions() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended bigint;
begin
  case tg_argv[0]
    when 'expires_at' then select count(*) into ended from gone where expires_at <= clock.now();
    when 'ends_at' then select count(*) into ended from gone where ends_at <= clock.now();
    when 'purge_at' then select count(*) into ended from gone where purge_at <= clock.now();
    when '' then select count(*) into ended from gone;
  end case;
  if ended > 0 then
    insert into retention.deletion (table_name, count) values (tg_table_schema || '.' || tg_table_name, ended);
  end if;
  return null;
end
$$;

create function retention.note_deletion() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into retention.deletion (table_name, count) values (tg_table_schema || '.' || tg_table_name, 1);
  return null;
end
$$;

-- Has deletions from a table counted, by the column that says when a row ends; '' counts all.
create function retention.watch(watched regclass, ended text) returns void language plpgsql as $$
begin
  execute format('create trigger deletions_noted after delete on %s referencing old table as gone for each statement execute function retention.note_deletions(%L)', watched, ended);
end
$$;

-- The same for tables whose rows fall one by one with what they hang from: without a row there is nothing to do.
create function retention.watch_rows(watched regclass, ended text) returns void language plpgsql as $$
begin
  execute format('create trigger deletions_noted after delete on %s for each row when (old.%I <= clock.now()) execute function retention.note_deletion()', watched, ended);
end
$$;
revoke execute on function retention.watch(regclass, text), retention.watch_rows(regclass, text), retention.note_deletions(), retention.note_deletion() from viva_application;

select retention.watch(watched::regclass, 'expires_at') from unnest(array[
  'accounts.link', 'accounts.email_change', 'ai.run', 'candidates.assessment', 'certificates.measure', 'consent.disclosure',
  'interviews.interview', 'interviews.recording', 'mail.outbox', 'mail.sink_message', 'notifications.note', 'notifications.news',
  'payments.lot', 'payments.invoice', 'payments.money_back', 'payments.reconciliation', 'payments.purchase', 'payments.subscription',
  'payments.refund', 'payments.payment', 'payments.quarantine', 'payments.gateway_event', 'privacy.export', 'privacy.request', 'privacy.incident', 'privacy.legal_disclosure', 'privacy.minor_report', 'privacy.usage_count',
  'recruiters.client_link', 'recruiters.colleague_invitation', 'recruiters.contact_request', 'recruiters.invitation',
  'recruiters.invitation_batch', 'recruiters.deletion', 'recruiters.profile_view', 'recruiters.view_digest', 'survey.answer', 'survey.tally'
]) watched;
select retention.watch('accounts.session', 'ends_at'), retention.watch('accounts.closed_account', 'purge_at'), retention.watch('storage.object', '');
select retention.watch_rows('consent.live_grant', 'expires_at'), retention.watch_rows('recruiters.report_access', 'ends_at'), retention.watch_rows('candidates.kept_resume', 'until');

-- Days that are over become one line for each table, and lines whose own period is over go.
create function retention.tidy(period interval) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  with today as (select (clock.now() at time zone 'UTC')::date as day),
  gone as (
    delete from retention.deletion d using today t
     where d.day <= t.day - period
        or (d.day < t.day - 1 and exists (select from retention.deletion other where other.day = d.day and other.table_name = d.table_name and other.ctid <> d.ctid))
    returning d.day, d.table_name, d.count, d.day <= t.day - period as is_over
  )
  insert into retention.deletion (day, table_name, count)
    select day, table_name, sum(count) from gone where not is_over group by day, table_name
$$;

-- What is due is counted by its end.
create index object_end on storage.object (expires_at);
create index kept_resume_end on candidates.kept_resume (until);
create index listing_end on recruiters.talent_listing (grant_expires_at);
create index contact_end on recruiters.talent_contact (grant_expires_at);
create index sink_message_end on mail.sink_message (expires_at);
