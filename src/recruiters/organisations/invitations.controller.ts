import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, RateLimiter, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ColleagueInvitationRepository } from './colleague-invitation.repository.js';
import { ColleagueInvitations } from './colleague-invitations.js';
import { invitationBody, type InvitationBody, invitationsView, type InvitationsView } from './organisations.dto.js';
import { Seats } from './seats.js';

const DAY = 86_400;

/** Colleagues who were asked to join: for the owners alone, since addresses stand here. */
@Controller('api/organisation/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: ColleagueInvitations,
    private readonly rows: ColleagueInvitationRepository,
    private readonly seats: Seats,
    private readonly db: Database,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Get()
  @For('recruiter')
  @View(invitationsView)
  async colleagueInvitations(@Me() actor: Actor): Promise<InvitationsView> {
    const { organisationId } = await this.seats.owning(this.db.alone, actor.id);
    const found = await this.rows.list(this.db.alone, organisationId);
    return { invitations: found.map(({ roles, sentAt, endsAt, ...rest }) => ({ ...rest, roles: [...roles], sentAt: sentAt.toISOString(), endsAt: endsAt.toISOString() })) };
  }

  @Post()
  @For('recruiter')
  @View(invitationsView, 201)
  async inviteColleague(@Me() actor: Actor, @Body({ schema: invitationBody }) wish: InvitationBody): Promise<InvitationsView> {
    await this.count(actor);
    await this.db.transaction((tx) => this.invitations.invite(tx, actor.id, wish));
    return this.colleagueInvitations(actor);
  }

  @Post(':id/mail')
  @For('recruiter')
  @HttpCode(200)
  @View(invitationsView)
  async sendInvitationAgain(@Me() actor: Actor, @Id() id: string): Promise<InvitationsView> {
    await this.count(actor);
    await this.db.transaction((tx) => this.invitations.sendAgain(tx, actor.id, id));
    return this.colleagueInvitations(actor);
  }

  @Delete(':id')
  @For('recruiter')
  @HttpCode(200)
  @View(invitationsView)
  async takeInvitationBack(@Me() actor: Actor, @Id() id: string): Promise<InvitationsView> {
    await this.db.transaction((tx) => this.invitations.takeBack(tx, actor.id, id));
    return this.colleagueInvitations(actor);
  }

  private async count(actor: Actor): Promise<void> {
    const { organisationId } = await this.seats.owning(this.db.alone, actor.id);
    await this.limiter.take({ key: `colleague-invitations:${organisationId}`, limit: this.policy.values.limits.rates.invitationsPerDay, seconds: DAY });
  }
}
