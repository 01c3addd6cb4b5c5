-- What certificates are signed with: one row is an Ed25519 key for credentials, an RSA key for JWTs and papers, and its X.509 certificate.
-- The private halves are sealed with the product's SECRET. Rows stay: what was signed with an old key still verifies.
create table certificates.signing_key (
  -- The public Ed25519 key as a Multikey; `did:key:<id>` is the issuer.
  id text primary key check (id ~ '^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$'),
  rsa_public_key jsonb not null,
  -- DER.
  x509 bytea not null,
  sealed_private_keys text not null,
  made_at timestamptz not null default clock.now()
);
create index signing_key_newest on certificates.signing_key (made_at desc, id);

-- A list of states is signed with the key of the certificates on it: whoever checks one asks for the same issuer of both.
create table certificates.status_list (
  number integer primary key check (number > 0),
  key_id text not null references certificates.signing_key (id),
  begun_at timestamptz not null default clock.now()
);
create index status_list_of_key on certificates.status_list (key_id, number desc);

revoke update, delete, truncate on certificates.signing_key, certificates.status_list from viva_application;
