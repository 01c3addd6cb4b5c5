import { Injectable } from '@nestjs/common';
import { InvitedInterviews } from '../../../interviews/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { DoNotInvite } from '../batches/do-not-invite.js';
import { type InvitationRefusal } from '../invitation.js';
import { InvitationEnding } from '../invitation-ending.js';
import { invitationOver } from '../invitations.errors.js';
import { type ReceivedInvitation, ReceivedInvitationRepository } from './received-invitations.repository.js';

const MOST_SHOWN = 200;

/** Invitations that somebody has accepted. */
@Injectable()
export class ReceivedInvitations {
  constructor(
    private readonly invitations: ReceivedInvitationRepository,
    private readonly ending: InvitationEnding,
    private readonly refused: DoNotInvite,
    private readonly interviews: InvitedInterviews,
  ) {}

  /** The newest first. */
  async list(tx: Tx, candidateId: string): Promise<ReceivedInvitation[]> {
    return this.upToNow(tx, await this.invitations.listMine(tx, candidateId, MOST_SHOWN));
  }

  async read(tx: Tx, candidateId: string, id: string): Promise<ReceivedInvitation> {
    const mine = await this.invitations.getMine(tx, candidateId, id);
    return (await this.upToNow(tx, [mine]))[0] ?? mine;
  }

  /** A no, also in the middle: what was answered stays with whoever answered it. AppError `recruiters.invitation_closed`. */
  async decline(tx: Tx, candidateId: string, id: string, { reason, neverAgain }: { reason: InvitationRefusal | null; neverAgain: boolean }): Promise<void> {
    const { email, organisationId } = await this.invitations.getMine(tx, candidateId, id);
    if (!(await this.ending.end(tx, id, 'decline', reason))) throw invitationOver();
    if (neverAgain && email !== null) await this.refused.add(tx, organisationId, email, 'person');
  }

  /** Who has just handed an interview in reads that it is, before word of it has come here. */
  private async upToNow(tx: Tx, invitations: ReceivedInvitation[]): Promise<ReceivedInvitation[]> {
    const progress = await this.interviews.progress(tx, invitations.flatMap(({ state, submittedAt, interviewId }) => ((state === 'in_progress' || state === 'expired') && submittedAt === null ? (interviewId ?? []) : [])));
    return invitations.map((invitation) => {
      const handedIn = progress.get(invitation.interviewId ?? '')?.submittedAt;
      return handedIn ? { ...invitation, state: 'complete' as const, submittedAt: handedIn } : invitation;
    });
  }
}
