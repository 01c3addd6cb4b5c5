import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { type Question } from './bank/question.js';
import { type Judged, type ScoredAnswer, type StoredScore } from './scored-answer.js';

/** A question as it was asked, with what has been answered so far. */
export interface AskedQuestion {
  readonly position: number;
  readonly questionId: string;
  readonly text: string;
  readonly kind: string;
  readonly competencies: string[];
  readonly thinkSeconds: number;
  readonly answerSeconds: number;
  readonly answer: SavedAnswer | null;
}

export interface SavedAnswer {
  readonly text: string;
  readonly revision: number;
  readonly savedAt: Date;
}

/** A scored interview as a history needs it. */
export interface JudgedInterview {
  readonly id: string;
  readonly roleId: string;
  readonly levelId: string;
  readonly submittedAt: Date;
  readonly answers: readonly Judged[];
}

/** Statements about the questions of an interview, their answers and the scores of those. */
@Injectable()
export class AnswerRepository {
  async ask(tx: Tx, interviewId: string, questions: readonly Question[]): Promise<void> {
    await tx.query(
      `insert into interviews.question (interview_id, position, question_id, question_version, text, kind, competencies, think_seconds, answer_seconds)
       select $1, q.position, q.id, q.version, q.text, q.kind, array(select jsonb_array_elements_text(q.competencies)), q."thinkSeconds", q."answerSeconds"
       from jsonb_to_recordset($2::jsonb) as q (position smallint, id text, version int, text text, kind text, competencies jsonb, "thinkSeconds" int, "answerSeconds" int)`,
      [interviewId, JSON.stringify(questions.map((question, index) => ({ ...question, position: index + 1 })))],
    );
  }

  async asked(tx: Tx, interviewId: string): Promise<AskedQuestion[]> {
    return tx.query(
      `select q.position, q.question_id as "questionId", q.text, q.kind, q.competencies, q.think_seconds as "thinkSeconds", q.answer_seconds as "answerSeconds",
         case when a.position is not null then jsonb_build_object('text', a.text, 'revision', a.revision, 'savedAt', a.saved_at) end as answer
       from interviews.question q left join interviews.answer a using (interview_id, position)
       where q.interview_id = $1 order by q.position`,
      [interviewId],
    );
  }

  /** The answer at a position: undefined when there is no such question, null when it has no answer yet. */
  async find(tx: Tx, interviewId: string, position: number): Promise<SavedAnswer | null | undefined> {
    const questions = await this.asked(tx, interviewId);
    return questions.find((question) => question.position === position)?.answer;
  }

  async save(tx: Tx, interviewId: string, position: number, text: string): Promise<SavedAnswer> {
    const [saved] = await tx.query<SavedAnswer[]>(
      `insert into interviews.answer as a (interview_id, position, text, revision) values ($1, $2, $3, 1)
       on conflict (interview_id, position) do update set text = excluded.text, revision = a.revision + 1, saved_at = clock.now()
       returning text, revision, saved_at as "savedAt"`,
      [interviewId, position, text],
    );
    if (!saved) throw new Error('The answer was not stored');
    return saved;
  }

  /** Every answer with its score as far as there is one. */
  async withScores(tx: Tx, interviewId: string): Promise<ScoredAnswer[]> {
    return tx.query(
      `select q.position, q.text as question, q.kind, q.competencies, coalesce(a.text, '') as text,
         s.state, s.message, s.criteria, s.points, s.advice, s.outline
       from interviews.question q
       left join interviews.answer a using (interview_id, position)
       left join interviews.answer_score s using (interview_id, position)
       where q.interview_id = $1 order by q.position`,
      [interviewId],
    );
  }

  /** Positions that this evaluator has judged. Scores of another are dropped: an interview has one judge. */
  async judgedBy(tx: Tx, interviewId: string, evaluator: string): Promise<ReadonlySet<number>> {
    await tx.query('delete from interviews.answer_score where interview_id = $1 and judged_by <> $2', [interviewId, evaluator]);
    const rows = await tx.query<{ position: number }[]>('select position from interviews.answer_score where interview_id = $1', [interviewId]);
    return new Set(rows.map(({ position }) => position));
  }

  /** Keeps the first score of an answer; a second one changes nothing. */
  async keepScore(tx: Tx, interviewId: string, position: number, score: StoredScore, evaluator: string): Promise<void> {
    await tx.query(
      `insert into interviews.answer_score (interview_id, position, state, message, criteria, points, advice, outline, judged_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (interview_id, position) do nothing`,
      [interviewId, position, score.state, score.message, score.criteria ? JSON.stringify(score.criteria) : null, JSON.stringify(score.points), JSON.stringify(score.advice), JSON.stringify(score.outline), evaluator],
    );
  }

  /** The judgements of somebody's newest scored interviews, the oldest of those first. */
  async history(tx: Tx, candidateId: string, count: number): Promise<JudgedInterview[]> {
    return tx.query(
      `select i.id, i.role_id as "roleId", i.level_id as "levelId", i.submitted_at as "submittedAt",
         jsonb_agg(jsonb_build_object('competencies', q.competencies, 'state', s.state, 'criteria', s.criteria)) as answers
       from (select * from interviews.interview
             where candidate_id = $1 and state = 'scored' and (expires_at is null or expires_at > clock.now()) order by submitted_at desc limit $2) i
       join interviews.question q on q.interview_id = i.id join interviews.answer_score s using (interview_id, position)
       group by i.id, i.role_id, i.level_id, i.submitted_at order by i.submitted_at, i.id`,
      [candidateId, count],
    );
  }

  async countScores(tx: Tx, interviewId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from interviews.answer_score where interview_id = $1', [interviewId]);
    return row?.count ?? 0;
  }

  async forgetUnscored(tx: Tx, interviewId: string): Promise<void> {
    await tx.query(`delete from interviews.answer_score where interview_id = $1 and state = 'not_scored'`, [interviewId]);
  }
}
