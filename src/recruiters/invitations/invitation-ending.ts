import { Injectable } from '@nestjs/common';
import { ConsentDesk } from '../../consent/index.js';
import { InvitedInterviews } from '../../interviews/index.js';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { type Purpose } from '../../platform/policy/index.js';
import { InvitationCredits } from '../billing/invitation-credits.js';
import { invitationEnded } from '../recruiters.facts.js';
import { canMove, type InvitationRefusal, type Move } from './invitation.js';
import { type EndingInvitation, EndingRepository } from './ending.repository.js';
import { moveDoesNotFit } from './invitations.errors.js';

type EndingMove = Extract<Move, 'decline' | 'revoke' | 'expire' | 'reset'>;

/** How an invitation is over before its time: what the person allowed for it ends, and what they answered stays theirs alone. */
@Injectable()
export class InvitationEnding {
  constructor(
    private readonly invitations: EndingRepository,
    private readonly interviews: InvitedInterviews,
    private readonly consents: ConsentDesk,
    private readonly credits: InvitationCredits,
  ) {}

  /**
   * False when the invitation is not in a state for it; then the caller must undo `tx`. Locks are taken in the order of
   * everybody else: the interview, what was allowed, what hangs from it, the invitation, its credit. AppError
   * `payments.nothing_left` when it came back from its end and finds no credit any more.
   */
  async end(tx: Tx, id: string, move: EndingMove, refusal: InvitationRefusal | null = null): Promise<boolean> {
    const before = await this.invitations.find(tx, id);
    if (!before || !canMove(move, before.state)) return false;
    if (before.interviewId !== null && !(await this.setInterviewAside(tx, before.interviewId, move))) return false;
    if (!(await this.endConsents(tx, id, move, before))) return false;
    const now = await this.invitations.lock(tx, id);
    // It says withdrawn where the consent fell that the organisation's access hung from, which is what was just done.
    if (!now || !isSame(now, before) || !(canMove(move, now.state) || (now.state === 'withdrawn' && before.interviewId !== null))) return false;
    await this.invitations.end(tx, id, move, refusal);
    if (move === 'reset' && now.state === 'expired') await this.credits.takeAgain(tx, id);
    await this.credits.settle(tx, [id]);
    if (move === 'decline' || move === 'revoke') await noteFact(tx, invitationEnded, { invitationId: id, move });
    return true;
  }

  /** Of whoever took their consent back, or whose interview is gone: nothing of it is the organisation's any more. AppError `recruiters.invitation_moved_on` when it was allowed anew in this moment; then the caller tries again, and finds nothing to do. */
  async setAside(tx: Tx, id: string): Promise<void> {
    const found = await this.invitations.find(tx, id);
    // Reset meanwhile, it may have another interview, which is under way.
    if (found?.state !== 'withdrawn') return;
    if (found.interviewId !== null) await this.interviews.setAside(tx, found.interviewId);
    if (!(await this.invitations.letGo(tx, id))) throw moveDoesNotFit();
  }

  /** What was handed in is complete, even when word of it has not come here yet. Asked once the interview is held, so that it cannot be handed in afterwards. */
  private async setInterviewAside(tx: Tx, interviewId: string, move: EndingMove): Promise<boolean> {
    await this.interviews.setAside(tx, interviewId);
    const progress = await this.interviews.progress(tx, [interviewId]);
    return move === 'reset' || progress.get(interviewId)?.submittedAt == null;
  }

  private async endConsents(tx: Tx, id: string, move: EndingMove, { candidateId, ...before }: EndingInvitation): Promise<boolean> {
    if (candidateId === null) return true;
    // The first holds all that the person allows, so that they cannot have withdrawn before the second without being seen to.
    await this.terminate(tx, candidateId, 'client_sharing', id);
    const held = await this.invitations.find(tx, id);
    if (!held || !isSame(held, { candidateId, ...before }) || !canMove(move, held.state)) return false;
    await this.terminate(tx, candidateId, 'invited_result', id);
    return true;
  }

  private terminate(tx: Tx, subjectId: string, purpose: Purpose, scope: string): Promise<void> {
    return this.consents.end(tx, { subjectId, purpose, scope, wording: '', locale: 'en', how: 'system', where: 'recruiters', eventId: newId() }, 'terminated');
  }
}

const isSame = (one: EndingInvitation, other: EndingInvitation): boolean =>
  one.candidateId === other.candidateId && one.interviewId === other.interviewId && one.completedAt?.getTime() === other.completedAt?.getTime();
