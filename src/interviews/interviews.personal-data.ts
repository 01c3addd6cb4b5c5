import { bringInInterviews } from './brought/bring-in-interviews.js';
import { type Json } from '../kernel/index.js';
import { holdsPersonalData } from '../platform/personal-data/index.js';

/** Questions, answers, scores and what was spoken hang from their interview and go with it. The bytes of recordings are held by the storage, which erases them, too. */
export const interviewsHolder = holdsPersonalData({
  module: 'interviews',
  tables: [
    { table: 'interviews.interview', subjectColumn: 'candidate_id', retention: 'interviewResults', since: 'started_at', until: 'expires_at' },
    { table: 'interviews.question', subjectColumn: null, retention: 'interviewResults' },
    { table: 'interviews.answer', subjectColumn: null, retention: 'interviewResults' },
    { table: 'interviews.attempt', subjectColumn: null, retention: 'interviewResults' },
    { table: 'interviews.take', subjectColumn: null, retention: 'interviewResults' },
    { table: 'interviews.delivery', subjectColumn: null, retention: 'interviewResults' },
    { table: 'interviews.recording', subjectColumn: 'subject_id', retention: 'its own end', since: 'begun_at', until: 'expires_at' },
    { table: 'interviews.recording_chunk', subjectColumn: null, retention: 'its own end' },
    { table: 'interviews.spoken_text', subjectColumn: null, retention: 'questionVoices' },
    { table: 'interviews.run', subjectColumn: null, retention: 'interviewResults' },
    { table: 'interviews.answer_score', subjectColumn: null, retention: 'interviewResults' },
    { table: 'interviews.review', subjectColumn: null, retention: 'interviewResults' },
    { table: 'interviews.room_note', subjectColumn: null, retention: 'interviewResults' },
    { table: 'interviews.likeness', subjectColumn: null, retention: 'interviewResults' },
    { table: 'interviews.rescoring', subjectColumn: null, retention: 'interviewResults' },
  ],
  async export(tx, accountId) {
    const interviews = await tx.query<Record<string, Json>[]>(
      `select i.id, i.role_id as "roleId", i.role_title as role, i.level_id as level, i.mode, i.answer_kind as "answeredBy", i.job_description as "jobDescription", i.goals, i.competency_id as "drillOn", i.state, i.overall, i.ai_processing as "withAi", i.evaluator, i.evaluator_version as "evaluatorVersion", i.rubric,
         i.origin, i.brought_from as "broughtFrom", i.invited_by as "invitedBy", i.judged_by as "judgedBy", i.answer_kinds as "mayBeAnsweredBy", i.retakes, i.recording_offered as "recordingOffered", i.deadline_at::text as "deadlineAt", i.report_opens_at::text as "reportOpensAt",
         i.started_at::text as "startedAt", i.submitted_at::text as "submittedAt", i.scored_at::text as "scoredAt", i.expires_at::text as "expiresAt", i.kept,
         (select jsonb_agg(jsonb_build_object('position', q.position, 'follows', q.follows, 'question', q.text, 'questionId', case when q.own is null then q.question_id end, 'questionVersion', q.question_version, 'kind', q.kind, 'thinkSeconds', q.think_seconds, 'answerSeconds', q.answer_seconds, 'takesUp', q.takes_up, 'wordedBy', q.worded_by, 'competencies', q.competencies, 'answer', a.text, 'answeredBy', a.kind, 'writtenDownBy', a.transcriber, 'savedAt', a.saved_at,
            'state', s.state, 'message', s.message, 'criteria', s.criteria, 'points', s.points, 'advice', s.advice, 'outline', s.outline, 'scoredAt', s.scored_at,
            'laterAttempts', (select jsonb_agg(to_jsonb(t) - 'interview_id' - 'position' order by t.number) from interviews.attempt t where t.interview_id = q.interview_id and t.position = q.position),
            'takes', (select jsonb_agg(jsonb_build_object('number', t.number, 'kind', t.kind, 'begunAt', t.begun_at, 'thrownAway', t.thrown_away, 'durationMs', coalesce(d.duration_ms, r.duration_ms), 'speech', d.speech, 'timings', d.timings, 'fillers', d.fillers,
                'recording', r.state, 'file', 'interviews-' || r.object, 'keptUntil', r.expires_at) order by t.number)
              from interviews.take t left join interviews.delivery d on d.take_id = t.id left join interviews.recording r on r.take_id = t.id and r.expires_at > clock.now()
              where t.interview_id = q.interview_id and t.position = q.position),
            'noticed', (select jsonb_build_object('timesLeft', sum(n.times_left), 'pastes', sum(n.pastes), 'pastedCharacters', sum(n.pasted_characters)) from interviews.room_note n where n.interview_id = q.interview_id and n.position = q.position having count(*) > 0),
            'handedInBefore', (select jsonb_agg(jsonb_build_object('what', l.what, 'share', l.share)) from interviews.likeness l where l.interview_id = q.interview_id and l.position = q.position))
            order by coalesce(q.follows, q.position), q.position)
          from interviews.question q
          left join interviews.answer a using (interview_id, position)
          left join interviews.answer_score s on s.run_id = i.run_id and s.position = q.position
          where q.interview_id = i.id) as answers,
         (select jsonb_agg(jsonb_build_object('why', r.why, 'state', r.state, 'evaluator', r.evaluator, 'evaluatorVersion', r.evaluator_version, 'rubric', r.rubric, 'overall', r.overall,
            'counts', r.id = i.run_id, 'reason', r.reason, 'begunAt', r.begun_at, 'endedAt', r.ended_at,
            'scores', (select jsonb_agg(jsonb_build_object('position', s.position, 'state', s.state, 'message', s.message, 'criteria', s.criteria, 'points', s.points, 'advice', s.advice, 'outline', s.outline, 'scoredAt', s.scored_at) order by s.position) from interviews.answer_score s where s.run_id = r.id)) order by r.begun_at, r.id)
          from interviews.run r where r.interview_id = i.id and r.ended_at is not null) as evaluations
       from interviews.interview i where i.candidate_id = $1 and (i.expires_at is null or i.expires_at > clock.now()) order by i.started_at`,
      [accountId],
    );
    return { interviews };
  },
  bringIn: bringInInterviews,
  async erase(tx, accountId) {
    await tx.query('delete from interviews.interview where candidate_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from interviews.interview where candidate_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'interviews.interview', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
