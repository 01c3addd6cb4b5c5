import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type SessionView } from '../accounts.dto.js';
import { signInExpired, wrongCode } from '../accounts.errors.js';
import { holdSession } from '../sessions/holds.js';
import { Reception } from '../sessions/reception.js';
import { Sessions } from '../sessions/sessions.js';
import { SecondFactor } from './second-factor.js';

/** The second step of a sign-in: a code of the app, or one for recovery. */
@Injectable()
export class SecondStep {
  constructor(
    private readonly sessions: Sessions,
    private readonly factor: SecondFactor,
    private readonly reception: Reception,
  ) {}

  /** Begins the sign-in proper, under a new id; AppErrors `accounts.sign_in_expired`, `accounts.wrong_code`, `http.too_many_requests`. */
  async give(code: string, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    const waiting = await this.sessions.ofBrowser(request);
    if (!waiting?.awaitsSecondFactor) throw signInExpired();
    const { accountId, way, stays } = waiting;
    await this.factor.countTry(accountId);
    const view = await this.reception.letInBy(request, reply, async (tx) => {
      await holdSession(tx, waiting, signInExpired);
      return (await this.factor.take(tx, accountId, code)) ? { accountId, way, stays, secondFactorGiven: true } : null;
    });
    if (!view) throw wrongCode();
    await this.factor.forgiveTries(accountId);
    return view;
  }
}
