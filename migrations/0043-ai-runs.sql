-- What was asked of AI providers. Names of fields and counts only: neither what was sent nor what came back is here.
create schema ai;

create table ai.run (
  id uuid primary key,
  role text not null check (role in ('evaluator', 'question_writer', 'transcriber', 'voice', 'realtime')),
  provider text not null,
  model text not null,
  -- Whose it was, and for which interview; the account goes from it with the results, and then it is about nobody.
  account_id uuid,
  interview_id uuid,
  position smallint,
  rubric text,
  -- Of the instructions and the form of the reply, which are the same for everybody.
  prompt_hash text check (prompt_hash ~ '^[0-9a-f]{64}$'),
  fields text[] not null,
  units jsonb not null default '{}',
  cost_micro_usd bigint not null check (cost_micro_usd >= 0),
  -- Null while it is under way, and for ever when the process died meanwhile: then what it could have cost at most counts.
  outcome text,
  began_at timestamptz not null default clock.now(),
  ended_at timestamptz,
  expires_at timestamptz not null,
  check ((outcome is null) = (ended_at is null))
);
create index run_of_account on ai.run (account_id, began_at) where account_id is not null;
create index run_of_interview on ai.run (interview_id) where interview_id is not null;
create index run_expires_at on ai.run (expires_at);

-- What an account has spent on a day (UTC), by keyed hash: deleting an interview gives nothing of it back.
create table ai.spending (
  key_hash text primary key check (key_hash ~ '^[0-9a-f]{64}$'),
  micro_usd bigint not null check (micro_usd >= 0),
  day_ends_at timestamptz not null
);
create index spending_day_ends_at on ai.spending (day_ends_at);

-- Whatever takes the results of an interview away takes the account from its runs.
create function interviews.make_runs_nobodys() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update ai.run set account_id = null where interview_id = old.id and account_id is not null;
  return null;
end
$$;
create trigger runs_become_nobodys after delete on interviews.interview for each row execute function interviews.make_runs_nobodys();

-- AI is wanted for an interview or not; who may serve is said by the consents to each provider, and by the operator's order.
alter table interviews.interview drop column ai_provider;
