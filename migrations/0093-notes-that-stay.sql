-- What fits no order waits for a person again when its refund fails. What was noted when it was resolved stays beside it: whoever looks next must know what was done before.
alter table payments.quarantine drop constraint quarantine_check;
alter table payments.quarantine add check (resolved_at is null or note is not null);
