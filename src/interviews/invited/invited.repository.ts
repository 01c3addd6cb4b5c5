import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Interview, type InterviewState } from '../interview.entity.js';

/** How far an invited interview is: nothing of what was said in it. */
export interface InvitedProgress {
  readonly interviewId: string;
  readonly state: InterviewState;
  readonly questionCount: number;
  readonly answeredCount: number;
  readonly submittedAt: Date | null;
  readonly scoredAt: Date | null;
  /** When its owner's own copy goes; null when they keep it. */
  readonly expiresAt: Date | null;
}

const LIVE = '(i.expires_at is null or i.expires_at > clock.now())';

/** Statements about interviews as those see them who invited to them. */
@Injectable()
export class InvitedRepository {
  /** What an organisation may read with this proof: handed in, still there, and of this very invitation. 404 for anything else. */
  async getShared(tx: Tx, { subjectId, scope }: Consented<'invited_result'>, id: string): Promise<Interview & { submittedAt: Date }> {
    const found = await tx
      .createQueryBuilder(Interview, 'i')
      .where(LIVE)
      .andWhere('i.id = :id and i.candidateId = :subjectId and i.originRef = :scope and i.submittedAt is not null', { id, subjectId, scope })
      .getOne();
    if (!found?.submittedAt) throw notFound();
    return Object.assign(found, { submittedAt: found.submittedAt });
  }

  async findByRef(tx: Tx, ref: string): Promise<{ id: string; candidateId: string } | null> {
    const [found] = await tx.query<{ id: string; candidateId: string }[]>('select id, candidate_id as "candidateId" from interviews.interview where origin_ref = $1', [ref]);
    return found ?? null;
  }

  progress(tx: Tx, ids: readonly string[]): Promise<InvitedProgress[]> {
    return tx.query(
      `select i.id as "interviewId", i.state, q.count as "questionCount", q.answered as "answeredCount", i.submitted_at as "submittedAt", i.scored_at as "scoredAt", i.expires_at as "expiresAt"
       from interviews.interview i cross join lateral (
         select count(*)::int as count, (count(*) filter (where a.text ~ '\\S'))::int as answered
         from interviews.question left join interviews.answer a using (interview_id, position) where interview_id = i.id and follows is null) q
       where i.id = any($1) and i.origin = 'invited' and ${LIVE}`,
      [ids],
    );
  }

  /** Those of some interviews that have a verdict. */
  scored(tx: Tx, ids: readonly string[]): Promise<{ id: string; runId: string; overall: string | null }[]> {
    return tx.query(`select id, run_id as "runId", overall from interviews.interview i where id = any($1) and origin = 'invited' and state in ('scored', 'not_scored') and run_id is not null and ${LIVE}`, [ids]);
  }

  /** Another deadline for one that is under way, which stays at least as long. */
  async moveDeadline(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(`update interviews.interview set deadline_at = $2, expires_at = case when expires_at is not null then greatest(expires_at, $2) end where id = $1 and state = 'in_progress' and origin_ref is not null`, [id, at]);
  }

  /** Its owner's alone from now on; one that is under way ends as it stands. */
  async setAside(tx: Tx, id: string): Promise<void> {
    await tx.query(`update interviews.interview set origin_ref = null, origin_group = null, deadline_at = case when state = 'in_progress' then least(deadline_at, clock.now()) else deadline_at end where id = $1 and origin = 'invited'`, [id]);
  }

  /** The other way round: of the invitation again, and to be answered until its deadline. */
  async takeUp(tx: Tx, candidateId: string, id: string, { ref, group, deadlineAt }: { ref: string; group: string; deadlineAt: Date }): Promise<void> {
    await tx.query(
      `update interviews.interview set origin_ref = $3, origin_group = $4, deadline_at = case when state = 'in_progress' then $5 else deadline_at end where id = $1 and candidate_id = $2 and origin = 'invited'`,
      [id, candidateId, ref, group, deadlineAt]);
  }
}
