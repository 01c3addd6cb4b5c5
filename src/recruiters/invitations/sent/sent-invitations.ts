import { Injectable } from '@nestjs/common';
import { InvitedInterviews } from '../../../interviews/index.js';
import { AuditLog } from '../../../platform/audit/index.js';
import { type Tx, violates } from '../../../platform/db/index.js';
import { type Seat } from '../../organisations/seats.js';
import { auditGoodUntil } from '../../templates/new-york.js';
import { MOST } from '../../templates/template-content.js';
import { TemplateRepository } from '../../templates/template.repository.js';
import { type InvitationState, movesOfRecruiter } from '../invitation.js';
import { InvitationEnding } from '../invitation-ending.js';
import { InvitationNotices } from '../mails/invitation-notices.js';
import { auditEndsBefore, deadlineDoesNotFit, invitedAlready, moveDoesNotFit } from '../invitations.errors.js';
import { SentInvitationRepository } from './sent-invitations.repository.js';
import { type TrackedInvitation } from './tracked-invitation.js';

const PAGE = 50;
const DAY_MS = 86_400_000;

/** An invitation beside how many of its questions are answered. */
export interface ShownInvitation {
  readonly invitation: TrackedInvitation;
  readonly answeredCount: number;
}

/** What an organisation does with its invitations. Each verb answers 404 for another's. */
@Injectable()
export class SentInvitations {
  constructor(
    private readonly invitations: SentInvitationRepository,
    private readonly templates: TemplateRepository,
    private readonly ending: InvitationEnding,
    private readonly notices: InvitationNotices,
    private readonly interviews: InvitedInterviews,
    private readonly audit: AuditLog,
  ) {}

  /** The newest first, and the id to go on from. */
  async list(tx: Tx, { organisationId }: Seat, templateId: string, { state, after }: { state: InvitationState | null; after: string | null }): Promise<{ invitations: ShownInvitation[]; next: string | null; counts: Partial<Record<InvitationState, number>> }> {
    await this.templates.getMine(tx, organisationId, templateId);
    const found = await this.invitations.list(tx, organisationId, { templateId, state, after, count: PAGE + 1 });
    const page = found.slice(0, PAGE);
    return { invitations: await this.withProgress(tx, page), next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null, counts: await this.invitations.counts(tx, organisationId, templateId) };
  }

  async read(tx: Tx, { organisationId }: Seat, id: string): Promise<ShownInvitation> {
    const invitation = await this.invitations.getMine(tx, organisationId, id);
    const [shown] = await this.withProgress(tx, [invitation]);
    return shown ?? { invitation, answeredCount: 0 };
  }

  /** Mails the invitation once more under a new link; the ones before work no more. AppErrors `recruiters.invitation_moved_on`, `.wants_no_invitation`. */
  async resend(tx: Tx, seat: Seat, id: string): Promise<void> {
    const { email } = await this.invitations.getMine(tx, seat.organisationId, id);
    if (!(await this.invitations.sentAgain(tx, id))) throw moveDoesNotFit();
    await this.notices.invitedAgain(tx, { id, organisationId: seat.organisationId, email });
    await this.note(tx, seat, 'recruiters.interview_invitation_sent_again', id);
  }

  /** More time. AppErrors `recruiters.deadline_does_not_fit`, `.audit_ends_before`, `.invitation_moved_on`. */
  async extend(tx: Tx, seat: Seat, id: string, at: Date): Promise<void> {
    const { interviewId, deadlineAt, judgedBy, auditDate } = await this.invitations.getMine(tx, seat.organisationId, id);
    if (at <= deadlineAt || at.getTime() > seat.seenAt.getTime() + MOST.deadlineDays * DAY_MS) throw deadlineDoesNotFit(MOST.deadlineDays);
    // It was begun for a program to score, which may not once the audit is older than a year.
    if (judgedBy === 'ai' && auditDate && at >= auditGoodUntil(auditDate)) throw auditEndsBefore();
    if (interviewId !== null) await this.interviews.moveDeadline(tx, interviewId, at);
    if (!(await this.invitations.moveDeadline(tx, id, at))) throw moveDoesNotFit();
    await this.notices.deadlineMoved(tx, id);
    await this.note(tx, seat, 'recruiters.interview_invitation_extended', id);
  }

  /** Its links die at once, and whoever has begun is told. AppError `recruiters.invitation_moved_on`. */
  async revoke(tx: Tx, seat: Seat, id: string): Promise<void> {
    const { interviewId, candidateId } = await this.invitations.getMine(tx, seat.organisationId, id);
    if (!(await this.ending.end(tx, id, 'revoke'))) throw moveDoesNotFit();
    await this.notices.revoked(tx, { id, candidateId, hasBegun: interviewId !== null });
    await this.note(tx, seat, 'recruiters.interview_invitation_revoked', id);
  }

  /** Begins anew, with the whole time; what was answered is the person's alone from now on. AppErrors `recruiters.invitation_moved_on`, `.invited_already`, `.wants_no_invitation`, `payments.nothing_left`. */
  async reset(tx: Tx, seat: Seat, id: string): Promise<void> {
    const invitation = await this.invitations.getMine(tx, seat.organisationId, id);
    if (invitation.email === null || !movesOfRecruiter(invitation).reset || !(await this.ending.end(tx, id, 'reset'))) throw moveDoesNotFit();
    // Nobody decides, or takes a copy, from here on; somebody may have a moment ago.
    const { isDecided, isPassedOn } = await this.invitations.getMine(tx, seat.organisationId, id);
    if (isDecided || isPassedOn) throw moveDoesNotFit();
    try {
      await this.invitations.beginAnew(tx, id);
    } catch (error) {
      throw violates(error, 'invitation_open') ? invitedAlready() : error;
    }
    const { email, candidateId, startedAt } = invitation;
    await this.notices.begunAnew(tx, { id, organisationId: seat.organisationId, email, candidateId, hasBegun: startedAt !== null });
    await this.note(tx, seat, 'recruiters.interview_invitation_reset', id);
  }

  private async withProgress(tx: Tx, invitations: readonly TrackedInvitation[]): Promise<ShownInvitation[]> {
    const progress = await this.interviews.progress(tx, invitations.flatMap(({ sharedInterviewId }) => sharedInterviewId ?? []));
    return invitations.map((invitation) => ({ invitation, answeredCount: progress.get(invitation.sharedInterviewId ?? '')?.answeredCount ?? 0 }));
  }

  private note(tx: Tx, { accountId }: Seat, action: string, id: string): Promise<void> {
    return this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action, subject: { kind: 'invitation', id } });
  }
}
