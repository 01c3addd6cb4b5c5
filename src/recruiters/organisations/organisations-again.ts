import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoleGrants } from '../../accounts/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Journal } from '../../platform/journal/index.js';
import { memberFact, organisationFact } from '../recruiters.facts.js';
import { endMembership } from './end-membership.js';
import { MemberRepository } from './member.repository.js';
import { OrganisationRepository } from './organisation.repository.js';
import { type MemberRole, memberRoles } from './seats.js';

/** People read it: the reason itself was lost with the database. */
const REASON = 'This was decided before this place was restored from a backup. Ask its operator for the reason.';

/** Whoever was removed or may not search any more gets nothing back with a backup; whoever came since does not come back by themselves. */
@Injectable()
export class OrganisationsAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly members: MemberRepository,
    private readonly organisations: OrganisationRepository,
    private readonly grants: RoleGrants,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    // By the link of one that was taken back somebody could join.
    this.journal.beforeReplay(() => this.db.transaction(async (tx) => { await tx.query('delete from recruiters.colleague_invitation'); }));
    this.journal.replays(memberFact, ({ organisationId, accountId, roles }) => this.setRoles(organisationId, accountId, memberRoles.filter((role) => roles.split('+').includes(role))));
    this.journal.replays(organisationFact, ({ organisationId, state }) => this.db.transaction((tx) => this.stop(tx, organisationId, state)));
  }

  private async setRoles(organisationId: string, accountId: string, wanted: readonly MemberRole[]): Promise<boolean> {
    const found = await this.members.rolesOf(this.db.alone, organisationId, accountId);
    if (found === null || (found.length === wanted.length && wanted.every((role) => found.includes(role)))) return false;
    if (wanted.length === 0) {
      await this.grants.ofAnother(accountId, 'recruiter', async (tx) => { await endMembership(tx, this.members, accountId); });
      return true;
    }
    return this.db.transaction(async (tx) => {
      await this.organisations.hold(tx, organisationId);
      const owners = await this.members.owners(tx, organisationId);
      // Whoever owns it now may have come since: then it stays with whoever owned it then.
      if (!wanted.includes('owner') && owners.every((owner) => owner === accountId)) return false;
      return this.members.setRoles(tx, organisationId, accountId, wanted);
    });
  }

  /** An approval is not given once more: nobody knows any more by whom. */
  private async stop(tx: Tx, organisationId: string, state: 'approved' | 'refused' | 'suspended'): Promise<boolean> {
    const found = await this.organisations.hold(tx, organisationId);
    if (!found || state === 'approved' || found.state === state) return false;
    await this.organisations.decide(tx, found, state, REASON);
    return true;
  }
}
