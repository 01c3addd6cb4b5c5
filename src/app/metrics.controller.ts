import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { hashToken, notFound } from '../kernel/index.js';
import { Config } from '../platform/config/index.js';
import { ByToken } from '../platform/http/index.js';
import { Metrics } from './metrics.js';

/** Prometheus reads here with `Authorization: Bearer <METRICS_TOKEN>`; without a token set there is nothing to read. */
@Controller('api/metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get()
  @ByToken('metrics')
  @ApiExcludeEndpoint()
  async read(@Headers('authorization') authorization: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const expected = this.config.settings.METRICS_TOKEN;
    if (!expected || !same(authorization ?? '', `Bearer ${expected}`)) throw notFound();
    await reply.header('content-type', this.metrics.contentType).send(await this.metrics.text());
  }
}

function same(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(expected)));
}
