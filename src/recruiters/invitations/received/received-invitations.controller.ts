import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Database } from '../../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../../platform/http/index.js';
import { InvitationStart } from './invitation-start.js';
import { InvitationViews } from './invitation-views.js';
import { ownInvitationsView, ownInvitationView, type OwnInvitationView, refusalBody, type RefusalBody, startBody, type StartBody, startedView } from '../invitations.dto.js';
import { ReceivedInvitations } from './received-invitations.js';

/** The invitations that whoever is signed in has accepted. */
@Controller('api/invitations/mine')
export class ReceivedInvitationsController {
  constructor(
    private readonly invitations: ReceivedInvitations,
    private readonly starts: InvitationStart,
    private readonly views: InvitationViews,
    private readonly db: Database,
  ) {}

  @Get()
  @For('candidate')
  @View(ownInvitationsView)
  async myInvitations(@Me() actor: Actor): Promise<{ invitations: OwnInvitationView[] }> {
    return { invitations: (await this.invitations.list(this.db.alone, actor.id)).map((invitation) => this.views.own(invitation)) };
  }

  @Get(':id')
  @For('candidate')
  @View(ownInvitationView)
  async myInvitation(@Me() actor: Actor, @Id() id: string): Promise<OwnInvitationView> {
    return this.views.own(await this.invitations.read(this.db.alone, actor.id, id));
  }

  @Post(':id/interview')
  @For('candidate')
  @HttpCode(200)
  @View(startedView)
  startInvitedInterview(@Me() actor: Actor, @Id() id: string, @Body({ schema: startBody }) wish: StartBody): Promise<{ interviewId: string }> {
    return this.db.transaction((tx) => this.starts.start(tx, actor.id, id, wish));
  }

  @Post(':id/refusal')
  @For('candidate')
  @HttpCode(204)
  async declineInvitation(@Me() actor: Actor, @Id() id: string, @Body({ schema: refusalBody }) refusal: RefusalBody): Promise<void> {
    await this.db.transaction((tx) => this.invitations.decline(tx, actor.id, id, refusal));
  }
}
