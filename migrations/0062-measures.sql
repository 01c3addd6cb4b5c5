-- What whoever runs this place did about a certificate that was issued, and why: its owner reads the reason.
create table certificates.measure (
  id uuid primary key,
  certificate_id uuid not null references certificates.certificate (id) on delete cascade,
  kind text not null check (kind in ('suspended', 'restored', 'revoked')),
  reason text not null check (char_length(reason) between 1 and 2000),
  taken_by uuid references accounts.account (id) on delete set null,
  taken_at timestamptz not null default clock.now(),
  -- When the certificate would have ended.
  expires_at timestamptz not null
);
create index measure_of_certificate on certificates.measure (certificate_id, taken_at desc);
create index measure_by on certificates.measure (taken_by) where taken_by is not null;
create index measure_end on certificates.measure (expires_at);

-- Lines that lead to somebody until the day the certificate would have ended.
create index certificate_line_end on certificates.certificate (valid_until) where state in ('revoked', 'expired') and candidate_id is not null;

-- Its bytes end with the certificate, and whoever tidies up the bytes may come first: then it has expired, and nobody took anything back.
create or replace function certificates.clip_withdrawn() returns trigger language plpgsql as $$
begin
  update certificates.certificate set state = 'revoked', revoked_at = clock.now(), revoked_because = 'clip_withdrawn', replaced_at = clock.now()
    where id = old.certificate_id and state = 'issued' and valid_until > clock.now();
  return null;
end
$$;
