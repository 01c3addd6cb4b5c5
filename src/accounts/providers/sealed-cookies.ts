import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { Database } from '../../platform/db/index.js';
import { Cookies } from '../cookies.js';
import { keyFor, seal, unseal } from '../../platform/keys/index.js';

const SECONDS = 600;

const dance = z.object({ provider: z.string(), state: z.string(), nonce: z.string(), verifier: z.string(), stays: z.boolean(), next: z.string() });
const signUp = z.object({ provider: z.string(), issuer: z.string(), subject: z.string(), name: z.string(), email: z.string(), picture: z.string().nullable(), stays: z.boolean() });
const shapes = { provider: dance, signUp } as const;
type Shapes = { provider: z.infer<typeof dance>; signUp: z.infer<typeof signUp> };

/** A sign-in that waits for somebody: for ten minutes, encrypted, in their own browser. We keep nothing of it. */
@Injectable()
export class SealedCookies {
  private readonly keys: Record<keyof Shapes, Buffer>;

  constructor(
    private readonly cookies: Cookies,
    private readonly clock: Clock,
    private readonly db: Database,
    { settings }: Config,
  ) {
    this.keys = { provider: keyFor(settings.SECRET, 'provider cookie'), signUp: keyFor(settings.SECRET, 'sign-up cookie') };
  }

  async set<Name extends keyof Shapes>(reply: FastifyReply, cookie: Name, value: Shapes[Name]): Promise<void> {
    const until = (await this.clock.now(this.db.alone)).getTime() + SECONDS * 1000;
    this.cookies.set(reply, cookie, seal(this.keys[cookie], JSON.stringify({ until, value })), SECONDS);
  }

  /** Null when there is none, when it is not ours, and when it is too old. */
  async read<Name extends keyof Shapes>(request: FastifyRequest, cookie: Name): Promise<Shapes[Name] | null> {
    const text = unseal(this.keys[cookie], this.cookies.read(request, cookie) ?? '');
    if (text === null) return null;
    const { until, value } = z.object({ until: z.number(), value: z.unknown() }).parse(JSON.parse(text));
    return until > (await this.clock.now(this.db.alone)).getTime() ? (shapes[cookie].parse(value) as Shapes[Name]) : null;
  }

  clear(reply: FastifyReply, cookie: keyof Shapes): void {
    this.cookies.clear(reply, cookie);
  }
}
