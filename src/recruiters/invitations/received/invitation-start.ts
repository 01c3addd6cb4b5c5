import { Injectable } from '@nestjs/common';
import { ConsentGate } from '../../../consent/index.js';
import { InvitedInterviews } from '../../../interviews/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { aiOffered } from '../../templates/ai-offered.js';
import { canMove, type Judge } from '../invitation.js';
import { invitationOver } from '../invitations.errors.js';
import { type ReceivedInvitation, ReceivedInvitationRepository } from './received-invitations.repository.js';

/** Where an invited interview begins: with the consent of whoever takes it, and never without. */
@Injectable()
export class InvitationStart {
  constructor(
    private readonly invitations: ReceivedInvitationRepository,
    private readonly gate: ConsentGate,
    private readonly interviews: InvitedInterviews,
  ) {}

  /**
   * The interview of this invitation, begun when there is none yet. People judge it when the candidate wants them to, or no
   * program may. AppErrors `consent.required`, `recruiters.invitation_closed`, and those of `InvitedInterviews.start`.
   */
  async start(tx: Tx, candidateId: string, id: string, { judgedBy, aiProcessing }: { judgedBy: Judge; aiProcessing: boolean }): Promise<{ interviewId: string }> {
    await this.invitations.getMine(tx, candidateId, id);
    const consented = await this.gate.require(tx, candidateId, 'invited_result', id);
    const invitation = await this.invitations.holdMine(tx, candidateId, id);
    if (invitation.state === 'in_progress' && invitation.interviewId !== null) return { interviewId: invitation.interviewId };
    if (!invitation.isStanding || !canMove('start', invitation.state)) throw invitationOver();
    const judge = judgedBy === 'ai' && aiOffered(invitation.content, { invitedAt: invitation.invitedAt, now: invitation.seenAt, until: invitation.deadlineAt }).ai ? 'ai' : 'people';
    const { interviewId } = await this.interviews.start(tx, consented, { ...wishOf(invitation), judgedBy: judge, aiProcessing });
    await this.invitations.start(tx, consented, { organisationId: invitation.organisationId, interviewId, judgedBy: judge });
    return { interviewId };
  }
}

function wishOf({ id, templateId, organisation, jobTitle, content, deadlineAt }: ReceivedInvitation) {
  const { levelId, competencies, questions, answerKinds, retakes, recordingOffered, copyDelayDays } = content;
  return { ref: id, group: templateId, inviter: organisation.name, roleTitle: jobTitle, levelId, competencies, questions, answerKinds, retakes, recordingOffered, deadlineAt, copyDelayDays };
}
