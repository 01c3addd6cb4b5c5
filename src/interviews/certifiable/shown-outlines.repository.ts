import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** Statements about model outlines that somebody has been shown. Those of a report are written by the commit that judges its interview. */
@Injectable()
export class ShownOutlines {
  /** A coach has told a point of this question. */
  note(tx: Tx, accountId: string, questionId: string): Promise<void> {
    return this.noteAll(tx, accountId, [questionId]);
  }

  /** In one order, so that two who read the same at once wait for each other. Whoever waits for a report that opens later has been shown them now. */
  async noteAll(tx: Tx, accountId: string, questionIds: readonly string[]): Promise<void> {
    await tx.query(
      `insert into interviews.shown_outline as known (account_id, question_id, first_shown_at)
       select $1, asked.id, clock.now() from (select distinct unnest($2::text[]) as id) asked
       where not exists (select from interviews.shown_outline s where s.account_id = $1 and s.question_id = asked.id and s.first_shown_at <= clock.now()) order by asked.id
       on conflict (account_id, question_id) do update set first_shown_at = excluded.first_shown_at where known.first_shown_at > excluded.first_shown_at`, [accountId, questionIds]);
  }

  /** The questions of an interview whose outline its owner was shown before it was handed in, by whatever way: two can be under way at once. */
  async beforeHandingIn(tx: Tx, interviewId: string): Promise<string[]> {
    const rows = await tx.query<{ text: string }[]>(
      `select q.text from interviews.interview i join interviews.question q on q.interview_id = i.id and q.follows is null and q.own is null
       join interviews.shown_outline s on s.account_id = i.candidate_id and s.question_id = q.question_id
       where i.id = $1 and s.first_shown_at < coalesce(i.submitted_at, clock.now()) order by q.position`,
      [interviewId],
    );
    return rows.map(({ text }) => text);
  }
}
