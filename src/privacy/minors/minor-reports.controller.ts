import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { Public, RateLimiter, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { MinorReports } from './minor-reports.js';
import { minorReportBody, type MinorReportBody, minorReportedView, type MinorReportedView } from './minors.dto.js';

const HOUR = 3600;

/** Where anybody reports that somebody here is too young, without a sign-in. */
@Controller('api/minor-reports')
export class MinorReportsController {
  constructor(
    private readonly reports: MinorReports,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Post()
  @Public()
  @HttpCode(202)
  @View(minorReportedView, 202)
  async reportMinor(@Ip() ip: string, @Body({ schema: minorReportBody }) { about, why, contact }: MinorReportBody): Promise<MinorReportedView> {
    await this.limiter.take({ key: `minor-report:${RateLimiter.networkOf(ip)}`, limit: this.policy.values.limits.rates.minorReportsPerHour, seconds: HOUR });
    await this.reports.report({ about, why, contact: contact ?? null });
    return { isReceived: true };
  }
}
