import { type InvitationRefusal, type InvitationState, type Judge } from '../invitation.js';

/** An invitation as the organisation sees it that sent it. */
export interface TrackedInvitation {
  readonly id: string;
  readonly templateId: string;
  readonly versionId: string;
  readonly jobTitle: string;
  readonly clientName: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly state: InvitationState;
  readonly refusal: InvitationRefusal | null;
  readonly senderId: string | null;
  readonly batchId: string | null;
  readonly candidateId: string | null;
  readonly invitedAt: Date;
  readonly openedAt: Date | null;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  readonly endedAt: Date | null;
  readonly deadlineAt: Date;
  readonly remindedAt: Date | null;
  readonly questionCount: number;
  readonly judgedBy: Judge | null;
  /** The day of New York's audit, where the template needs one. */
  readonly auditDate: string | null;
  /** While the candidate shares it: how far it is may be asked. */
  readonly sharedInterviewId: string | null;
  /** Whether or not it is shared still: it is set aside with the invitation. */
  readonly interviewId: string | null;
  readonly scoredAt: Date | null;
  readonly readableUntil: Date | null;
  readonly isDecided: boolean;
  /** Whether somebody has a file with its results, or read them by a link. */
  readonly isPassedOn: boolean;
}
