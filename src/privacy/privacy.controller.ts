import { Controller, Get } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { type Actor, Me, RateLimiter, SignedIn, View } from '../platform/http/index.js';
import { heldRows } from '../platform/personal-data/index.js';
import { Policy } from '../platform/policy/index.js';
import { byKind, holdingsView, type HoldingsView } from './privacy.dto.js';

/** What is held of whoever asks. */
@Controller('api/privacy')
export class PrivacyController {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  @Get('holdings')
  @SignedIn()
  @View(holdingsView)
  async myHoldings(@Me() { id }: Actor): Promise<HoldingsView> {
    await this.limiter.take({ key: `holdings:${id}`, limit: this.policy.values.limits.rates.holdingsPerMinute, seconds: 60 });
    return byKind(await heldRows(this.db.alone, this.policy, id), this.policy);
  }
}
