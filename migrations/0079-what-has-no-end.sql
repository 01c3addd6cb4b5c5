-- A policy may keep results until they are deleted. Who wants to keep one for longer than a policy with a period would is written
-- down, so that it can be told from what has no end because the policy of its time gave it none.
alter table interviews.interview add column kept boolean not null default false;
update interviews.interview set kept = true where expires_at is null;
alter table interviews.interview add check (not kept or (expires_at is null and submitted_at is not null));
do $$
declare
  named text;
begin
  -- The one that lets only what was handed in be without an end; it was given no name.
  select conname into strict named from pg_constraint
    where conrelid = 'interviews.interview'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%expires_at IS NOT NULL) OR (submitted_at IS NOT NULL%';
  execute format('alter table interviews.interview drop constraint %I', named);
end
$$;

alter table candidates.assessment alter column expires_at drop not null;

-- A sign-in link that was asked for with the account itself, by a sign-up without a password.
alter table accounts.link add column signs_up boolean not null default false;
