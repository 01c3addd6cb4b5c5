import { Controller, Get, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { Public, View } from '../platform/http/index.js';
import { healthView, type HealthView } from './public.dto.js';
import { Readiness } from './readiness.js';

/** For whoever restarts or routes: `live` says that the process answers, `ready` that it can do its work. */
@Controller('api/health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Public()
  @View(healthView)
  live(): HealthView {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @View(healthView)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthView> {
    const checks = await this.readiness.checks();
    if (checks.every(({ ok }) => ok)) return { status: 'ok' };
    void reply.status(503).header('retry-after', 5);
    return { status: 'unavailable' };
  }
}
