-- Who has a copy of an invited interview stays known after the invitation is gone, so that whoever it is about can ask them to delete it.
-- A row names the interview by the id its invitation had, which leads nowhere once that is deleted; nothing of the interview stands here.
alter table recruiters.copy
  drop constraint copy_invitation_id_fkey,
  drop constraint copy_how_check,
  add column organisation_id uuid references recruiters.organisation (id) on delete cascade,
  add column candidate_id uuid references accounts.account (id) on delete cascade,
  add column job_title text,
  -- Somebody at a client who opened a link. Name and address go with an account of that address; then whoever made the link is asked.
  add column client_name text,
  add column recipient_name text,
  add column recipient_email text check (recipient_email = lower(recipient_email)),
  add column expires_at timestamptz;

update recruiters.copy c set organisation_id = i.organisation_id, candidate_id = i.candidate_id, job_title = v.job_title, expires_at = c.made_at + interval '3 years'
  from recruiters.invitation i join recruiters.template_version v on v.id = i.template_version_id where i.id = c.invitation_id;

insert into recruiters.copy (id, invitation_id, organisation_id, candidate_id, job_title, maker_id, how, client_name, recipient_name, recipient_email, made_at, expires_at)
  select gen_random_uuid(), i.id, i.organisation_id, i.candidate_id, v.job_title, l.maker_id, 'link', l.client_name, l.recipient_name, l.recipient_email, max(o.opened_at), max(o.opened_at) + interval '3 years'
  from recruiters.client_link_opening o join recruiters.client_link l on l.id = o.link_id
    join recruiters.invitation i on i.id = o.invitation_id join recruiters.template_version v on v.id = i.template_version_id
  group by l.id, i.id, v.id;

-- Nobody can ask for somebody who is gone, and nobody is asked twice.
delete from recruiters.copy c where candidate_id is null or exists (select from recruiters.deletion d where d.invitation_id = c.invitation_id);

alter table recruiters.copy
  alter column organisation_id set not null,
  alter column candidate_id set not null,
  alter column job_title set not null,
  alter column expires_at set not null,
  add constraint copy_how_check check (how in ('csv', 'pdf', 'link')),
  add check ((how = 'link') = (client_name is not null)),
  add check ((recipient_name is null) = (recipient_email is null)),
  add check (how = 'link' or recipient_email is null);
create index copy_candidate on recruiters.copy (candidate_id);
create index copy_organisation on recruiters.copy (organisation_id);
create index copy_recipient on recruiters.copy (recipient_email) where recipient_email is not null;
create index copy_expiry on recruiters.copy (expires_at);
select retention.watch('recruiters.copy'::regclass, 'expires_at');

-- A request still says which interview it was about, so that it is not asked a second time.
alter table recruiters.deletion drop constraint deletion_invitation_id_fkey;
