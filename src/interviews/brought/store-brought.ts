import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type BroughtInterview } from './brought-interview.js';

interface Place {
  readonly id: string;
  readonly candidateId: string;
  readonly from: string;
  readonly end: Date | null;
  readonly kept: boolean;
}

/** Writes an interview from elsewhere with all that hangs from it; false when it is here already. Its end is counted from its moments, so that none of them lies ahead. */
export async function storeBrought(tx: Tx, { id, candidateId, from, end, kept }: Place, interview: BroughtInterview): Promise<boolean> {
  const made = await tx.query<object[]>(
    `insert into interviews.interview (id, candidate_id, origin, brought_from, expires_at, kept, brought_id, role_id, role_title, level_id, mode, answer_kind, job_description, goals, competency_id, state, overall,
       ai_processing, evaluator, evaluator_version, rubric, invited_by, judged_by, answer_kinds, retakes, recording_offered, report_opens_at, started_at, submitted_at, scored_at)
     select $1, $2, 'brought', $3, $4, $5, b.id, b."roleId", b.role, b.level, b.mode, b."answeredBy", b."jobDescription", b.goals, b."drillOn", b.state, b.overall,
       b."withAi", b.evaluator, b."evaluatorVersion", b.rubric, b."invitedBy", b."judgedBy", array(select jsonb_array_elements_text(b."mayBeAnsweredBy")), b.retakes, b."recordingOffered", b."reportOpensAt",
       least(b."startedAt", clock.now()), case when b."submittedAt" is not null then least(b."submittedAt", clock.now()) end, case when b."scoredAt" is not null then least(b."scoredAt", clock.now()) end
     from jsonb_to_record($6::jsonb) as b (id uuid, "roleId" text, role text, level text, mode text, "answeredBy" text, "jobDescription" text, goals text, "drillOn" text, state text, overall text,
       "withAi" boolean, evaluator text, "evaluatorVersion" text, rubric text, "invitedBy" text, "judgedBy" text, "mayBeAnsweredBy" jsonb, retakes smallint, "recordingOffered" boolean, "reportOpensAt" timestamptz,
       "startedAt" timestamptz, "submittedAt" timestamptz, "scoredAt" timestamptz)
     on conflict (candidate_id, brought_id) do nothing returning id`,
    [id, candidateId, from, end, kept, JSON.stringify(interview)],
  );
  if (made.length === 0) return false;
  await storeQuestions(tx, id, interview);
  await storeTakes(tx, id, interview);
  await storeRuns(tx, id, interview);
  return true;
}

/** The questions, each follow-up after the one it follows, with answers and later attempts. */
async function storeQuestions(tx: Tx, id: string, { answers }: BroughtInterview): Promise<void> {
  await tx.query(
    `insert into interviews.question (interview_id, position, follows, takes_up, worded_by, question_id, question_version, text, kind, competencies, think_seconds, answer_seconds, own)
     select $1, q.position, q.follows, q."takesUp", q."wordedBy", coalesce(q."questionId", 'own'), q."questionVersion", q.question, q.kind, array(select jsonb_array_elements_text(q.competencies)), q."thinkSeconds", q."answerSeconds",
       case when q."questionId" is null then jsonb_build_object('id', gen_random_uuid(), 'text', q.question, 'kind', q.kind, 'competencies', q.competencies, 'points', '[]'::jsonb, 'anchors', jsonb_build_object('1', '', '3', '', '5', ''),
         'thinkSeconds', q."thinkSeconds", 'answerSeconds', q."answerSeconds") end
     from jsonb_to_recordset($2::jsonb) as q (position smallint, follows smallint, "takesUp" text, "wordedBy" text, "questionId" text, "questionVersion" int, question text, kind text, competencies jsonb, "thinkSeconds" int, "answerSeconds" int)`,
    [id, JSON.stringify(answers)],
  );
  await tx.query(
    `insert into interviews.answer (interview_id, position, text, revision, saved_at, kind, transcriber)
     select $1, a.position, a.answer, 1, a."savedAt", a."answeredBy", a."writtenDownBy"
     from jsonb_to_recordset($2::jsonb) as a (position smallint, answer text, "savedAt" timestamptz, "answeredBy" text, "writtenDownBy" text)`,
    [id, JSON.stringify(answers.filter((answer) => answer.answer !== null && answer.savedAt !== null && answer.answeredBy !== null && answer.writtenDownBy !== null))],
  );
  await tx.query(
    `insert into interviews.attempt (interview_id, position, number, text, state, message, criteria, points, advice, judged_by, made_at)
     select $1, t.position, t.number, t.text, t.state, t.message, t.criteria, t.points, t.advice, t.judged_by, t.made_at
     from jsonb_to_recordset($2::jsonb) as t (position smallint, number smallint, text text, state text, message text, criteria jsonb, points jsonb, advice jsonb, judged_by text, made_at timestamptz)`,
    [id, JSON.stringify(answers.flatMap(({ position, laterAttempts }) => laterAttempts.map((attempt) => ({ ...attempt, position }))))],
  );
}

