import { Body, Controller, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { z } from 'zod';
import { type Actor, For, Id, Me, RateLimiter } from '../../platform/http/index.js';
import { PaperPress } from '../../platform/paper/index.js';
import { Policy } from '../../platform/policy/index.js';
import { copiesPdf } from './copies-pdf.js';
import { ResultCopies } from './result-copies.js';

const DAY = 86_400;

export const copyBody = z.strictObject({ invitationIds: z.array(z.uuid()).min(1, 'Choose somebody.').max(500) });
export type CopyBody = z.infer<typeof copyBody>;

/** Files of the results of a template. Whoever is in one is told of it, so nothing but somebody's own step may make one. */
@Controller('api/templates/:id/copies')
export class CopiesController {
  constructor(
    private readonly copies: ResultCopies,
    private readonly press: PaperPress,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Post('csv')
  @For('recruiter')
  @HttpCode(200)
  @ApiProduces('text/csv')
  async copyResultsAsTable(@Me() actor: Actor, @Id() id: string, @Body({ schema: copyBody }) { invitationIds }: CopyBody): Promise<StreamableFile> {
    await this.slowDown(actor.id);
    return new StreamableFile(await this.copies.csv(actor.id, id, invitationIds), { type: 'text/csv; charset=utf-8; header=present', disposition: 'attachment; filename="interviews.csv"' });
  }

  @Post('pdf')
  @For('recruiter')
  @HttpCode(200)
  @ApiProduces('application/pdf')
  async copyResultsAsPaper(@Me() actor: Actor, @Id() id: string, @Body({ schema: copyBody }) { invitationIds }: CopyBody): Promise<StreamableFile> {
    await this.slowDown(actor.id);
    const file = await this.press.set(actor.id, async () => copiesPdf(await this.copies.people(actor.id, id, invitationIds)));
    return new StreamableFile(file, { type: 'application/pdf', disposition: 'attachment; filename="interviews.pdf"' });
  }

  private slowDown(accountId: string): Promise<void> {
    return this.limiter.take({ key: `copies of results:${accountId}`, limit: this.policy.values.limits.rates.exportsPerDay, seconds: DAY });
  }
}
