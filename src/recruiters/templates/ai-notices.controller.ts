import { Controller, Get } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { Id, Public, View } from '../../platform/http/index.js';
import { AiNotices } from './ai-notices.js';
import { aiNoticeView, type AiNoticeView } from './templates.dto.js';

/** What anybody may read about how an interview is scored, before they say yes to it. */
@Controller('api/ai-notices')
export class AiNoticesController {
  constructor(
    private readonly notices: AiNotices,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  @Get(':versionId')
  @Public()
  @View(aiNoticeView)
  async aiNotice(@Id('versionId') versionId: string): Promise<AiNoticeView> {
    const tx = this.db.alone;
    return this.notices.of(tx, versionId, await this.clock.now(tx));
  }
}
