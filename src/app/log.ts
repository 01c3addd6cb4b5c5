import { isIPv4 } from 'node:net';
import { RequestMethod } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Params } from 'nestjs-pino';
import { type Config } from '../platform/config/index.js';

/** One JSON line a request: when, what page, how long, from which network, browser and language. No query, no body, no name. */
export function logging({ settings }: Config): Params {
  return {
    // The library's own pattern matches the front page alone on our HTTP server, and this one strips the path from `url`.
    forRoutes: [{ path: '*path', method: RequestMethod.ALL }],
    pinoHttp: {
      level: settings.LOG_LEVEL,
      autoLogging: { ignore: (request) => pathOf(request).startsWith('/api/health/') },
      quietReqLogger: true,
      serializers: {
        req: ({ raw }: { raw: FastifyRequest['raw'] & { ip?: string } }) => ({
          method: raw.method,
          page: pathOf(raw),
          network: truncated(raw.ip ?? raw.socket.remoteAddress ?? ''),
          browser: raw.headers['user-agent'],
          language: raw.headers['accept-language'],
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: ({ type, stack }: { type: string; stack?: string }) => ({ type, stack: stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n') }),
      },
    },
  };
}

/** The path as it was asked for, without its query. */
function pathOf({ originalUrl, url = '' }: { originalUrl?: string; url?: string | undefined }): string {
  return (originalUrl ?? url).split('?')[0] ?? '';
}

/** The last byte of an IPv4 address and the last 80 bits of an IPv6 address are dropped: a network, not a household. */
export function truncated(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  if (isIPv4(plain)) return plain.replace(/\d+$/, '0');
  return plain.includes(':') ? `${plain.split(':').slice(0, 3).join(':')}::` : '';
}
