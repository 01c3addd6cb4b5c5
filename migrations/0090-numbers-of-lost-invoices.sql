-- Numbers that were given and whose invoices are not here: a restored backup learns of them from the journal, and goes on behind them.
alter table payments.invoice_series add column lost int4multirange not null default '{}';
