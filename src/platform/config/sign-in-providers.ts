import { type Settings } from './config.schema.js';

/** An OpenID Connect provider that people may sign in with here. */
export interface SignInProvider {
  readonly id: 'google' | 'linkedin' | 'oidc';
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** LinkedIn leaves the nonce out of its ID tokens and refuses a code verifier from a client that has a secret. */
  readonly hasNonceAndPkce: boolean;
}

/** Those whose client is set, in the order they are offered. */
export function signInProviders(settings: Settings): readonly SignInProvider[] {
  return candidates(settings).flatMap(({ issuer, clientId, clientSecret, ...rest }) =>
    issuer !== undefined && clientId !== undefined && clientSecret !== undefined ? [{ ...rest, issuer, clientId, clientSecret }] : []);
}

/** What is wrong with the settings of the providers: one plain sentence for each that is only half set. */
export function signInProviderFaults(settings: Settings): string[] {
  return candidates(settings).flatMap(({ id, issuer, clientId, clientSecret }) => {
    const named = id.toUpperCase();
    const given = [clientId, clientSecret, ...(id === 'oidc' ? [issuer] : [])];
    if (given.every((value) => value === undefined) || given.every((value) => value !== undefined)) return [];
    return [`${named}_CLIENT_ID: set ${id === 'oidc' ? 'OIDC_ISSUER, ' : ''}${named}_CLIENT_ID and ${named}_CLIENT_SECRET together, or none of them.`];
  });
}

function candidates(settings: Settings) {
  return [
    { id: 'google', name: 'Google', issuer: 'https://accounts.google.com', clientId: settings.GOOGLE_CLIENT_ID, clientSecret: settings.GOOGLE_CLIENT_SECRET, hasNonceAndPkce: true },
    { id: 'linkedin', name: 'LinkedIn', issuer: 'https://www.linkedin.com/oauth', clientId: settings.LINKEDIN_CLIENT_ID, clientSecret: settings.LINKEDIN_CLIENT_SECRET, hasNonceAndPkce: false },
    { id: 'oidc', name: settings.OIDC_NAME, issuer: settings.OIDC_ISSUER, clientId: settings.OIDC_CLIENT_ID, clientSecret: settings.OIDC_CLIENT_SECRET, hasNonceAndPkce: true },
  ] as const;
}
