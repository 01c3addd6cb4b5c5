-- Invoices: what tax law wants to be there for years, without a name, and beside it who they were written for, which can go.

-- Where each series of numbers has come to. A number is taken under the lock of its row, so that what is rolled back leaves no gap;
-- rows stay when their invoices go, so that no number is given twice.
create table payments.invoice_series (
  series text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (series, year)
);
revoke delete on payments.invoice_series from viva_application;

create table payments.invoice (
  id uuid primary key,
  series text not null,
  year integer not null,
  number integer not null check (number > 0),
  reference text not null unique generated always as (series || '-' || year::text || '-' || lpad(number::text, greatest(5, length(number::text)), '0')) stored,
  kind text not null check (kind in ('invoice', 'credit_note')),
  -- Of a credit note: which invoice, by its number and day too, since it may go earlier.
  corrects uuid references payments.invoice (id) on delete set null,
  corrects_reference text,
  corrects_day date,
  payment_id uuid references payments.payment (id) on delete set null,
  customer_id uuid not null references payments.customer (id),
  title text not null,
  quantity integer not null check (quantity > 0),
  -- Of a plan: the turn that was paid.
  period_start timestamptz,
  period_end timestamptz,
  currency char(3) not null,
  -- Of a credit note: what goes back, as positive amounts.
  net_minor bigint not null check (net_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  total_minor bigint not null check (total_minor > 0),
  -- Shape: TaxLine[] of src/payments/invoices/taxes.ts
  taxes jsonb not null,
  tax_code text,
  place_of_supply text,
  note text check (note in ('reverse_charge')),
  -- As the policy said it at that moment. Shape: Seller of src/payments/invoices/invoice.ts
  seller jsonb not null,
  -- Of the buyer, no more than the tax follows from.
  country char(2),
  has_tax_id boolean not null,
  -- Whether it was written for somebody by name: then an absent recipient is a deleted one.
  has_recipient boolean not null,
  gateway text not null,
  payment_reference text not null,
  is_test boolean not null,
  issued_at timestamptz not null default clock.now(),
  expires_at timestamptz not null,
  unique (series, year, number),
  check (net_minor + tax_minor = total_minor),
  check ((kind = 'credit_note') = (corrects_reference is not null)),
  check ((corrects_reference is null) = (corrects_day is null))
);
create unique index invoice_of_payment on payments.invoice (payment_id) where kind = 'invoice';
create index invoice_payment on payments.invoice (payment_id) where payment_id is not null;
create index invoice_of_customer on payments.invoice (customer_id, id desc);
create index invoice_corrects on payments.invoice (corrects) where corrects is not null;
create index invoice_issued on payments.invoice (issued_at, id);
create index invoice_end on payments.invoice (expires_at);
revoke update on payments.invoice from viva_application;

-- An invoice is never changed, and goes when its time is over and not before; that its payment went is not a change of it.
create function payments.invoice_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.expires_at <= clock.now() then return old; end if;
  elsif to_jsonb(new) - '{payment_id,corrects,reference}'::text[] = to_jsonb(old) - '{payment_id,corrects,reference}'::text[]
    and (new.payment_id is null or new.payment_id = old.payment_id) and (new.corrects is null or new.corrects = old.corrects) then
    return new;
  end if;
  raise exception 'an invoice does not change' using errcode = 'restrict_violation';
end
$$;
create trigger invoice_is_final before update or delete on payments.invoice for each row execute function payments.invoice_is_final();

-- Whom an invoice was written for, as they wanted to stand on it.
create table payments.invoice_recipient (
  invoice_id uuid primary key references payments.invoice (id) on delete cascade,
  name text not null,
  address text not null,
  tax_id text not null
);
revoke update on payments.invoice_recipient from viva_application;

-- What a customer wants on the next invoices.
create table payments.billing_details (
  customer_id uuid primary key references payments.customer (id) on delete cascade,
  name text not null check (char_length(name) <= 200),
  address text not null check (char_length(address) <= 500),
  country char(2),
  region text not null check (char_length(region) <= 100),
  tax_id text not null check (char_length(tax_id) <= 30),
  saved_at timestamptz not null default clock.now()
);

-- Whatever takes away who a customer was takes the name from their invoices in the same commit.
create function payments.forget_recipients() returns trigger language plpgsql as $$
begin
  delete from payments.billing_details where customer_id = new.id;
  delete from payments.invoice_recipient r using payments.invoice i where i.id = r.invoice_id and i.customer_id = new.id;
  return null;
end
$$;
create trigger forget_recipients after update on payments.customer for each row
  when (num_nonnulls(old.account_id, old.organisation_id) = 1 and num_nonnulls(new.account_id, new.organisation_id) = 0)
  execute function payments.forget_recipients();

-- Money that went back, when we saw it: through whichever desk, and with or without a credit note of ours.
create table payments.money_back (
  id uuid primary key,
  payment_id uuid not null references payments.payment (id) on delete cascade,
  amount_minor bigint not null check (amount_minor > 0),
  at timestamptz not null default clock.now(),
  expires_at timestamptz not null
);
create index money_back_of_payment on payments.money_back (payment_id);
create index money_back_at on payments.money_back (at);
create index money_back_end on payments.money_back (expires_at);

-- What asking a gateway about the payments of a day came to. `unanswered`: how many it said nothing about.
create table payments.reconciliation (
  day date not null,
  gateway text not null,
  currency char(3) not null,
  ours integer not null check (ours >= 0),
  ours_minor bigint not null,
  theirs_minor bigint not null,
  unanswered integer not null check (unanswered >= 0),
  checked_at timestamptz not null default clock.now(),
  expires_at timestamptz not null,
  primary key (day, gateway, currency)
);
create index reconciliation_end on payments.reconciliation (expires_at);

-- A payment that a gateway tells otherwise. `reference`: its id at the gateway.
create table payments.difference (
  day date not null,
  gateway text not null,
  currency char(3) not null,
  reference text not null,
  what text not null check (what in ('absent_here', 'absent_there', 'state', 'amount', 'refunded', 'dispute')),
  ours text,
  theirs text,
  primary key (day, gateway, currency, reference, what),
  foreign key (day, gateway, currency) references payments.reconciliation (day, gateway, currency) on delete cascade
);
