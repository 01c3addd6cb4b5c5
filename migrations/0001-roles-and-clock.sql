-- Roles. The owner runs migrations; the application logs in as a member of viva_application, which owns nothing.
-- viva_talent is put on for the talent search alone and sees only what is granted to it by name.
do $$
begin
  if not exists (select from pg_roles where rolname = 'viva_application') then
    create role viva_application nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'viva_talent') then
    create role viva_talent nologin;
  end if;
end
$$;
grant viva_talent to viva_application;
-- Roles belong to the cluster: two databases may be migrated at once by different processes.
alter default privileges grant select, insert, update, delete on tables to viva_application;
alter default privileges grant usage, select on sequences to viva_application;
alter default privileges revoke execute on functions from public;
alter default privileges grant execute on functions to viva_application;
alter default privileges grant usage on schemas to viva_application;

-- The one clock. A row in clock.shift moves it, for tests; the application can read it and nothing more.
create schema clock;
create table clock.shift (
  only_row boolean primary key default true check (only_row),
  by interval not null
);
revoke insert, update, delete on clock.shift from viva_application;
create function clock.now() returns timestamptz language sql stable parallel safe
  as $$ select now() + coalesce((select by from clock.shift), interval '0') $$;
