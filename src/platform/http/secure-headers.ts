import { randomBytes } from 'node:crypto';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/index.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** One per request: the only scripts and styles that run are those that carry it. */
    cspNonce: string;
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The pages on which answers are spoken. */
const SPEAKING = /^\/(practice|interviews(?=\/))(\/|\?|$)/i;
/** The room of an interview: the one page that may reach somebody else, an interviewer who speaks. */
const ROOM = /^\/interviews\/[^/?]+\/?(\?|$)/i;

/**
 * Puts the security headers on every answer and refuses unsafe requests that come from another origin. `conversations` are the
 * origins of those who hold conversations, where there are any.
 */
export function secure(fastify: FastifyInstance, publicUrl: string, conversations: readonly string[] = []): void {
  const { origin, protocol } = new URL(publicUrl);
  fastify.decorateRequest('cspNonce', '');
  fastify.addHook('onRequest', async (request, reply) => {
    request.cspNonce = randomBytes(16).toString('base64');
    void reply.headers(headersFor(request.cspNonce, protocol === 'https:', ROOM.test(request.url) ? conversations : []));
    void reply.header('permissions-policy', permissionsFor(request.url));
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    if (!SAFE_METHODS.has(request.method) && comesFromElsewhere(request, origin)) {
      throw new AppError('http.foreign_origin', 403, 'This request came from another site and was refused. Nothing was changed.');
    }
  });
}

function headersFor(nonce: string, https: boolean, reachable: readonly string[]): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'self'", `script-src 'self' 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data: blob:", "font-src 'self'",
      ["connect-src 'self'", ...reachable].join(' '), "media-src 'self' blob:", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Pages whose link carries a token must not tell the next site about it.
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/** Camera and microphone can be asked for where answers are spoken, and by us alone. */
function permissionsFor(url: string): string {
  const us = SPEAKING.test(url) ? '(self)' : '()';
  return `camera=${us}, microphone=${us}, geolocation=(), payment=(), usb=(), interest-cohort=()`;
}

/** Browsers say where a request comes from. A request that says neither is not from a page, and carries no cookie by itself. */
function comesFromElsewhere(request: FastifyRequest, ourOrigin: string): boolean {
  const { origin, host, authorization } = request.headers;
  // Only a program can send this header without asking us first, and with it no cookie counts.
  if (authorization?.startsWith('Bearer ') === true) return false;
  if (request.headers['sec-fetch-site'] === 'cross-site') return true;
  if (origin === undefined) return false;
  return origin !== ourOrigin && origin !== `${request.protocol}://${host}`;
}
