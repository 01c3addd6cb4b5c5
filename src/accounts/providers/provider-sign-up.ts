import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { notFound } from '../../kernel/index.js';
import { Config } from '../../platform/config/index.js';
import { type SessionView } from '../accounts.dto.js';
import { OwnPicture } from '../pictures/own-picture.js';
import { Reception } from '../sessions/reception.js';
import { SignUpGate } from '../sign-up-gate.js';
import { ProviderArrival } from './provider-arrival.js';
import { type FinishSignUpBody, type PendingSignUpView } from './providers.dto.js';
import { SealedCookies } from './sealed-cookies.js';

/** The rest of a sign-up with a provider: nothing is stored before the age is known. */
@Injectable()
export class ProviderSignUp {
  constructor(
    private readonly arrival: ProviderArrival,
    private readonly gate: SignUpGate,
    private readonly reception: Reception,
    private readonly pictures: OwnPicture,
    private readonly cookies: SealedCookies,
    private readonly config: Config,
  ) {}

  /** What the provider told of whoever waits in this browser; 404 when nobody does. */
  async look(request: FastifyRequest): Promise<PendingSignUpView> {
    const { provider, name, email, picture } = await this.waiting(request);
    return { provider: { id: provider, name: this.nameOf(provider) }, name, email, hasPicture: picture !== null };
  }

  /** AppError `accounts.too_young`: then nothing is kept, in the browser neither. */
  async finish({ name, age, takesPicture }: FinishSignUpBody, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    const { provider, issuer, subject, email, picture, stays } = await this.waiting(request);
    await this.gate.count(request.ip);
    this.cookies.clear(reply, 'signUp');
    const accountId = await this.arrival.welcome({ issuer, subject, email, name, provider: this.nameOf(provider) }, this.gate.ageReached(age));
    const session = await this.reception.letIn(request, reply, { accountId, way: 'provider', stays });
    if (!takesPicture || picture === null || session.account === null) return session;
    await this.pictures.take(accountId, { issuer, address: picture });
    return this.reception.viewOf(accountId);
  }

  forget(reply: FastifyReply): void {
    this.cookies.clear(reply, 'signUp');
  }

  private nameOf(provider: string): string {
    return this.config.signInProviders.find(({ id }) => id === provider)?.name ?? provider;
  }

  private async waiting(request: FastifyRequest) {
    const waiting = await this.cookies.read(request, 'signUp');
    if (!waiting) throw notFound();
    return waiting;
  }
}
