import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { type StoredAttempt, type StoredScore } from './scored-answer.js';

const COLUMNS = `number, to_json(made_at)#>>'{}' as "madeAt", text, state, message, criteria, points, advice`;

/** Statements about questions that were answered once more. */
@Injectable()
export class AttemptRepository {
  async findLast(tx: Tx, interviewId: string, position: number): Promise<StoredAttempt | null> {
    const [last] = await tx.query<StoredAttempt[]>(`select ${COLUMNS} from interviews.attempt where interview_id = $1 and position = $2 order by number desc limit 1`, [interviewId, position]);
    return last ?? null;
  }

  async keep(tx: Tx, interviewId: string, position: number, number: number, text: string, score: StoredScore, judge: string): Promise<StoredAttempt> {
    const { state, message, criteria, points, advice } = score;
    const [kept] = await tx.query<StoredAttempt[]>(
      `insert into interviews.attempt (interview_id, position, number, text, state, message, criteria, points, advice, judged_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       returning ${COLUMNS}`,
      [interviewId, position, number, text, state, message, criteria ? JSON.stringify(criteria) : null, JSON.stringify(points), JSON.stringify(advice), judge],
    );
    if (!kept) throw new Error('The attempt was not stored');
    return kept;
  }
}
