-- What is kept of a resume: which skills it names, how long it is, and when it was read. Neither the file nor its text.
create schema candidates;
create table candidates.resume (
  account_id uuid primary key,
  skills text[] not null check (array_ndims(skills) is null or array_ndims(skills) = 1),
  pages int not null check (pages > 0),
  words int not null check (words > 0),
  read_at timestamptz not null default clock.now()
);
