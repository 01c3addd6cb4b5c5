import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiConsumes, ApiResponse } from '@nestjs/swagger';
import { Public } from '../../../platform/http/index.js';
import { WebhookIntake } from './webhook-intake.js';

/** Where gateways say that something happened. */
@Controller('api/webhooks')
export class WebhooksController {
  constructor(private readonly intake: WebhookIntake) {}

  /** The bytes as they came: signatures are of those. */
  @Post(':gateway')
  @Public()
  @HttpCode(200)
  @ApiConsumes('application/json')
  @ApiResponse({ status: 200 })
  async takeWebhook(@Param('gateway') gateway: string, @Body() raw: unknown, @Headers() headers: Record<string, string | string[] | undefined>): Promise<void> {
    await this.intake.take(gateway, Buffer.isBuffer(raw) ? raw : Buffer.alloc(0), headers);
  }
}
