import { RequestMethod } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { type Params } from 'nestjs-pino';
import { type Options } from 'pino-http';
import { type Config } from '../platform/config/index.js';

/** Takes lines, each with its line break. */
export interface Log {
  write(line: string): void;
}

/** One JSON line a request: when, what page, how long, from which network, browser and language. No query, no body, no name. */
export function logging({ settings }: Config, log?: Log): Params {
  const options: Options = {
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
  };
  return {
    // The library's own pattern matches the front page alone on our HTTP server, and this one strips the path from `url`.
    forRoutes: [{ path: '*path', method: RequestMethod.ALL }],
    pinoHttp: log ? [options, log] : options,
  };
}

/** The path as it was asked for, without its query, and without parts that no page of ours has, such as an address. The link of a certificate is known to those alone who were given it. */
function pathOf({ originalUrl, url = '' }: { originalUrl?: string; url?: string | undefined }): string {
  return (originalUrl ?? url).split('?')[0]?.replace(/^\/c\/[^/]+/, '/c/…').replaceAll(/[^/]*[^\w/.~…-][^/]*/g, '…') ?? '';
}

/** Bits of an address that are kept: a network, not a household. */
const KEPT_BITS = { ipv4: 24, ipv6: 48 } as const;

/** The address with everything after its network set to zero; nothing of what is no address. */
export function truncated(address: string): string {
  if (!ipaddr.isValid(address)) return '';
  const whole = ipaddr.process(address);
  return ipaddr.fromByteArray(whole.toByteArray().map((byte, at) => (at < KEPT_BITS[whole.kind()] / 8 ? byte : 0))).toString();
}
