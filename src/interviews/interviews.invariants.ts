import { keepsInvariant } from '../platform/invariants/index.js';

keepsInvariant({
  name: 'interviews.handed_in_once',
  says: 'A question of an interview has one answer at most, and an interview is handed in once',
  async broken({ tx }) {
    const rows = await tx.query<{ what: string }[]>(
      `select 'answer ' || interview_id || '/' || position as what from interviews.answer group by interview_id, position having count(*) > 1
       union all select 'interview ' || (payload ->> 'interviewId') from jobs.outbox where name = 'interviews.submitted' and kind = 'event' and subscriber is null group by payload ->> 'interviewId' having count(*) > 1
       limit 10`);
    return rows.map(({ what }) => what);
  },
});
