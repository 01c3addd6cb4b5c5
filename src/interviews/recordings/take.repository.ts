import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type DeliveryBody, type TakeKind } from './recordings.dto.js';

/** An answer that was begun to be spoken. */
export interface Take {
  readonly id: string;
  readonly interviewId: string;
  readonly position: number;
  readonly number: number;
  readonly kind: TakeKind;
  readonly thrownAway: boolean;
}

const TAKE = `t.id, t.interview_id as "interviewId", t.position, t.number, t.kind, t.thrown_away as "thrownAway"`;

/** A text that a program wrote down of a take here: by whom, its length, and a hash that no other take has. */
export interface HeardText {
  readonly by: string;
  readonly characters: number;
  readonly sha256: string;
}

/** Statements about takes, and about how they were spoken. */
@Injectable()
export class TakeRepository {
  /** The caller's own take; null for a foreign or absent one, and one of an interview that has expired. */
  async findMine(tx: Tx, candidateId: string, id: string): Promise<Take | null> {
    const [take] = await tx.query<Take[]>(
      `select ${TAKE} from interviews.take t join interviews.interview i on i.id = t.interview_id
        where t.id = $1 and i.candidate_id = $2 and (i.expires_at is null or i.expires_at > clock.now())`,
      [id, candidateId],
    );
    return take ?? null;
  }

  /** The newest take of a question. */
  async findLast(tx: Tx, interviewId: string, position: number): Promise<Take | null> {
    const [take] = await tx.query<Take[]>(`select ${TAKE} from interviews.take t where interview_id = $1 and position = $2 order by number desc limit 1`, [interviewId, position]);
    return take ?? null;
  }

  /** False when there is no such question, or a take of that id already, whoever's it is. */
  async insert(tx: Tx, { id, interviewId, position, number, kind }: Omit<Take, 'thrownAway'>): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `insert into interviews.take (id, interview_id, position, number, kind)
       select $1, interview_id, position, $4, $5 from interviews.question where interview_id = $2 and position = $3 on conflict (id) do nothing returning id`,
      [id, interviewId, position, number, kind],
    );
    return rows.length > 0;
  }

  /** Deletes what is kept of a take. That it was made is still counted. */
  async empty(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from interviews.recording where take_id = $1', [id]);
    await tx.query('delete from interviews.delivery where take_id = $1', [id]);
  }

  async throwAway(tx: Tx, id: string): Promise<void> {
    await tx.query('update interviews.take set thrown_away = true where id = $1', [id]);
  }

  /** The newest take of each question of an interview; its number is how often the question was spoken. */
  newest(tx: Tx, interviewId: string): Promise<Take[]> {
    return tx.query(`select distinct on (position) ${TAKE} from interviews.take t where interview_id = $1 order by position, number desc`, [interviewId]);
  }

  /** Questions whose last take stands without a word written down, in the order they were asked. */
  async withoutWords(tx: Tx, interviewId: string): Promise<{ position: number; follows: number | null }[]> {
    return tx.query(
      `select q.position, q.follows from interviews.question q
       join lateral (select thrown_away from interviews.take t where t.interview_id = q.interview_id and t.position = q.position order by number desc limit 1) last on not last.thrown_away
       left join interviews.answer a on a.interview_id = q.interview_id and a.position = q.position
       where q.interview_id = $1 and a.text ~ '\\S' is not true order by coalesce(q.follows, q.position), q.position`,
      [interviewId],
    );
  }

  /** A program has written this down; nothing happens when the take is gone by then. */
  async noteHeard(tx: Tx, id: string, heard: HeardText): Promise<void> {
    await tx.query(`update interviews.take set heard = coalesce(heard, '[]') || $2::jsonb where id = $1 and heard @> $2::jsonb is not true`, [id, JSON.stringify([heard])]);
  }

  async keepDelivery(tx: Tx, id: string, { durationMs, speech, timings, fillers }: DeliveryBody): Promise<void> {
    await tx.query(
      `insert into interviews.delivery (take_id, duration_ms, speech, timings, fillers) values ($1, $2, $3, $4, $5)
       on conflict (take_id) do update set duration_ms = excluded.duration_ms, speech = excluded.speech, timings = excluded.timings, fillers = excluded.fillers`,
      [id, durationMs, JSON.stringify(speech), JSON.stringify(timings), fillers],
    );
  }
}
