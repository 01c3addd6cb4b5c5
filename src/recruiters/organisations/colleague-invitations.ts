import { Injectable } from '@nestjs/common';
import { hashToken, newId, newToken, notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Places } from '../billing/places.js';
import { ColleagueInvitationMail } from './colleague-invitation-mail.js';
import { ColleagueInvitationRepository } from './colleague-invitation.repository.js';
import { MemberRoster } from './member-roster.js';
import { inOrder } from './organisation.repository.js';
import { memberAlready, notApproved } from './organisations.errors.js';
import { type MemberRole, type Seat, Seats } from './seats.js';

/** Colleagues who are asked to join, by mail to an address that must then be theirs. */
@Injectable()
export class ColleagueInvitations {
  constructor(
    private readonly invitations: ColleagueInvitationRepository,
    private readonly roster: MemberRoster,
    private readonly places: Places,
    private readonly seats: Seats,
    private readonly mail: ColleagueInvitationMail,
    private readonly audit: AuditLog,
  ) {}

  /** Sends an invitation; one that was sent to the address before stops working. AppErrors `recruiters.not_approved`, `recruiters.member_already`, `payments.no_seat`. */
  async invite(tx: Tx, actorId: string, { email, roles }: { email: string; roles: readonly MemberRole[] }): Promise<void> {
    const seat = await this.seats.deciding(tx, actorId);
    if (seat.state !== 'approved') throw notApproved();
    if ((await this.roster.list(tx, seat)).some((colleague) => colleague.email === email)) throw memberAlready();
    await this.send(tx, seat, email, inOrder(roles));
  }

  /** The same invitation under a new link; the one before stops working. AppErrors as of `invite`. */
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

  private async send(tx: Tx, seat: Seat, email: string, roles: readonly MemberRole[]): Promise<void> {
    const { accountId, organisationId, organisationName } = seat;
    await this.places.requireForInvitation(tx, organisationId, email);
    const token = newToken();
    const id = newId();
    await this.invitations.put(tx, { id, organisationId, email, roles, tokenHash: hashToken(token) });
    const inviter = (await this.roster.list(tx, seat)).find(({ id: colleagueId }) => colleagueId === accountId);
    await this.mail.send(tx, email, { organisationName, inviter: inviter?.name ?? 'A colleague', token });
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'recruiters.colleague_invited', subject: { kind: 'invitation', id }, detail: { organisationId } });
  }
}
