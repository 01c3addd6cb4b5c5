import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyInstance } from 'fastify';
import { UsageCounters } from '../privacy/index.js';

const EVERY_MS = 60_000;
/** Files, and what machines ask to see whether this place runs, are nobody's use of it. */
const NOT_USE = /\.[a-z0-9]+$|^\/(assets|api\/health|api\/metrics)(\/|$)/i;

/** Counts what the server answers, by route pattern alone: of the request itself nothing is looked at. */
@Injectable()
export class RequestCounter implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly counters: UsageCounters,
  ) {}

  onModuleInit(): void {
    // A worker has no web server.
    const adapter: { getInstance(): FastifyInstance } | undefined = this.host.httpAdapter;
    const server = adapter?.getInstance();
    if (!server) return;
    server.addHook('onResponse', async (request, reply) => {
      const pattern = request.routeOptions.url;
      if (pattern === undefined || NOT_USE.test(pattern) || request.method === 'HEAD' || reply.statusCode >= 400) return;
      this.counters.answered(`${request.method} ${pattern}`, reply.elapsedTime);
    });
    const timer = setInterval(() => void this.counters.flush(), EVERY_MS).unref();
    // After the last answer was given, and before the database is left.
    server.addHook('onClose', async () => {
      clearInterval(timer);
      await this.counters.flush();
    });
  }
}
