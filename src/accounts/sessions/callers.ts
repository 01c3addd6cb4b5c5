import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Database } from '../../platform/db/index.js';
import { type Actor, Authenticator } from '../../platform/http/index.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { ApiTokens } from './api-tokens.js';
import { type Session, SessionRepository } from './session.repository.js';
import { Sessions } from './sessions.js';

/** Knows who a request comes from: a browser by its cookie, a program by its bearer token. Both live as long as their sign-in. */
@Injectable()
export class Callers extends Authenticator {
  constructor(
    private readonly sessions: Sessions,
    private readonly rows: SessionRepository,
    private readonly tokens: ApiTokens,
    private readonly db: Database,
    private readonly factor: SecondFactor,
  ) {
    super();
  }

  async authenticate(request: FastifyRequest): Promise<Actor | null> {
    const session = await this.sessionOf(request);
    if (!session || session.awaitsSecondFactor) return null;
    return { id: session.accountId, roles: session.roles, shutRoles: session.hasSecondFactor ? [] : this.factor.asksFor(session.roles) };
  }

  private async sessionOf(request: FastifyRequest): Promise<Session | null> {
    const { authorization } = request.headers;
    if (authorization === undefined) return this.sessions.ofBrowser(request);
    const claim = await this.tokens.read(authorization);
    const session = claim ? await this.rows.findLive(this.db.alone, { id: claim.sessionId }) : null;
    return session?.accountId === claim?.accountId ? session : null;
  }
}
