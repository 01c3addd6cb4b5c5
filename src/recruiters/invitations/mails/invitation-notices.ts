import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/index.js';
import { Notifications } from '../../../notifications/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { WithdrawalNoteRepository } from '../../shortlists/withdrawal-notes.repository.js';
import { DoNotInvite } from '../batches/do-not-invite.js';
import { wantsNoInvitation } from '../invitations.errors.js';
import { InvitationMails } from './invitation-mails.js';
import { MailFactsRepository } from './mail-facts.repository.js';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** An invitation as the organisation's people are told of it: without whom it went to. */
export interface TeamNews {
  readonly id: string;
  readonly organisationId: string;
  readonly templateId: string;
  readonly jobTitle: string;
  /** When it happened. */
  readonly at: Date;
}

/** What both sides of an invitation are told of it inside the product, and whoever was invited by mail. */
@Injectable()
export class InvitationNotices {
  constructor(
    private readonly notifications: Notifications,
    private readonly team: WithdrawalNoteRepository,
    private readonly facts: MailFactsRepository,
    private readonly mails: InvitationMails,
    private readonly refused: DoNotInvite,
  ) {}

  /** Mails the invitation once more. AppError `recruiters.wants_no_invitation` when its address was not to be written to any more since. */
  async invitedAgain(tx: Tx, { id, organisationId, email, isAnew = false }: { readonly id: string; readonly organisationId: string; readonly email: string | null; readonly isAnew?: boolean }): Promise<void> {
    if (email !== null && (await this.refused.among(tx, organisationId, [email])).size > 0) throw wantsNoInvitation();
    await this.mails.inviteAgain(tx, id, isAnew);
  }

  /** Whoever had begun learns what becomes of that. Errors as of `invitedAgain`. */
  async begunAnew(tx: Tx, { candidateId, hasBegun, ...invitation }: { readonly id: string; readonly organisationId: string; readonly email: string; readonly candidateId: string | null; readonly hasBegun: boolean }): Promise<void> {
    await this.invitedAgain(tx, { ...invitation, isAnew: hasBegun });
    const [facts] = await this.facts.of(tx, [invitation.id]);
    if (candidateId === null || !hasBegun || !facts) return;
    await this.notifications.note(tx, {
      accountId: candidateId, kind: 'recruiters.interview_begun_anew', title: `${facts.organisation.name} lets you begin anew`,
      body: `For the interview for “${facts.jobTitle}” you got a mail with a new link. What you had answered is yours alone, and stays among your interviews.`,
      link: '/practice', dedupe: newId(),
    });
  }

  async deadlineMoved(tx: Tx, id: string): Promise<void> {
    await this.mails.deadlineMoved(tx, id);
  }

  /** Whoever is in the middle of it learns it where they are, too. */
  async revoked(tx: Tx, { id, candidateId, hasBegun }: { id: string; candidateId: string | null; hasBegun: boolean }): Promise<void> {
    await this.mails.revoked(tx, id, hasBegun);
    const [facts] = await this.facts.of(tx, [id]);
    if (candidateId === null || !facts) return;
    await this.notifications.note(tx, {
      accountId: candidateId, kind: 'recruiters.interview_invitation_revoked', title: `${facts.organisation.name} took its invitation back`,
      body: `The interview for “${facts.jobTitle}” is over for ${facts.organisation.name}, which can read nothing of it.${hasBegun ? ' What you had answered is yours alone, and stays among your interviews.' : ''}`,
      link: `/invited/${id}`, dedupe: id,
    });
  }

  /** Once a day for a template, however many hand in. */
  async completed(tx: Tx, { organisationId, templateId, jobTitle, at }: TeamNews): Promise<void> {
    await this.tellTeam(tx, organisationId, {
      kind: 'recruiters.interviews_handed_in', title: 'Interviews were handed in', body: `Somebody you invited to the interview for “${jobTitle}” has handed it in. There may be more of them today.`,
      link: `/templates/${templateId}/invitations?state=complete`, dedupe: `${templateId} ${at.toISOString().slice(0, 10)}`,
    });
  }

  async withdrawn(tx: Tx, { id, organisationId, templateId, jobTitle }: TeamNews): Promise<void> {
    await this.tellTeam(tx, organisationId, {
      kind: 'recruiters.interview_withdrawn', title: 'Somebody took an interview back',
      body: `Somebody you invited to the interview for “${jobTitle}” no longer shares it with you, so nothing of it can be read any more. If you copied anything of it, delete it there, too. Your list says which one it was.`,
      link: `/templates/${templateId}/invitations?state=withdrawn`, dedupe: id,
    });
  }

  /** What it was allowed by has another text: it may come back until then. */
  async askedAnew(tx: Tx, { id, organisationId, templateId, jobTitle, at, until }: TeamNews & { readonly until: Date }): Promise<void> {
    await this.tellTeam(tx, organisationId, {
      kind: 'recruiters.interview_asked_anew', title: 'An interview has to be allowed anew',
      body: `What people read before they share an interview has changed, so somebody you invited to the interview for “${jobTitle}” is asked anew. Nothing of it can be read until they allow it. They can until ${DAY.format(until)} (UTC). If you copied anything of it, delete it. Your list says which one it is.`,
      link: `/templates/${templateId}/invitations?state=withdrawn`, dedupe: `${id} ${at.toISOString()}`,
    });
  }

  /** The organisation reads it still, and passes it on no more. `endingId`: once for each time that it ends. */
  async notPassedOn(tx: Tx, { organisationId, templateId, jobTitle, clientName }: TeamNews & { readonly clientName: string }, endingId: string): Promise<void> {
    await this.tellTeam(tx, organisationId, {
      kind: 'recruiters.not_passed_on', title: 'Somebody no longer lets you pass their results on',
      body: `Somebody you invited to the interview for “${jobTitle}” no longer lets their results go to ${clientName}. Links show nothing of them any more. If you passed anything of them on in another way, have it deleted there. The page of your links says whose results may still go there.`,
      link: `/templates/${templateId}/compare`, dedupe: endingId,
    });
  }

  private async tellTeam(tx: Tx, organisationId: string, note: Omit<Parameters<Notifications['note']>[1], 'accountId'>): Promise<void> {
    for (const accountId of await this.team.recruiters(tx, organisationId)) await this.notifications.note(tx, { accountId, ...note });
  }
}
