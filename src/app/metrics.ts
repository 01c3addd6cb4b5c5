import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { GatewayWatch } from '../payments/index.js';
import { Database } from '../platform/db/index.js';
import { JobsRuntime } from '../platform/jobs/index.js';

/** Counts and durations by route pattern and status; never an address, an id or a person. */
@Injectable()
export class Metrics implements OnModuleInit {
  private readonly registry = new Registry();
  readonly contentType = this.registry.contentType;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly jobs: JobsRuntime,
    private readonly gateways: GatewayWatch,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    collectDefaultMetrics({ register: this.registry });
    this.countRequests();
    this.countJobs();
    this.watchGateways();
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private countRequests(): void {
    const duration = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by method, route pattern and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [this.registry],
    });
    // A worker has no web server.
    const adapter: { getInstance(): FastifyInstance } | undefined = this.host.httpAdapter;
    adapter?.getInstance().addHook('onResponse', async (request, reply) => {
      duration.observe({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode }, reply.elapsedTime / 1000);
    });
  }

  private countJobs(): void {
    const jobs = this.jobs;
    new Gauge({
      name: 'viva_jobs',
      help: 'Jobs by queue and state',
      labelNames: ['queue', 'state'],
      registers: [this.registry],
      async collect() {
        for (const { queue, waiting, handedOver, dead } of (await jobs.describe()).queues) {
          for (const [state, count] of Object.entries({ waiting, handedOver, dead })) this.set({ queue, state }, count);
        }
      },
    });
  }

  private watchGateways(): void {
    const { gateways, db, registry } = this;
    new Gauge({
      name: 'viva_gateway',
      help: 'Gateways that take payments: `silent` (1: people pay, and no word of it comes) and `waiting` (words that nobody worked on yet)',
      labelNames: ['gateway', 'what'],
      registers: [registry],
      async collect() {
        for (const { gateway, isSilent, waiting } of await gateways.standing(db.alone)) {
          this.set({ gateway, what: 'silent' }, Number(isSilent));
          this.set({ gateway, what: 'waiting' }, waiting);
        }
      },
    });
  }
}
