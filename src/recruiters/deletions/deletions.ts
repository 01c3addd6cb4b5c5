import { Injectable } from '@nestjs/common';
import { InvitedInterviews } from '../../interviews/index.js';
import { AppError, hashToken, newId, newToken, notFound } from '../../kernel/index.js';
import { type AuditActor, AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { Policy } from '../../platform/policy/index.js';
import { CopyRepository } from '../copies/copy.repository.js';
import { deletionAsked } from '../recruiters.facts.js';
import { type Deletion, DeletionRepository } from './deletion.repository.js';
import { DeletionMails } from './deletion-mails.js';

/**
 * Somebody has an interview deleted that an organisation invited them to (820 ILCS 42/15): here at once, and by everybody
 * with a copy within the time of the policy, each of whom is asked and says that it is done.
 */
@Injectable()
export class Deletions {
  constructor(
    private readonly deletions: DeletionRepository,
    private readonly copies: CopyRepository,
    private readonly invited: InvitedInterviews,
    private readonly mails: DeletionMails,
    private readonly policy: Policy,
    private readonly audit: AuditLog,
  ) {}

  /** Asked again it changes nothing. Where the invitation is gone, there may still be copies to ask for. 404 for what is not one's own, or was never handed in. */
  async ask(tx: Tx, candidateId: string, invitationId: string, by: AuditActor = { kind: 'account', id: candidateId }): Promise<Deletion> {
    // Locks in the order of everybody else: the interview, what was allowed for it, the invitation. Whoever makes a copy meanwhile is through with it, or finds nothing.
    const found = await this.deletions.findMine(tx, candidateId, invitationId);
    if (found?.interviewId) await this.invited.delete(tx, candidateId, found.interviewId).catch(goneAlready);
    const deletable = (await this.deletions.findMine(tx, candidateId, invitationId, true)) ?? (await this.deletions.findCopied(tx, candidateId, invitationId));
    const before = await this.deletions.ofInvitation(tx, candidateId, invitationId);
    if (before) return before;
    if (!deletable) throw notFound();
    const id = newId();
    const holders = await this.copies.holders(tx, invitationId, deletable.organisationId);
    await this.deletions.add(tx, id, deletable, candidateId, { dueWithin: this.policy.values.deletions.dueWithin.iso, keptFor: this.policy.periodOf('deletionRequests').iso });
    await noteFact(tx, deletionAsked, { candidateId, invitationId });
    const made = await this.deletions.ofInvitation(tx, candidateId, invitationId);
    if (!made) throw notFound();
    for (const holder of holders) {
      const [holderId, token] = [newId(), newToken()];
      await this.deletions.addHolder(tx, holderId, id, hashToken(token), holder);
      await this.mails.ask(tx, { ...deletable, ...holder, id: holderId, candidateId, askedAt: made.askedAt, dueAt: made.dueAt }, token, false);
    }
    await this.copies.handOver(tx, candidateId, invitationId);
    await this.mails.tellOwners(tx, deletable, { id, dueAt: made.dueAt, holders: holders.length });
    await this.audit.append(tx, { actor: by, action: 'recruiters.deletion_asked', subject: { kind: 'deletion', id }, detail: { organisationId: deletable.organisationId, copies: holders.length } });
    return (await this.deletions.ofInvitation(tx, candidateId, invitationId)) ?? made;
  }
}

/** Asked twice at once, or deleted by itself a moment ago. */
function goneAlready(fault: unknown): void {
  if (!(fault instanceof AppError && fault.status === 404)) throw fault;
}