/** How often something was spoken and how it sounded. What was recorded stays behind: it hangs from a consent given here, for this interview. */
async function storeTakes(tx: Tx, id: string, { answers }: BroughtInterview): Promise<void> {
  const takes = answers.flatMap(({ position, takes: all }) => all.map((take) => ({ ...take, position, id: newId() })));
  await tx.query(
    `insert into interviews.take (id, interview_id, position, number, kind, thrown_away, begun_at)
     select t.id, $1, t.position, t.number, t.kind, t."thrownAway", t."begunAt"
     from jsonb_to_recordset($2::jsonb) as t (id uuid, position smallint, number smallint, kind text, "thrownAway" boolean, "begunAt" timestamptz)`,
    [id, JSON.stringify(takes)],
  );
  await tx.query(
    `insert into interviews.delivery (take_id, duration_ms, speech, timings, fillers)
     select d.id, d."durationMs", d.speech, d.timings, d.fillers from jsonb_to_recordset($1::jsonb) as d (id uuid, "durationMs" int, speech jsonb, timings jsonb, fillers int)`,
    [JSON.stringify(takes.filter(({ durationMs, speech, timings }) => durationMs !== null && durationMs > 0 && speech !== null && timings !== null))],
  );
}

/** Every judgement but re-scorings that counted for nothing; whose name stands on each is who made it there. */
async function storeRuns(tx: Tx, id: string, { evaluations }: BroughtInterview): Promise<void> {
  const runs = evaluations.filter(({ why, counts }) => why !== 'rescore' || counts).map((run) => ({ ...run, id: newId(), why: run.why === 'rescore' ? 'again' : run.why }));
  await tx.query(
    `insert into interviews.run (id, interview_id, why, state, evaluator, evaluator_version, rubric, overall, reason, begun_at, ended_at)
     select r.id, $1, r.why, r.state, r.evaluator, r."evaluatorVersion", r.rubric, r.overall, r.reason, r."begunAt", r."endedAt"
     from jsonb_to_recordset($2::jsonb) as r (id uuid, why text, state text, evaluator text, "evaluatorVersion" text, rubric text, overall text, reason text, "begunAt" timestamptz, "endedAt" timestamptz)`,
    [id, JSON.stringify(runs)],
  );
  await tx.query(
    `insert into interviews.answer_score (run_id, interview_id, position, state, message, criteria, points, advice, outline, scored_at)
     select s."runId", $1, s.position, s.state, s.message, s.criteria, s.points, s.advice, s.outline, s."scoredAt"
     from jsonb_to_recordset($2::jsonb) as s ("runId" uuid, position smallint, state text, message text, criteria jsonb, points jsonb, advice jsonb, outline jsonb, "scoredAt" timestamptz)`,
    [id, JSON.stringify(runs.flatMap((run) => run.scores.map((score) => ({ ...score, runId: run.id }))))],
  );
  // The model outlines in its report count as shown from the moment they were, as a trigger writes down.
  const counting = runs.find(({ counts }) => counts);
  if (counting) await tx.query('update interviews.interview set run_id = $2, scored_at = scored_at where id = $1', [id, counting.id]);
}
