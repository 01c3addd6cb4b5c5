import { Injectable } from '@nestjs/common';
import { type Tx } from '../../../platform/db/index.js';
import { InvitationCredits } from '../../billing/invitation-credits.js';
import { AddressChecks } from './address-checks.js';
import { type Line } from './batch.repository.js';
import { NewInvitationRepository } from './new-invitations.repository.js';

/** What becomes of the lines of a batch: an invitation, or nothing, and then the credit goes back. */
@Injectable()
export class NewInvitations {
  constructor(
    private readonly invitations: NewInvitationRepository,
    private readonly checks: AddressChecks,
    private readonly credits: InvitationCredits,
  ) {}

  /** The ids of those that were invited; nobody is whose organisation was suspended, or whose template archived, since the list was sent. */
  async make(tx: Tx, batchId: string, lines: readonly Line[]): Promise<string[]> {
    const terms = await this.invitations.termsOf(tx, batchId);
    const faults = terms && (await this.checks.faultsOf(tx, terms.organisationId, terms.templateId, lines.map(({ email }) => email)));
    const made = faults ? await this.invitations.add(tx, batchId, lines.filter(({ email }) => !faults.has(email))) : [];
    await this.credits.settle(tx, lines.map(({ id }) => id));
    return made;
  }
}
