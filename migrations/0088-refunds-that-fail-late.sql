-- A refund that a gateway took on can fail days later, and what went back is less again. Two sums that only ever grow say so whatever view
-- comes last: what was ever given back, and what of it failed. `refunded_minor` stays what is left of the first without the second.
alter table payments.payment add column refund_failed_minor bigint not null default 0 check (refund_failed_minor >= 0);

-- Below zero on the day on which it was seen that money did not go back after all.
alter table payments.money_back drop constraint money_back_amount_minor_check;
alter table payments.money_back add constraint money_back_amount_minor_check check (amount_minor <> 0);
