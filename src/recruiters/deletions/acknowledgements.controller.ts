import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { ByToken, RateLimiter, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { Acknowledgements } from './acknowledgements.js';
import { acknowledgementBody, asAsked, askedDeletionView, type AskedDeletionView } from './deletions.dto.js';

/** Where those who had a copy say that it is deleted. Both are POSTs: the token reaches no log, and opening a link says nothing. */
@Controller('api/deletion-acknowledgements')
export class AcknowledgementsController {
  constructor(
    private readonly acknowledgements: Acknowledgements,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  @Post('reading')
  @ByToken('copy-deleted')
  @HttpCode(200)
  @View(askedDeletionView)
  async readDeletionAsked(@Body({ schema: acknowledgementBody }) { token }: { token: string }, @Ip() ip: string): Promise<AskedDeletionView> {
    await this.slowDown(ip);
    return asAsked(await this.db.transaction((tx) => this.acknowledgements.read(tx, token)));
  }

  @Post()
  @ByToken('copy-deleted')
  @HttpCode(204)
  async acknowledgeDeletion(@Body({ schema: acknowledgementBody }) { token }: { token: string }, @Ip() ip: string): Promise<void> {
    await this.slowDown(ip);
    await this.db.transaction((tx) => this.acknowledgements.say(tx, token));
  }

  private slowDown(ip: string): Promise<void> {
    return this.limiter.take({ key: `deletion acknowledgements:${RateLimiter.networkOf(ip)}`, limit: this.policy.values.limits.rates.clientLinkOpeningsPerHour, seconds: 3600 });
  }
}
