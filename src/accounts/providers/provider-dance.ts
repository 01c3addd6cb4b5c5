import { Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Config, type SignInProvider } from '../../platform/config/index.js';
import { emailField } from '../accounts.dto.js';
import { providerUnavailable } from '../accounts.errors.js';
import { type ProviderIdentity } from './provider-links.js';

/** What we must see again when the provider sends the person back. */
export interface DanceSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What a provider says of a person. */
export interface ProviderPerson extends ProviderIdentity {
  readonly name: string;
  readonly email: string | null;
  /** True when the provider has seen that the address is theirs. */
  readonly isConfirmed: boolean;
  /** Where their picture is; nothing is fetched from there unless they ask for it. */
  readonly picture: string | null;
}

const SECONDS_TO_ANSWER = 10;
const LONGEST_NAME = 200;
/** It is carried in a cookie. */
const LONGEST_ADDRESS = 1_000;

/** OpenID Connect with one provider: the authorization code flow, with state, nonce and PKCE. */
@Injectable()
export class ProviderDance {
  private readonly logger = new Logger('Providers');
  private readonly known = new Map<string, Promise<oidc.Configuration>>();

  constructor(private readonly config: Config) {}

  /** Where to send the person; AppError `accounts.provider_unavailable` when the provider does not answer. */
  async begin(provider: SignInProvider): Promise<{ url: string; secrets: DanceSecrets }> {
    const secrets = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const url = oidc.buildAuthorizationUrl(await this.discovered(provider), {
      redirect_uri: this.returnAddress(provider),
      scope: 'openid profile email',
      state: secrets.state,
      ...(provider.hasNonceAndPkce ? { nonce: secrets.nonce, code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier), code_challenge_method: 'S256' } : {}),
    });
    return { url: url.href, secrets };
  }

  /** Who came back with `query`. Throws when anything of it does not fit what we sent, or the provider does not vouch for it. */
  async finish(provider: SignInProvider, { state, nonce, verifier }: DanceSecrets, query: string): Promise<ProviderPerson> {
    const configuration = await this.discovered(provider);
    const checks = provider.hasNonceAndPkce ? { expectedNonce: nonce, pkceCodeVerifier: verifier } : {};
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${this.returnAddress(provider)}?${query}`), { expectedState: state, idTokenExpected: true, ...checks });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no ID token');
    // Some providers put the address into the ID token, others tell it only when asked.
    const told = claims.email === undefined ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      name: typeof told.name === 'string' ? told.name.replaceAll('\0', '').slice(0, LONGEST_NAME) : '',
      email: emailField.safeParse(told.email).data ?? null,
      // LinkedIn has written the truth value as a word.
      isConfirmed: told.email_verified === true || (told.email_verified as unknown) === 'true',
      picture: typeof told.picture === 'string' && told.picture.length <= LONGEST_ADDRESS && URL.canParse(told.picture) ? told.picture : null,
    };
  }

  private returnAddress({ id }: SignInProvider): string {
    return `${this.config.settings.PUBLIC_URL}/api/session/provider/${id}/callback`;
  }

  private discovered(provider: SignInProvider): Promise<oidc.Configuration> {
    const known = this.known.get(provider.id) ?? this.discover(provider);
    this.known.set(provider.id, known);
    return known;
  }

  private async discover({ id, name, issuer, clientId, clientSecret }: SignInProvider): Promise<oidc.Configuration> {
    try {
      const execute = [oidc.enableNonRepudiationChecks, ...(issuer.startsWith('http://') ? [oidc.allowInsecureRequests] : [])];
      // The secret goes in the body: LinkedIn takes it nowhere else, and every provider takes it there.
      return await oidc.discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretPost(clientSecret), { execute, timeout: SECONDS_TO_ANSWER });
    } catch (error) {
      this.known.delete(id);
      this.logger.warn({ provider: id, fault: error instanceof Error ? error.name : 'unknown' }, 'A sign-in provider does not answer');
      throw providerUnavailable(name);
    }
  }
}
