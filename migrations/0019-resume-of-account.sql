-- A resume goes with its account, also when it was being read while the account was deleted.
delete from candidates.resume r where not exists (select from accounts.account a where a.id = r.account_id);
alter table candidates.resume add foreign key (account_id) references accounts.account (id) on delete cascade;
