import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type StoredScore } from '../scored-answer.js';
import { type Judge, type Run, type RunWhy } from './run.js';

const COLUMNS = `id, interview_id as "interviewId", why, state, evaluator, evaluator_version as "evaluatorVersion", rubric, overall, begun_at as "begunAt", ended_at as "endedAt",
  based_on as "basedOn", reason, tries`;

/** Statements about runs and the scores they consist of. */
@Injectable()
export class RunRepository {
  async find(tx: Tx, id: string): Promise<Run | null> {
    const [run] = await tx.query<Run[]>(`select ${COLUMNS} from interviews.run where id = $1`, [id]);
    return run ?? null;
  }

  /** What was made of an interview on its own way to a score, the oldest first; re-scorings stand beside that. */
  ofInterview(tx: Tx, interviewId: string): Promise<Run[]> {
    return tx.query<Run[]>(`select ${COLUMNS} from interviews.run where interview_id = $1 and why <> 'rescore' order by begun_at, id`, [interviewId]);
  }

  /** Begins a run: once more after `basedOn`, or as a second evaluation of it. */
  async begin(tx: Tx, interviewId: string, why: RunWhy, { evaluator, evaluatorVersion, rubric }: Judge, basedOn: string | null): Promise<Run> {
    const [run] = await tx.query<Run[]>(
      `insert into interviews.run (id, interview_id, why, state, evaluator, evaluator_version, rubric, based_on) values ($1, $2, $3, 'under_way', $4, $5, $6, $7) returning ${COLUMNS}`,
      [newId(), interviewId, why, evaluator, evaluatorVersion, rubric, basedOn],
    );
    if (!run) throw new Error('The run was not stored');
    return run;
  }

  /** Makes a finished run of a person. */
  async decide(tx: Tx, interviewId: string, judge: Judge, by: { basedOn: string; decidedBy: string; reason: string; overall: string }): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into interviews.run (id, interview_id, why, state, evaluator, evaluator_version, rubric, overall, ended_at, based_on, decided_by, reason)
       values ($1, $2, 'person', 'scored', $3, $4, $5, $6, clock.now(), $7, $8, $9)`,
      [id, interviewId, judge.evaluator, judge.evaluatorVersion, judge.rubric, by.overall, by.basedOn, by.decidedBy, by.reason],
    );
    return id;
  }

  /** Its evaluator could not be reached: another may be asked meanwhile. */
  async leave(tx: Tx, id: string): Promise<void> {
    await tx.query(`update interviews.run set state = 'away', tries = tries + 1 where id = $1`, [id]);
  }

  /** Goes on where it was left. */
  async resume(tx: Tx, run: Run): Promise<Run> {
    await tx.query(`update interviews.run set state = 'under_way' where id = $1`, [run.id]);
    return { ...run, state: 'under_way' };
  }

  /** Without an overall score it is `not_scored`. */
  async end(tx: Tx, id: string, overall: string | null): Promise<void> {
    await tx.query(
      'update interviews.run set state = $3, overall = $2, ended_at = clock.now(), lease_token = null, lease_until = null where id = $1',
      [id, overall, overall === null ? 'not_scored' : 'scored'],
    );
  }

  /** What was begun for an interview and not ended is no judgement; `but` is kept. */
  async dropUnfinished(tx: Tx, interviewId: string, but: readonly string[] = []): Promise<void> {
    await tx.query(`delete from interviews.run where interview_id = $1 and why <> 'rescore' and state in ('under_way', 'away') and id <> all($2::uuid[])`, [interviewId, but]);
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from interviews.run where id = $1', [id]);
  }

  /** Positions this run has scores of. */
  async judged(tx: Tx, id: string): Promise<ReadonlySet<number>> {
    const rows = await tx.query<{ position: number }[]>('select position from interviews.answer_score where run_id = $1', [id]);
    return new Set(rows.map(({ position }) => position));
  }

  /** Keeps the first score of an answer; a second one changes nothing. */
  async keepScore(tx: Tx, { id, interviewId }: Pick<Run, 'id' | 'interviewId'>, position: number, score: StoredScore): Promise<void> {
    await tx.query(
      `insert into interviews.answer_score (run_id, interview_id, position, state, message, criteria, points, advice, outline, our_fault)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (run_id, position) do nothing`,
      [id, interviewId, position, score.state, score.message, score.criteria ? JSON.stringify(score.criteria) : null, JSON.stringify(score.points), JSON.stringify(score.advice), JSON.stringify(score.outline), score.ourFault ?? false],
    );
  }

  /** The same scores once more, as another run's. */
  async copyScores(tx: Tx, from: string, to: string, which = 'true'): Promise<void> {
    await tx.query(
      `insert into interviews.answer_score (run_id, interview_id, position, state, message, criteria, points, advice, outline, scored_at)
       select $2, interview_id, position, state, message, criteria, points, advice, outline, scored_at from interviews.answer_score where run_id = $1 and ${which}
       on conflict (run_id, position) do nothing`,
      [from, to],
    );
  }
}
