import { Injectable } from '@nestjs/common';
import { type Consented } from '../../../consent/index.js';
import { InvitedInterviews } from '../../../interviews/index.js';
import { type Tx, violates } from '../../../platform/db/index.js';
import { CountedScores } from '../../fairness/counted-scores.js';
import { ResultRouting } from '../results/result-routing.js';
import { invitationOver } from '../invitations.errors.js';
import { type ReceivedInvitation, ReceivedInvitationRepository } from './received-invitations.repository.js';

/** What a changed notice ended, and somebody allows anew: the interview goes on where it was, or is read again by whoever invited. */
@Injectable()
export class GoingOn {
  constructor(
    private readonly invitations: ReceivedInvitationRepository,
    private readonly interviews: InvitedInterviews,
    private readonly routing: ResultRouting,
    private readonly scores: CountedScores,
  ) {}

  /** Before the consent is given: whoever ends it holds the interview first, too. */
  async takeUp(tx: Tx, { id, candidateId, interviewId, templateId, deadlineAt, mayAllowUntil }: ReceivedInvitation): Promise<void> {
    if (mayAllowUntil !== null && candidateId !== null && interviewId !== null) await this.interviews.takeUp(tx, candidateId, interviewId, { ref: id, group: templateId, deadlineAt });
  }

  /** AppError `recruiters.invitation_closed` when the same address was invited anew meanwhile. */
  async goOn(tx: Tx, consented: Consented<'invited_result'>, { organisationId, interviewId, judgedBy, mayAllowUntil }: ReceivedInvitation): Promise<void> {
    if (mayAllowUntil === null || interviewId === null) return;
    try {
      await this.invitations.start(tx, consented, { organisationId, interviewId, judgedBy: judgedBy ?? 'ai' });
    } catch (error) {
      throw violates(error, 'invitation_open') ? invitationOver() : error;
    }
    await this.routing.route(tx, interviewId);
    await this.scores.count(tx, interviewId);
  }
}
