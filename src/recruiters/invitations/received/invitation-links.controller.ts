import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { Database } from '../../../platform/db/index.js';
import { type Actor, Authenticator, ByToken, For, Me, RateLimiter, View } from '../../../platform/http/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { InvitationLinks } from './invitation-links.js';
import { acceptedView, linkedInvitationView, type LinkedInvitationView, linkRefusalBody, type LinkRefusalBody, tokenBody } from '../invitations.dto.js';
import { InvitationViews } from './invitation-views.js';

const HOUR = 3600;

type Asking = Parameters<Authenticator['authenticate']>[0];

/** Where the link of a mail leads. The token stands in the body, so that it reaches no log; and all are POSTs, so that a mail scanner that opens the link changes nothing. */
@Controller('api/invitation-links')
export class InvitationLinksController {
  constructor(
    private readonly links: InvitationLinks,
    private readonly views: InvitationViews,
    private readonly authenticator: Authenticator,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  @Post('reading')
  @ByToken('invitation')
  @HttpCode(200)
  @View(linkedInvitationView)
  async readInvitationLink(@Req() request: Asking, @Body({ schema: tokenBody }) { token }: { token: string }): Promise<LinkedInvitationView> {
    return this.views.linked(await this.links.read(this.db.alone, token, await this.asks(request)));
  }

  @Post('opening')
  @ByToken('invitation')
  @HttpCode(204)
  async openInvitationLink(@Req() request: Asking, @Body({ schema: tokenBody }) { token }: { token: string }): Promise<void> {
    const accountId = await this.asks(request);
    await this.db.transaction((tx) => this.links.open(tx, token, accountId));
  }

  @Post('refusal')
  @ByToken('invitation')
  @HttpCode(204)
  async declineInvitationLink(@Req() request: Asking, @Body({ schema: linkRefusalBody }) { token, ...refusal }: LinkRefusalBody): Promise<void> {
    const accountId = await this.asks(request);
    await this.db.transaction((tx) => this.links.decline(tx, token, accountId, refusal));
  }

  @Post('acceptance')
  @For('candidate')
  @HttpCode(200)
  @View(acceptedView)
  async acceptInterviewInvitation(@Me() actor: Actor, @Req() request: Asking, @Body({ schema: tokenBody }) { token }: { token: string }): Promise<{ id: string }> {
    await this.count(request);
    return { id: await this.db.transaction((tx) => this.links.accept(tx, token, actor.id)) };
  }

  /** Who is signed in, if anybody is: a link that was accepted works for them alone. */
  private async asks(request: Asking): Promise<string | null> {
    await this.count(request);
    return (await this.authenticator.authenticate(request))?.id ?? null;
  }

  private async count({ ip }: Asking): Promise<void> {
    await this.limiter.take({ key: `invitation links:${RateLimiter.networkOf(ip)}`, limit: this.policy.values.limits.rates.invitationLinksPerHour, seconds: HOUR });
  }
}
