-- Each invitation holds one credit of its organisation: while its line waits, while it can be begun, and for good once somebody began it.
-- The line knows the id of the invitation that takes its place, since the credit is held by that id from the moment a list is sent.
alter table recruiters.invitation_line add column invitation_id uuid not null default gen_random_uuid();
alter table recruiters.invitation_line alter column invitation_id drop default;

-- When somebody began it for the first time; who begins anew does not change that.
alter table recruiters.invitation add column begun_at timestamptz;
update recruiters.invitation set begun_at = coalesce(started_at, completed_at) where started_at is not null or completed_at is not null;

-- Credits nobody began with, waiting to be given back. Whatever ends an invitation writes this row in the same commit, so that none is missed.
create table recruiters.credit_to_return (
  invitation_id uuid primary key,
  because text not null check (because in ('expired', 'revoked', 'declined', 'withdrawn', 'deleted', 'passed_over')),
  since timestamptz not null default clock.now()
);

create function recruiters.line_is_gone() returns trigger language plpgsql as $$
begin
  insert into recruiters.credit_to_return (invitation_id, because) values (old.invitation_id, 'passed_over') on conflict do nothing;
  return null;
end
$$;
create trigger line_is_gone after delete on recruiters.invitation_line for each row execute function recruiters.line_is_gone();

create function recruiters.invitation_holds_credit() returns trigger language plpgsql as $$
begin
  delete from recruiters.credit_to_return where invitation_id = new.id;
  return null;
end
$$;
create trigger new_invitation_holds_credit after insert on recruiters.invitation for each row execute function recruiters.invitation_holds_credit();
create trigger invitation_holds_credit_again after update of state on recruiters.invitation
  for each row when (old.state in ('expired', 'revoked', 'declined', 'withdrawn') and new.state not in ('expired', 'revoked', 'declined', 'withdrawn')) execute function recruiters.invitation_holds_credit();

create function recruiters.invitation_lets_credit_go() returns trigger language plpgsql as $$
begin
  insert into recruiters.credit_to_return (invitation_id, because) values (old.id, case when tg_op = 'DELETE' then 'deleted' else new.state end) on conflict do nothing;
  return null;
end
$$;
create trigger invitation_ended after update of state on recruiters.invitation
  for each row when (new.begun_at is null and new.state in ('expired', 'revoked', 'declined', 'withdrawn') and old.state not in ('expired', 'revoked', 'declined', 'withdrawn')) execute function recruiters.invitation_lets_credit_go();
create trigger invitation_deleted after delete on recruiters.invitation
  for each row when (old.begun_at is null and old.state not in ('expired', 'revoked', 'declined', 'withdrawn')) execute function recruiters.invitation_lets_credit_go();
