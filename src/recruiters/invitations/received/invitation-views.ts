import { Injectable } from '@nestjs/common';
import { InvitedInterviews } from '../../../interviews/index.js';
import { Policy, purposesOfInvitation, purposesOfSession } from '../../../platform/policy/index.js';
import { named } from '../../organisations/named.js';
import { aiOffered } from '../../templates/ai-offered.js';
import { masked, minutesFor } from '../invitation.js';
import { type LinkedInvitationView, type OwnInvitationView } from '../invitations.dto.js';
import { type ReceivedInvitation } from './received-invitations.repository.js';

const DAY_MS = 86_400_000;

/** An invitation as whoever was invited reads it: everything that they decide on. */
@Injectable()
export class InvitationViews {
  constructor(
    private readonly interviews: InvitedInterviews,
    private readonly policy: Policy,
  ) {}

  linked(invitation: ReceivedInvitation & { readonly email: string }): LinkedInvitationView {
    return { ...this.offer(invitation), email: masked(invitation.email), isAccepted: invitation.candidateId !== null };
  }

  own(invitation: ReceivedInvitation): OwnInvitationView {
    const { id, interviewId, judgedBy, client, content, submittedAt } = invitation;
    return {
      ...this.offer(invitation), id, interviewId, judgedBy,
      invitedAt: invitation.invitedAt.toISOString(), acceptedAt: at(invitation.acceptedAt), startedAt: at(invitation.startedAt), submittedAt: at(submittedAt), scoredAt: at(invitation.scoredAt), endedAt: at(invitation.endedAt),
      endedBecause: invitation.endedBecause, mayAllowUntil: at(invitation.mayAllowUntil),
      reportFrom: submittedAt && new Date(submittedAt.getTime() + content.copyDelayDays * DAY_MS).toISOString(), sharedUntil: at(invitation.sharedUntil), decidedAt: at(invitation.decidedAt),
      consents: purposesOfInvitation.filter((purpose) => purpose !== 'client_sharing' || client !== null),
    };
  }

  private offer({ organisation, client, jobTitle, personalMessage, content, invitedAt, deadlineAt, versionId, seenAt, state, name }: ReceivedInvitation) {
    const { jobDescription, answerKinds, retakes, recordingOffered, copyDelayDays } = content;
    const questions = this.interviews.describe(content.questions);
    const { ai, from, why } = aiOffered(content, { invitedAt, now: seenAt, until: deadlineAt });
    return {
      organisation, client, jobTitle, jobDescription, personalMessage, questionCount: questions.length, minutes: minutesFor(questions), answerKinds, retakes, recordingOffered: recordingOffered && purposesOfSession.some((purpose) => this.policy.asksFor(purpose)),
      deadlineAt: deadlineAt.toISOString(), keptFor: this.policy.keeps('invitedResults'), seenBy: `The people of ${named(organisation)} who hire there`, copyDelayDays, aiNotice: versionId,
      ai: { offered: ai, from: at(from), why }, state, name,
    };
  }
}

const at = (moment: Date | null): string | null => moment?.toISOString() ?? null;
