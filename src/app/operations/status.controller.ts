import { Controller, Get } from '@nestjs/common';
import { For, View } from '../../platform/http/index.js';
import { JobsRuntime } from '../../platform/jobs/index.js';
import { Readiness } from '../readiness.js';
import { statusView, type StatusView } from './operations.dto.js';

/** What an operator sees first. */
@Controller('api/operations')
export class StatusController {
  constructor(
    private readonly readiness: Readiness,
    private readonly jobs: JobsRuntime,
  ) {}

  @Get('status')
  @For('operator')
  @View(statusView)
  async operationsStatus(): Promise<StatusView> {
    const { queues } = await this.jobs.describe();
    return {
      checks: await this.readiness.all(),
      queues: queues.map(({ queue, waiting, handedOver, dead, oldestDueSeconds }) => ({ name: queue, waiting, active: handedOver, failed: dead, oldestDueSeconds: Math.round(oldestDueSeconds) })),
    };
  }
}
