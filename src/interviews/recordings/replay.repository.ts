import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type AnswerKind, type Transcriber } from '../answer-kinds.js';
import { type Measured } from '../replay/given.js';
import { type TakeKind } from './recordings.dto.js';

/** An answer with the take it was last spoken in; `takeId` and what follows are null when it was typed. */
export interface AnswerRow {
  readonly position: number;
  readonly text: string;
  readonly kind: AnswerKind;
  readonly transcriber: Transcriber;
  readonly takeId: string | null;
  readonly takeKind: TakeKind | null;
  readonly number: number | null;
  /** Until when the take was to be kept; null when it was not. */
  readonly keptUntil: Date | null;
  readonly keptDays: number | null;
  /** Since when nothing of it is left, where that was before its end. */
  readonly deletedAt: Date | null;
  readonly measured: Measured | null;
}

/** Statements about how answers came to be. */
@Injectable()
export class ReplayRepository {
  /** The answers of an interview that have words. */
  answers(tx: Tx, interviewId: string): Promise<AnswerRow[]> {
    return tx.query(
      `select a.position, a.text, a.kind, a.transcriber, t.id as "takeId", t.kind as "takeKind", t.number, t.kept_until as "keptUntil",
         round(extract(epoch from t.kept_until - t.begun_at) / 86400)::int as "keptDays", t.deleted_at as "deletedAt",
         case when d.take_id is not null then jsonb_build_object('durationMs', d.duration_ms, 'speech', d.speech, 'timings', d.timings, 'fillers', d.fillers) end as measured
       from interviews.answer a
       left join lateral (select * from interviews.take last where last.interview_id = a.interview_id and last.position = a.position order by number desc limit 1) t on not t.thrown_away
       left join interviews.delivery d on d.take_id = t.id
       where a.interview_id = $1 and a.text ~ '\\S'`,
      [interviewId],
    );
  }
}
