import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { meanOf, type Rating, type Scorecard } from './scorecard.js';

const CARD = `c.id as "scorecardId", c.invitation_id as "invitationId", c.author_id as "authorId", v.version, v.recommendation, v.summary, v.marks, v.mean::text, v.saved_at as "savedAt", v.submitted_at as "submittedAt"`;
const CARDS = `select ${CARD} from recruiters.scorecard c join recruiters.scorecard_version v on v.scorecard_id = c.id`;

/** Statements about ratings. Whoever calls has asked whether the interview may be read. */
@Injectable()
export class ScorecardRepository {
  /** Every version of every card, the author's drafts included: whoever shows them leaves those of others out. */
  of(tx: Tx, invitationIds: readonly string[]): Promise<Scorecard[]> {
    return tx.query<Scorecard[]>(`${CARDS} where c.invitation_id = any ($1::uuid[]) order by c.id, v.version`, [invitationIds]);
  }

  async hasSubmitted(tx: Tx, invitationId: string, authorId: string): Promise<boolean> {
    const rows = await tx.query<object[]>(
      'select 1 from recruiters.scorecard c join recruiters.scorecard_version v on v.scorecard_id = c.id where c.invitation_id = $1 and c.author_id = $2 and v.submitted_at is not null limit 1', [invitationId, authorId]);
    return rows.length > 0;
  }

  /** The card of somebody, made when there is none, locked until `tx` ends. Its id. */
  async hold(tx: Tx, invitationId: string, authorId: string): Promise<string> {
    const [card] = await tx.query<{ id: string }[]>(
      'insert into recruiters.scorecard (id, invitation_id, author_id) values ($1, $2, $3) on conflict (invitation_id, author_id) do update set author_id = excluded.author_id returning id', [newId(), invitationId, authorId]);
    return card!.id;
  }

  /** Saves the draft of a card, or begins the next version. */
  async saveDraft(tx: Tx, scorecardId: string, { marks, recommendation, summary }: Rating): Promise<void> {
    await tx.query(
      `insert into recruiters.scorecard_version (scorecard_id, version, marks, recommendation, summary)
       select $1, 1 + coalesce(max(version), 0), $2::jsonb, $3, $4 from recruiters.scorecard_version where scorecard_id = $1 and submitted_at is not null
       on conflict (scorecard_id, version) do update set marks = excluded.marks, recommendation = excluded.recommendation, summary = excluded.summary, saved_at = clock.now()`,
      [scorecardId, JSON.stringify(marks), recommendation, summary],
    );
  }

  /** The draft is what counts from now on. */
  async submit(tx: Tx, scorecardId: string, { marks }: Rating): Promise<void> {
    await tx.query('update recruiters.scorecard_version set submitted_at = clock.now(), mean = $2 where scorecard_id = $1 and submitted_at is null', [scorecardId, meanOf(marks)]);
  }
}
