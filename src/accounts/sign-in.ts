import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Database } from '../platform/db/index.js';
import { type Actor, Authenticator, RateLimiter } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { type SessionView, type SignInBody } from './accounts.dto.js';
import { emailNotVerified, wrongCredentials } from './accounts.errors.js';
import { AccountRepository } from './accounts.repository.js';
import { Identity } from './identity.js';

const QUARTER_OF_AN_HOUR = 900;

/** Signing in and out, and knowing who a request comes from. The cookie holds an opaque id and nothing else. */
@Injectable()
export class SignIn extends Authenticator {
  constructor(
    private readonly identity: Identity,
    private readonly accounts: AccountRepository,
    private readonly db: Database,
    private readonly policy: Policy,
    private readonly limiter: RateLimiter,
  ) {
    super();
  }

  async authenticate(request: FastifyRequest): Promise<Actor | null> {
    if (request.headers.cookie === undefined) return null;
    const session = await this.identity.auth.api.getSession({ headers: cookieOf(request) });
    if (!session) return null;
    const roles = await this.accounts.findRoles(this.db.alone, session.user.id);
    return roles ? { id: session.user.id, roles } : null;
  }

  async current(request: FastifyRequest): Promise<SessionView> {
    const actor = await this.authenticate(request);
    const view = actor ? await this.accounts.findView(this.db.alone, actor.id) : null;
    return { account: view ? { ...view, roles: [...view.roles] } : null };
  }

  /** AppErrors `accounts.wrong_credentials`, `accounts.email_not_verified`, `http.too_many_requests`. */
  async begin({ email, password, staySignedIn }: SignInBody, reply: FastifyReply): Promise<SessionView> {
    const key = `sign-in:${email}`;
    await this.limiter.take({ key, limit: this.policy.values.limits.rates.signInPer15MinutesAndAccount, seconds: QUARTER_OF_AN_HOUR });
    const answer = await this.identity.auth.api.signInEmail({ body: { email, password, rememberMe: staySignedIn }, asResponse: true });
    if (answer.status === 403) throw emailNotVerified();
    if (!answer.ok) throw wrongCredentials();
    const { user } = (await answer.json()) as { user: { id: string } };
    const view = await this.accounts.findView(this.db.alone, user.id);
    if (!view) throw wrongCredentials();
    await this.limiter.forgive(key);
    void reply.header('set-cookie', answer.headers.getSetCookie());
    return { account: { ...view, roles: [...view.roles] } };
  }

  /** Destroys the sign-in on the server, not only the cookie. */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const answer = await this.identity.auth.api.signOut({ headers: cookieOf(request), asResponse: true });
    void reply.header('set-cookie', answer.headers.getSetCookie());
  }
}

function cookieOf(request: FastifyRequest): Headers {
  return new Headers({ cookie: request.headers.cookie ?? '' });
}
