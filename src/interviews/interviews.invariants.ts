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

keepsInvariant({
  name: 'interviews.nothing_hangs_loose',
  says: 'Attempts, takes, notes of the room and likenesses belong to interviews that are there',
  async broken({ tx }) {
    const rows = await tx.query<{ what: string }[]>(
      `select hanging.what || ' of ' || hanging.id as what from (
         select 'attempt' as what, interview_id as id from interviews.attempt union select 'take', interview_id from interviews.take union select 'note', interview_id from interviews.room_note
         union select 'likeness', interview_id from interviews.likeness union select 'likeness', other_id from interviews.likeness) hanging
        where not exists (select from interviews.interview i where i.id = hanging.id) limit 10`);
    return rows.map(({ what }) => what);
  },
});
