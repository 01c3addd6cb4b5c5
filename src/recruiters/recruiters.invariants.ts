import { keepsInvariant } from '../platform/invariants/index.js';

keepsInvariant({
  name: 'recruiters.only_who_allows_it',
  says: 'Whoever can be found, reached or read allows it at this moment',
  async broken({ tx }) {
    const rows = await tx.query<{ what: string }[]>(
      `select shown.what from (
         select 'listing ' || talent_id as what, candidate_id, purpose, scope, fields, grant_expires_at from recruiters.talent_listing
         union all select 'contact ' || purpose || ' ' || scope, candidate_id, purpose, scope, fields, grant_expires_at from recruiters.talent_contact
         union all select 'report of invitation ' || invitation_id, candidate_id, purpose, scope, fields, grant_expires_at from recruiters.report_access
         union all select 'page of certificate ' || certificate_id, candidate_id, purpose, scope, fields, grant_expires_at from certificates.publication
         union all select 'clip of certificate ' || certificate_id, candidate_id, purpose, scope, fields, grant_expires_at from certificates.clip) shown
       where shown.grant_expires_at > clock.now() and not exists (select from consent.live_grant g
         where g.subject_id = shown.candidate_id and g.purpose = shown.purpose and g.scope = shown.scope and g.fields = shown.fields and g.expires_at = shown.grant_expires_at) limit 10`);
    return rows.map(({ what }) => what);
  },
});

keepsInvariant({
  name: 'recruiters.results_where_they_were_invited',
  says: 'Results of an invited interview are read by the organisation that invited, and stand nowhere else',
  async broken({ tx }) {
    const rows = await tx.query<{ what: string }[]>(
      `select 'report of invitation ' || a.invitation_id as what from recruiters.report_access a join recruiters.invitation i on i.id = a.invitation_id
         where a.organisation_id <> i.organisation_id or a.candidate_id is distinct from i.candidate_id or a.interview_id is distinct from i.interview_id
       union all select 'listing ' || l.talent_id from recruiters.talent_listing l join interviews.interview i on i.id = l.interview_id where i.origin <> 'practice'
       union all select 'answers of listing ' || l.talent_id from recruiters.talent_listing l join interviews.interview i on i.id = l.answers_interview_id where i.origin <> 'practice' or i.candidate_id <> l.candidate_id
       union all select 'certificate ' || c.id from certificates.certificate c join interviews.interview i on i.id = c.interview_id where i.origin <> 'practice' limit 10`);
    return rows.map(({ what }) => what);
  },
});

keepsInvariant({
  name: 'recruiters.credits_come_back',
  says: 'An invitation that ended before anybody began it holds no credit, or waits to give it back',
  async broken({ tx }) {
    const rows = await tx.query<{ what: string }[]>(
      `select 'invitation ' || i.id as what from recruiters.invitation i join payments.use u on u.unit = 'invited_interview' and u.thing = i.id
       where i.begun_at is null and i.state in ('expired', 'revoked', 'declined', 'withdrawn') and not exists (select from recruiters.credit_to_return r where r.invitation_id = i.id)
       union all select 'credit of ' || invitation_id from recruiters.credit_to_return where since < clock.now() - interval '1 hour' limit 10`);
    return rows.map(({ what }) => what);
  },
});
