import { Injectable, Logger } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { AuthorizationResponseError } from 'openid-client';
import { notFound } from '../../kernel/index.js';
import { type SignInProvider } from '../../platform/config/index.js';
import { Reception } from '../sessions/reception.js';
import { SignInWays } from '../sign-in-ways.js';
import { ProviderArrival } from './provider-arrival.js';
import { ProviderDance, type ProviderPerson } from './provider-dance.js';
import { type ProviderStartBody } from './providers.dto.js';
import { SealedCookies } from './sealed-cookies.js';

/** Signing in with somebody else's word for who one is. */
@Injectable()
export class ProviderSignIn {
  private readonly logger = new Logger('Providers');

  constructor(
    private readonly dance: ProviderDance,
    private readonly arrival: ProviderArrival,
    private readonly reception: Reception,
    private readonly cookies: SealedCookies,
    private readonly ways: SignInWays,
  ) {}

  /** Where to send the browser; 404 for a provider that is not set up, or not offered, AppError `accounts.provider_unavailable`. */
  async begin(providerId: string, { staySignedIn, next }: ProviderStartBody, reply: FastifyReply): Promise<string> {
    const provider = this.providerNamed(providerId);
    const { url, secrets } = await this.dance.begin(provider);
    await this.cookies.set(reply, 'provider', { provider: provider.id, ...secrets, stays: staySignedIn, next });
    return url;
  }

  /** The page to go on with, whatever came back. */
  async comeBack(providerId: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const provider = this.providerNamed(providerId);
    const begun = await this.cookies.read(request, 'provider');
    this.cookies.clear(reply, 'provider');
    if (begun?.provider !== provider.id) return problem('provider_failed');
    const person = await this.personFrom(provider, begun, request.url.split('?')[1] ?? '');
    if (typeof person === 'string') return problem(person);
    const accountId = await this.arrival.accountOf(person, provider);
    if (accountId !== null) {
      const { awaits } = await this.reception.letIn(request, reply, { accountId, way: 'provider', stays: begun.stays });
      return awaits ? '/sign-in/second-factor' : begun.next;
    }
    const { email, isConfirmed, ...rest } = person;
    if (email === null || !isConfirmed) return problem('provider_address_unconfirmed');
    await this.cookies.set(reply, 'signUp', { provider: provider.id, ...rest, email, stays: begun.stays });
    return '/sign-up/finish';
  }

  private async personFrom(provider: SignInProvider, begun: { state: string; nonce: string; verifier: string }, query: string): Promise<ProviderPerson | 'provider_refused' | 'provider_failed'> {
    try {
      return await this.dance.finish(provider, begun, query);
    } catch (error) {
      if (error instanceof AuthorizationResponseError) return 'provider_refused';
      this.logger.warn({ provider: provider.id, fault: error instanceof Error ? error.name : 'unknown' }, 'A sign-in with a provider failed');
      return 'provider_failed';
    }
  }

  private providerNamed(id: string): SignInProvider {
    const provider = this.ways.providers.find((each) => each.id === id);
    if (!provider) throw notFound();
    return provider;
  }
}

function problem(code: 'provider_refused' | 'provider_failed' | 'provider_address_unconfirmed'): string {
  return `/sign-in?problem=${code}`;
}
