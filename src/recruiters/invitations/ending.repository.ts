import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { WAITS_TO_BE_ALLOWED } from './ended-because.js';
import { type InvitationRefusal, type InvitationState, moves } from './invitation.js';

/** As much of an invitation as its end needs; `state` is the one that is written down, whatever the clock says. */
export interface EndingInvitation {
  readonly state: InvitationState;
  readonly candidateId: string | null;
  readonly interviewId: string | null;
  readonly completedAt: Date | null;
}

const FIND = 'select state, candidate_id as "candidateId", interview_id as "interviewId", completed_at as "completedAt" from recruiters.invitation where id = $1';

/** Statements about invitations that end, whoever ends them. */
@Injectable()
export class EndingRepository {
  constructor(private readonly policy: Policy) {}

  async find(tx: Tx, id: string): Promise<EndingInvitation | null> {
    return (await tx.query<EndingInvitation[]>(FIND, [id]))[0] ?? null;
  }

  async lock(tx: Tx, id: string): Promise<EndingInvitation | null> {
    return (await tx.query<EndingInvitation[]>(`${FIND} for update`, [id]))[0] ?? null;
  }

  /** The caller holds it. Its links die with it, and it stays as long as the policy keeps an address. */
  async end(tx: Tx, id: string, move: 'decline' | 'revoke' | 'expire' | 'reset', refusal: InvitationRefusal | null): Promise<void> {
    await tx.query('delete from recruiters.invitation_link where invitation_id = $1', [id]);
    if (move === 'reset') return;
    await tx.query(
      `update recruiters.invitation set state = $2, refusal = $3, interview_id = null, ended_at = least(clock.now(), case when $2 = 'expired' then deadline_at end),
         expires_at = least(clock.now(), case when $2 = 'expired' then deadline_at end) + $4::interval where id = $1`,
      [id, moves[move].to, refusal, this.policy.periodOf('invitations').iso],
    );
  }

  /** Of what was withdrawn nothing stays but that it was, as long as the policy keeps an address; of what can be allowed anew, which interview it was, too. False when it is not withdrawn. */
  async letGo(tx: Tx, id: string): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update recruiters.invitation i set interview_id = case when ${WAITS_TO_BE_ALLOWED} then i.interview_id end, expires_at = least(expires_at, ended_at + $2::interval) where id = $1 and state = 'withdrawn'`,
      [id, this.policy.periodOf('invitations').iso]);
    return changed > 0;
  }

  /** Those that were withdrawn, and not let go yet. */
  async withdrawn(tx: Tx, count: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select id from recruiters.invitation i where state = 'withdrawn' and ((interview_id is not null and not ${WAITS_TO_BE_ALLOWED}) or expires_at > ended_at + $1::interval) limit $2`, [this.policy.periodOf('invitations').iso, count]);
    return rows.map(({ id }) => id);
  }
}
