import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../../accounts/index.js';
import { hashToken } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { DoNotInvite } from '../batches/do-not-invite.js';
import { type InvitationRefusal, openStates } from '../invitation.js';
import { InvitationEnding } from '../invitation-ending.js';
import { linkOver } from '../invitations.errors.js';
import { type ReceivedInvitation, ReceivedInvitationRepository } from './received-invitations.repository.js';

/** Whoever holds a link, before and after it belongs to an account. Whatever keeps it from working, the answer is the same. */
@Injectable()
export class InvitationLinks {
  constructor(
    private readonly invitations: ReceivedInvitationRepository,
    private readonly contacts: AccountContacts,
    private readonly ending: InvitationEnding,
    private readonly refused: DoNotInvite,
  ) {}

  /** What the link leads to; AppError `recruiters.invitation_link_over`. Changes nothing. `accountId`: who is signed in, if anybody is. */
  async read(tx: Tx, token: string, accountId: string | null): Promise<ReceivedInvitation & { email: string }> {
    const found = await this.invitations.findByLink(tx, hashToken(token));
    if (!found || found.email === null) throw linkOver();
    const isBegun = found.candidateId !== null && found.candidateId === accountId && found.state === 'complete';
    if (!isBegun && !openStates.some((state) => state === found.state)) throw linkOver();
    // Once accepted it goes on with that account and nowhere else.
    if (found.candidateId !== null && found.candidateId !== accountId) throw linkOver();
    return { ...found, email: found.email };
  }

  /** Somebody pressed Continue. */
  async open(tx: Tx, token: string, accountId: string | null): Promise<void> {
    await this.invitations.open(tx, (await this.read(tx, token, accountId)).id);
  }

  /** A no from whoever holds the link. One that was accepted is declined by its account. */
  async decline(tx: Tx, token: string, accountId: string | null, { reason, neverAgain }: { reason: InvitationRefusal | null; neverAgain: boolean }): Promise<void> {
    const { id, email, organisationId } = await this.read(tx, token, accountId);
    if (!(await this.ending.end(tx, id, 'decline', reason))) throw linkOver();
    if (neverAgain) await this.refused.add(tx, organisationId, email, 'person');
  }

  /** Binds the invitation to the account whose confirmed address it was sent to, once; the same account may ask again, as long as there is something to go on with. */
  async accept(tx: Tx, token: string, accountId: string): Promise<string> {
    const { id, email, candidateId } = await this.read(tx, token, accountId);
    if (candidateId === accountId) return id;
    const contact = await this.contacts.find(tx, accountId);
    if (contact?.email.toLowerCase() !== email) throw linkOver();
    // The same press twice: the second waits for the first, and then finds it accepted.
    if (!(await this.invitations.accept(tx, id, accountId)) && (await this.read(tx, token, accountId)).candidateId !== accountId) throw linkOver();
    return id;
  }
}
