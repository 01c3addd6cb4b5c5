import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { RoleGrants, ThisBrowser } from '../../accounts/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, Me, SignedIn, View } from '../../platform/http/index.js';
import { InvitationAcceptance } from './invitation-acceptance.js';
import { joinedView, openInvitationView, type OpenInvitationView, tokenBody } from './organisations.dto.js';

/** Where an invited colleague reads and accepts. Both are POSTs: the token reaches no log, and opening a link does nothing. */
@Controller('api/colleague-invitations')
export class JoiningController {
  constructor(
    private readonly acceptance: InvitationAcceptance,
    private readonly grants: RoleGrants,
    private readonly db: Database,
  ) {}

  @Post('reading')
  @SignedIn()
  @HttpCode(200)
  @View(openInvitationView)
  async readInvitation(@Me() actor: Actor, @Body({ schema: tokenBody }) { token }: { token: string }): Promise<OpenInvitationView> {
    const { organisationName, roles } = await this.acceptance.read(this.db.alone, actor.id, token);
    return { organisationName, roles: [...roles] };
  }

  @Post('acceptance')
  @SignedIn()
  @HttpCode(200)
  @View(joinedView)
  async acceptInvitation(@Body({ schema: tokenBody }) { token }: { token: string }, @ThisBrowser() browser: ThisBrowser): Promise<{ joined: true }> {
    await this.grants.takeUp(browser, 'recruiter', (tx, accountId) => this.acceptance.accept(tx, accountId, token));
    return { joined: true };
  }
}
