import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Config } from '../platform/config/index.js';

/** Every cookie there is. What people are told of them is written from this list. */
const cookies = {
  session: { name: 'session_token', says: 'Keeps you signed in. It holds a random value, and nothing about you.', lasts: 'Until you close the browser, or as long as you asked to stay signed in' },
  link: { name: 'link', says: 'Ties a mailed sign-in link to the browser that asked for it, so that nobody else can use it.', lasts: 'As long as the link works' },
  provider: { name: 'provider', says: 'Remembers that you went to another service to sign in, until you come back. What it holds is encrypted.', lasts: '10 minutes' },
  signUp: { name: 'sign_up', says: 'Holds what another service told us of you until you have given your age. What it holds is encrypted.', lasts: '10 minutes' },
} as const;
type CookieName = keyof typeof cookies;

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

  /** Each cookie by the name it has in a browser here. */
  declared(): { name: string; says: string; lasts: string }[] {
    return (Object.keys(cookies) as CookieName[]).map((cookie) => ({ name: this.nameOf(cookie), says: cookies[cookie].says, lasts: cookies[cookie].lasts }));
  }

  /** `__Host-` keeps a sister domain from planting our cookie; browsers accept the prefix over https only. */
  private nameOf(cookie: CookieName): string {
    return `${this.isSecure ? '__Host-' : ''}viva.${cookies[cookie].name}`;
  }
}
