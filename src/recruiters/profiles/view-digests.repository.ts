import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../../platform/db/index.js';

/** A week from Monday 00:00 UTC to the next, in which somebody's profile was looked at. */
export interface ViewedWeek {
  readonly candidateId: string;
  /** Its Monday, `2026-11-16`. */
  readonly week: string;
}

const THIS_WEEK = "date_trunc('week', clock.now() at time zone 'UTC')::date";

/** Statements about the weeks in which profiles were looked at, and of which their people are told once. */
@Injectable()
export class ViewDigestRepository {
  /** Somebody looked at this listed person this week. */
  async note(tx: Tx, talentId: string): Promise<void> {
    await tx.query(
      `insert into recruiters.view_digest (candidate_id, week, expires_at)
       select candidate_id, ${THIS_WEEK}, (${THIS_WEEK} + 21)::timestamp at time zone 'UTC' from recruiters.talent_listing where talent_id = $1
       on conflict do nothing`,
      [talentId],
    );
  }

  /** Weeks that are over and of which nobody was told, up to `count` after the one given. */
  untold(tx: Tx, after: ViewedWeek | null, count: number): Promise<ViewedWeek[]> {
    return tx.query(
      `select candidate_id as "candidateId", week::text from recruiters.view_digest
       where told_at is null and week < ${THIS_WEEK} and expires_at > clock.now() and ($1::date is null or (week, candidate_id) > ($1, $2::uuid))
       order by week, candidate_id limit $3`,
      [after?.week ?? null, after?.candidateId ?? null, count],
    );
  }

  /** True for the one who is to tell: whoever comes second finds it done. */
  async take(tx: Tx, { candidateId, week }: ViewedWeek): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      'update recruiters.view_digest set told_at = clock.now() where candidate_id = $1 and week = $2 and told_at is null returning 1', [candidateId, week]);
    return rows.length > 0;
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'recruiters.view_digest');
  }
}
