import { Body, Controller, Get, Headers, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { type Actor, For, Me, SignedIn, View } from '../../platform/http/index.js';
import { saysGpc } from '../choices/sale-opt-out.js';
import { PageViews } from './page-views.js';
import { UsageReport } from './usage-report.js';
import { pageViewBody, type PageViewBody, usageSpan, type UsageSpan, usageView, type UsageView } from './usage.dto.js';

/** What is used here, counted without knowing by whom. */
@Controller('api')
export class UsageController {
  constructor(
    private readonly views: PageViews,
    private readonly report: UsageReport,
  ) {}

  /** The answer is the same whether it was counted or not. */
  @Post('page-views')
  @SignedIn()
  @HttpCode(204)
  async countPageView(@Me() { id }: Actor, @Body({ schema: pageViewBody }) { page, open }: PageViewBody, @Headers('sec-gpc') header: string | undefined): Promise<void> {
    await this.views.take(id, saysGpc(header), page, open);
  }

  @Get('operator/usage')
  @For('operator')
  @View(usageView)
  usage(@Query({ schema: usageSpan }) span: UsageSpan): Promise<UsageView> {
    return this.report.read(span);
  }

  @Get('operator/usage.csv')
  @For('operator')
  @ApiProduces('text/csv')
  async usageCsv(@Query({ schema: usageSpan }) span: UsageSpan): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.report.csv(span)), { type: 'text/csv; charset=utf-8; header=present', disposition: `attachment; filename="usage-${span.days}-days.csv"` });
  }
}
