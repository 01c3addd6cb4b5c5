import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Config } from '../platform/config/index.js';

const names = { session: 'session_token', link: 'link', provider: 'provider', signUp: 'sign_up' } as const;
type CookieName = keyof typeof names;

/** Our cookies: no page can read them, no other site sends them along with a change, and each holds an opaque value. */
@Injectable()
export class Cookies {
  private readonly isSecure: boolean;

  constructor({ settings }: Config) {
    this.isSecure = settings.PUBLIC_URL.startsWith('https://');
  }

  read(request: FastifyRequest, cookie: CookieName): string | null {
    const start = `${this.nameOf(cookie)}=`;
    const found = (request.headers.cookie ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(start));
    return found ? found.slice(start.length) || null : null;
  }

  /** Without `seconds` it ends with the browser. */
  set(reply: FastifyReply, cookie: CookieName, value: string, seconds?: number): void {
    const age = seconds === undefined ? '' : `; Max-Age=${Math.floor(seconds)}`;
    void reply.header('set-cookie', `${this.nameOf(cookie)}=${value}; Path=/; HttpOnly; SameSite=Lax${this.isSecure ? '; Secure' : ''}${age}`);
  }

  clear(reply: FastifyReply, cookie: CookieName): void {
    this.set(reply, cookie, '', 0);
  }

  /** `__Host-` keeps a sister domain from planting our cookie; browsers accept the prefix over https only. */
  private nameOf(cookie: CookieName): string {
    return `${this.isSecure ? '__Host-' : ''}viva.${names[cookie]}`;
  }
}
