-- When whoever closed an account was told once more that its data is about to go.
alter table accounts.closed_account add column reminded_at timestamptz;
