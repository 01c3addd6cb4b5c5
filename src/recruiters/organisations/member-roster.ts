import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { endMembership } from './end-membership.js';
import { type Member, MemberRepository } from './member.repository.js';
import { OrganisationApproval } from './organisation-approval.js';
import { OrganisationNews } from './organisation-news.js';
import { inOrder } from './organisation.repository.js';
import { nowOwnerWords, partChangedWords, removedWords } from './organisation-words.js';
import { lastOwner } from './organisations.errors.js';
import { type MemberRole, type Seat, Seats } from './seats.js';

/** Who works for an organisation, and as what. Whoever is removed sees nothing from the same commit on. */
@Injectable()
export class MemberRoster {
  constructor(
    private readonly members: MemberRepository,
    private readonly seats: Seats,
    private readonly contacts: AccountContacts,
    private readonly approval: OrganisationApproval,
    private readonly news: OrganisationNews,
    private readonly audit: AuditLog,
  ) {}

  async list(tx: Tx, { organisationId }: Seat): Promise<(Member & { name: string; email: string })[]> {
    const members = await this.members.list(tx, organisationId);
    const contacts = await this.contacts.findMany(tx, members.map(({ id }) => id));
    return members.flatMap((member) => {
      const contact = contacts.get(member.id);
      return contact ? [{ ...member, ...contact }] : [];
    });
  }

  /** An owner gives a member, or themselves, other roles; AppErrors `not_found`, `recruiters.last_owner`. */
  async setRoles(tx: Tx, actorId: string, memberId: string, roles: readonly MemberRole[]): Promise<void> {
    const { organisationId, organisationName } = await this.seats.deciding(tx, actorId);
    const wanted = inOrder(roles);
    if (!(await this.members.setRoles(tx, organisationId, memberId, wanted))) throw notFound();
    await this.keepAnOwner(tx, organisationId);
    await this.approval.byDomain(tx, organisationId);
    if (memberId !== actorId) await this.news.tell(tx, [memberId], partChangedWords(organisationName, wanted));
    await this.write(tx, actorId, 'recruiters.member_changed', memberId, organisationId);
  }

  /** An owner ends somebody else's part; AppErrors `not_found`, `recruiters.last_owner`. */
  async remove(tx: Tx, actorId: string, memberId: string): Promise<void> {
    const { organisationId, organisationName } = await this.seats.deciding(tx, actorId);
    if (!(await this.members.delete(tx, organisationId, memberId))) throw notFound();
    await this.keepAnOwner(tx, organisationId);
    await this.approval.byDomain(tx, organisationId);
    await this.news.tell(tx, [memberId], removedWords(organisationName));
    await this.write(tx, actorId, 'recruiters.member_removed', memberId, organisationId);
  }

  /** A member goes; with the last one goes the organisation. AppError `recruiters.last_owner` for the last owner of several. */
  async leave(tx: Tx, actorId: string): Promise<void> {
    const { organisationId } = await this.seats.holding(tx, actorId);
    await this.members.delete(tx, organisationId, actorId);
    if (!(await this.members.deleteIfEmpty(tx, organisationId))) {
      await this.keepAnOwner(tx, organisationId);
      await this.approval.byDomain(tx, organisationId);
    }
    await this.write(tx, actorId, 'recruiters.member_left', actorId, organisationId);
  }

  /** The account of a member was closed: nothing of the organisation is left without an owner. */
  async afterClosing(tx: Tx, accountId: string): Promise<void> {
    const heir = await endMembership(tx, this.members, accountId);
    if (heir) await this.news.tell(tx, [heir.accountId], nowOwnerWords(heir.organisationName));
  }

  private async keepAnOwner(tx: Tx, organisationId: string): Promise<void> {
    if ((await this.members.owners(tx, organisationId)).length === 0) throw lastOwner();
  }

  private async write(tx: Tx, actorId: string, action: string, memberId: string, organisationId: string): Promise<void> {
    await this.audit.append(tx, { actor: { kind: 'account', id: actorId }, action, subject: { kind: 'account', id: memberId }, detail: { organisationId } });
  }
}
