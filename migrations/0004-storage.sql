-- One row for each stored object. Bytes without a row, or a row without an end, cannot come to be.
create schema storage;

create table storage.object (
  id uuid primary key,
  -- The account the bytes are about; null for what is about nobody.
  subject uuid,
  owner_module text not null,
  content_type text not null,
  bytes bigint not null default 0 check (bytes >= 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Whether the bytes were encrypted by us, so that a key may be switched on while plain objects exist.
  sealed boolean not null,
  status text not null default 'pending' check (status in ('pending', 'stored', 'deleting')),
  expires_at timestamptz not null,
  created_at timestamptz not null default clock.now(),
  check (status <> 'stored' or sha256 is not null)
);
create index object_subject on storage.object (subject) where subject is not null;
create index object_due on storage.object (expires_at) where status <> 'deleting';
create index object_pending on storage.object (created_at) where status = 'pending';
create index object_deleting on storage.object (id) where status = 'deleting';
-- The folder an object lies in, for the weekly comparison folder by folder.
create index object_folder on storage.object (right(id::text, 2), id);
