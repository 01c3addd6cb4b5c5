import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { hashToken, newId, newToken, notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { ColleagueInvitationMail } from './colleague-invitation-mail.js';
import { ColleagueInvitationRepository } from './colleague-invitation.repository.js';
import { MemberRepository } from './member.repository.js';
import { inOrder } from './organisation.repository.js';
import { memberAlready, notApproved } from './organisations.errors.js';
import { type MemberRole, type Seat, Seats } from './seats.js';

/** Colleagues who are asked to join, by mail to an address that must then be theirs. */
@Injectable()
export class ColleagueInvitations {
  constructor(
    private readonly invitations: ColleagueInvitationRepository,
    private readonly members: MemberRepository,
    private readonly seats: Seats,
    private readonly contacts: AccountContacts,
    private readonly mail: ColleagueInvitationMail,
    private readonly audit: AuditLog,
  ) {}

  /** Sends an invitation; one that was sent to the address before stops working. AppErrors `recruiters.not_approved`, `recruiters.member_already`. */
  async invite(tx: Tx, actorId: string, { email, roles }: { email: string; roles: readonly MemberRole[] }): Promise<void> {
    const seat = await this.seats.deciding(tx, actorId);
    if (seat.state !== 'approved') throw notApproved();
    const colleagues = await this.contacts.findMany(tx, (await this.members.list(tx, seat.organisationId)).map(({ id }) => id));
    if ([...colleagues.values()].some((colleague) => colleague.email === email)) throw memberAlready();
    await this.send(tx, seat, email, inOrder(roles));
  }

  /** The same invitation under a new link; the one before stops working. */
  async sendAgain(tx: Tx, actorId: string, id: string): Promise<void> {
    const seat = await this.seats.deciding(tx, actorId);
    if (seat.state !== 'approved') throw notApproved();
    const found = await this.invitations.find(tx, seat.organisationId, id);
    if (!found) throw notFound();
    await this.send(tx, seat, found.email, found.roles);
  }

  async takeBack(tx: Tx, actorId: string, id: string): Promise<void> {
    const { organisationId } = await this.seats.deciding(tx, actorId);
    if (!(await this.invitations.delete(tx, organisationId, id))) throw notFound();
    await this.audit.append(tx, { actor: { kind: 'account', id: actorId }, action: 'recruiters.invitation_taken_back', subject: { kind: 'organisation', id: organisationId } });
  }

  private async send(tx: Tx, { accountId, organisationId, organisationName }: Seat, email: string, roles: readonly MemberRole[]): Promise<void> {
    const token = newToken();
    const id = newId();
    await this.invitations.put(tx, { id, organisationId, email, roles, tokenHash: hashToken(token) });
    const inviter = await this.contacts.find(tx, accountId);
    await this.mail.send(tx, email, { organisationName, inviter: inviter?.name ?? 'A colleague', token });
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'recruiters.colleague_invited', subject: { kind: 'invitation', id }, detail: { organisationId } });
  }
}
