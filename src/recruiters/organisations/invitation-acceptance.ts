import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { hashToken } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Places } from '../billing/places.js';
import { ColleagueInvitationRepository, type OpenInvitation } from './colleague-invitation.repository.js';
import { MemberRepository } from './member.repository.js';
import { OrganisationRepository } from './organisation.repository.js';
import { hasOrganisation, invitationOver } from './organisations.errors.js';

/** The invited colleague's side. Whatever keeps a link from working, the answer is the same. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly invitations: ColleagueInvitationRepository,
    private readonly organisations: OrganisationRepository,
    private readonly members: MemberRepository,
    private readonly contacts: AccountContacts,
    private readonly places: Places,
    private readonly audit: AuditLog,
  ) {}

  /** What the invitation is to, for the owner of the address it was sent to; AppError `recruiters.invitation_over`. Uses nothing up. */
  async read(tx: Tx, accountId: string, token: string): Promise<OpenInvitation> {
    const found = await this.invitations.findOpen(tx, hashToken(token));
    const contact = await this.contacts.find(tx, accountId);
    if (!found || contact?.email !== found.email) throw invitationOver();
    return found;
  }

  /** Makes this account a member, once; AppErrors `recruiters.invitation_over`, `recruiters.has_organisation` and `payments.no_seat` (the invitation stays). */
  async accept(tx: Tx, accountId: string, token: string): Promise<void> {
    const { id, organisationId, roles } = await this.read(tx, accountId, token);
    await this.organisations.hold(tx, organisationId);
    if (!(await this.invitations.delete(tx, organisationId, id))) throw invitationOver();
    await this.places.requireForMember(tx, organisationId);
    if (!(await this.members.add(tx, accountId, organisationId, roles))) throw hasOrganisation();
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'recruiters.member_joined', subject: { kind: 'organisation', id: organisationId } });
  }
}
