import { Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { Database } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { keyFor } from '../../platform/keys/index.js';
import { type Session } from './session.repository.js';

const ALGORITHM = 'HS256';
const AUDIENCE = 'viva-voce-api';

/** Short-lived tokens for programs (JWT, RFC 7519). Each speaks for one sign-in and dies with it. */
@Injectable()
export class ApiTokens {
  private readonly key: Buffer;
  private readonly issuer: string;

  constructor(
    { settings }: Config,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {
    this.key = keyFor(settings.SECRET, 'api tokens');
    this.issuer = settings.PUBLIC_URL;
  }

  async issue({ id, accountId }: Session): Promise<{ token: string; expiresAt: Date }> {
    const now = await this.clock.now(this.db.alone);
    const expiresAt = this.policy.values.sessions.apiToken.after(now);
    const token = await new SignJWT({ sid: id })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuer(this.issuer).setAudience(AUDIENCE).setSubject(accountId)
      .setIssuedAt(now).setExpirationTime(expiresAt)
      .sign(this.key);
    return { token, expiresAt };
  }

  /** What an `Authorization` header claims, when it holds a token of ours that has not ended. Whether its sign-in lives is another question. */
  async read(authorization: string): Promise<{ accountId: string; sessionId: string } | null> {
    const [, token] = /^Bearer ([\w.-]+)$/.exec(authorization) ?? [];
    if (token === undefined) return null;
    const currentDate = await this.clock.now(this.db.alone);
    try {
      const { payload } = await jwtVerify<{ sid: string }>(token, this.key, { algorithms: [ALGORITHM], issuer: this.issuer, audience: AUDIENCE, requiredClaims: ['exp', 'sub'], currentDate });
      return { accountId: payload.sub ?? '', sessionId: payload.sid };
    } catch {
      return null;
    }
  }
}
