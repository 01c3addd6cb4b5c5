import { Controller, Get } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Me, View } from '../../platform/http/index.js';
import { standingView, type StandingView } from './entitlements.dto.js';
import { Entitlements } from './entitlements.js';

/** What somebody who practises has left, in one look. */
@Controller('api/billing/standing')
export class StandingController {
  constructor(
    private readonly entitlements: Entitlements,
    private readonly db: Database,
  ) {}

  @Get()
  @For('candidate')
  @View(standingView)
  async practiceStanding(@Me() actor: Actor): Promise<StandingView> {
    const { credits, premiumVoice } = await this.entitlements.standing(this.db.alone, { accountId: actor.id });
    const { left, free } = credits.interview;
    return { interviews: { left, free: { ...free, until: free.until.toISOString() }, bought: left - free.left }, premiumVoice };
  }
}
