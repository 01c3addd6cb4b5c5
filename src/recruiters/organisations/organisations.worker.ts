import { Injectable } from '@nestjs/common';
import { accountEvents } from '../../accounts/index.js';
import { Database } from '../../platform/db/index.js';
import { OnEvent, OnJob } from '../../platform/jobs/index.js';
import { ColleagueInvitationRepository } from './colleague-invitation.repository.js';
import { MemberRepository } from './member.repository.js';
import { MemberRoster } from './member-roster.js';
import { OrganisationApproval } from './organisation-approval.js';
import { lookAtDomain, sweepInvitations } from './organisations.jobs.js';

@Injectable()
export class OrganisationsWorker {
  constructor(
    private readonly invitations: ColleagueInvitationRepository,
    private readonly roster: MemberRoster,
    private readonly members: MemberRepository,
    private readonly approval: OrganisationApproval,
    private readonly db: Database,
  ) {}

  @OnJob(sweepInvitations)
  async sweep(): Promise<void> {
    await this.invitations.sweep(this.db.alone);
  }

  @OnEvent(accountEvents.closed)
  async passOn({ accountId }: { accountId: string }): Promise<void> {
    await this.db.transaction((tx) => this.roster.afterClosing(tx, accountId));
  }

  @OnJob(lookAtDomain)
  async lookAtDomain({ organisationId }: { organisationId: string }): Promise<void> {
    await this.db.transaction((tx) => this.approval.byDomain(tx, organisationId));
  }

  /** A new address of an owner may show that the domain is theirs, or no longer show it. */
  @OnEvent(accountEvents.identityChanged)
  async lookAgain({ accountId }: { accountId: string }): Promise<void> {
    const organisationId = await this.members.organisationOf(this.db.alone, accountId);
    if (organisationId !== null) await this.db.transaction((tx) => this.approval.byDomain(tx, organisationId));
  }
}
