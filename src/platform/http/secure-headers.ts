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

/** Where browsers come back to from a page where somebody paid, some by a form of that page: it changes nothing, and believes nothing it is told. */
const BACK_FROM_PAYING = /^\/api\/checkout\/[0-9a-f-]{36}\/back(\?|$)/;

/** Origins of others that pages of ours may reach. */
export interface Elsewhere {
  /** Of those who hold conversations, from the room of an interview. */
  readonly conversations: readonly string[];
  /** Of gateways whose payment page is opened with a form. */
  readonly forms: readonly string[];
}

/** Puts the security headers on every answer and refuses unsafe requests that come from another origin. */
export function secure(fastify: FastifyInstance, publicUrl: string, { conversations, forms }: Elsewhere = { conversations: [], forms: [] }): void {
  const { origin, protocol } = new URL(publicUrl);
  fastify.decorateRequest('cspNonce', '');
  fastify.addHook('onRequest', async (request, reply) => {
    request.cspNonce = randomBytes(16).toString('base64');
    void reply.headers(headersFor(request.cspNonce, protocol === 'https:', { conversations: ROOM.test(request.url) ? conversations : [], forms }));
    void reply.header('permissions-policy', permissionsFor(request.url));
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    if (!SAFE_METHODS.has(request.method) && !BACK_FROM_PAYING.test(request.url) && comesFromElsewhere(request, origin)) {
      throw new AppError('http.foreign_origin', 403, 'This request came from another site and was refused. Nothing was changed.');
    }
  });
}

function headersFor(nonce: string, https: boolean, { conversations, forms }: Elsewhere): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'self'", `script-src 'self' 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data: blob:", "font-src 'self'",
      ["connect-src 'self'", ...conversations].join(' '), "media-src 'self' blob:", "object-src 'none'", "base-uri 'none'", ["form-action 'self'", ...forms].join(' '), "frame-ancestors 'none'",
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
