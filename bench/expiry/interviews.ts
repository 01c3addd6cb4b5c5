import { type Kind } from './kinds.js';

/** Questions of one interview, each with its answer and its score: twenty rows with the interview and its evaluation. */
const QUESTIONS = 6;

const each = `from due cross join generate_series(1, ${QUESTIONS}) as position`;

/** Interviews with all that hangs from them. */
export const interviewRows: Pick<Kind, 'tables' | 'by' | 'fill'> = {
  tables: ['interviews.answer_score', 'interviews.answer', 'interviews.question', 'interviews.run', 'interviews.interview'],
  by: 'interview_id',
  fill: [
    `insert into interviews.interview (id, candidate_id, role_id, role_title, level_id, mode, state, started_at, submitted_at, scored_at, expires_at, evaluator, evaluator_version, rubric, overall, run_id)
       select id, candidate, 'software-engineer', 'Software engineer', 'mid', 'live', 'scored', now(), now(), now(), ends, 'built-in', '1', 'vv-1', '7/1', run from due`,
    `insert into interviews.run (id, interview_id, why, state, evaluator, evaluator_version, rubric, overall, ended_at) select run, id, 'first', 'scored', 'built-in', '1', 'vv-1', '7/1', now() from due`,
    `insert into interviews.question (interview_id, position, question_id, question_version, text, kind, competencies, think_seconds, answer_seconds)
       select id, position, 'question-' || position, 1, repeat('What did you do then? ', 5), 'behavioural', '{communication,ownership}', 30, 180 ${each}`,
    `insert into interviews.answer (interview_id, position, text, revision) select id, position, repeat('I rang the depot and sent a new one on the same day. ', 12), 3 ${each}`,
    `insert into interviews.answer_score (interview_id, position, run_id, state, criteria, points, advice, outline)
       select id, position, run, 'scored', '{"relevance": {"score": 70, "reason": "It answers what was asked.", "quotes": []}}', '[]', '[]', '[]' ${each}`,
  ],
};
