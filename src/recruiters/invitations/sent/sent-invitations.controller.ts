import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Tx } from '../../../platform/db/index.js';
import { type Actor, For, Id, Me, RateLimiter, View } from '../../../platform/http/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { type Seat } from '../../organisations/seats.js';
import { InvitationDesk } from '../invitation-desk.js';
import {
  asCounts, asTracked, extensionBody, invitationsQuery, type InvitationsQuery, trackedInvitationsView, type TrackedInvitationsView, trackedInvitationView, type TrackedInvitationView,
} from '../invitations.dto.js';
import { SentInvitations } from './sent-invitations.js';

const DAY = 86_400;

/** How the invitations of an organisation stand, and what its recruiters do about them. */
@Controller('api')
export class SentInvitationsController {
  constructor(
    private readonly invitations: SentInvitations,
    private readonly desk: InvitationDesk,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Get('templates/:id/invitations')
  @For('recruiter')
  @View(trackedInvitationsView)
  async templateInvitations(@Me() actor: Actor, @Id() id: string, @Query({ schema: invitationsQuery }) { state, after }: InvitationsQuery): Promise<TrackedInvitationsView> {
    const { invitations, next, counts } = await this.desk.seated(actor.id, (tx, seat) => this.invitations.list(tx, seat, id, { state: state ?? null, after: after ?? null }));
    return { invitations: invitations.map((shown) => asTracked(shown, actor.id)), next, counts: asCounts(counts) };
  }

  @Get('invitations/:id')
  @For('recruiter')
  @View(trackedInvitationView)
  sentInvitation(@Me() actor: Actor, @Id() id: string): Promise<TrackedInvitationView> {
    return this.shown(actor, id, async () => undefined);
  }

  @Post('invitations/:id/resending')
  @For('recruiter')
  @HttpCode(200)
  @View(trackedInvitationView)
  async resendInterviewInvitation(@Me() actor: Actor, @Id() id: string): Promise<TrackedInvitationView> {
    await this.mayMail(actor, id);
    return this.shown(actor, id, (tx, seat) => this.invitations.resend(tx, seat, id));
  }

  @Post('invitations/:id/extension')
  @For('recruiter')
  @HttpCode(200)
  @View(trackedInvitationView)
  async extendInvitation(@Me() actor: Actor, @Id() id: string, @Body({ schema: extensionBody }) { deadlineAt }: { deadlineAt: string }): Promise<TrackedInvitationView> {
    await this.mayMail(actor, id);
    return this.shown(actor, id, (tx, seat) => this.invitations.extend(tx, seat, id, new Date(deadlineAt)));
  }

  @Post('invitations/:id/reset')
  @For('recruiter')
  @HttpCode(200)
  @View(trackedInvitationView)
  async resetInvitation(@Me() actor: Actor, @Id() id: string): Promise<TrackedInvitationView> {
    await this.mayMail(actor, id);
    return this.shown(actor, id, (tx, seat) => this.invitations.reset(tx, seat, id));
  }

  @Delete('invitations/:id')
  @For('recruiter')
  @HttpCode(204)
  async revokeInvitation(@Me() actor: Actor, @Id() id: string): Promise<void> {
    await this.desk.seated(actor.id, (tx, seat) => this.invitations.revoke(tx, seat, id));
  }

  /** What was done stands also when a look at it afterwards would find it changed again. */
  private async shown(actor: Actor, id: string, work: (tx: Tx, seat: Seat) => Promise<void>): Promise<TrackedInvitationView> {
    await this.desk.seated(actor.id, work);
    return asTracked(await this.desk.seated(actor.id, (tx, seat) => this.invitations.read(tx, seat, id)), actor.id);
  }

  /** Nobody's inbox is filled by one invitation, and nobody else's tries count. */
  private async mayMail(actor: Actor, id: string): Promise<void> {
    await this.desk.seated(actor.id, (tx, seat) => this.invitations.read(tx, seat, id));
    await this.limiter.take({ key: `invitation mails:${id}`, limit: this.policy.values.limits.rates.invitationMailsPerDay, seconds: DAY });
  }
}
