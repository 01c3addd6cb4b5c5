import { Config, ConfigurationError } from './index.js';

const fit = { SECRET: 'k3J9-vQ2x_Zr7Lw8Tn5Yp1Bd6Hc4Fs0M', DATABASE_URL: 'postgres://app@db/viva' };
const read = (settings: Record<string, string>) => Config.read({ ...fit, ...settings }).signInProviders;

describe('providers to sign in with', () => {
  it('are those whose client is set, at the issuers that Google and LinkedIn publish', () => {
    expect(read({})).toEqual([]);
    expect(read({ GOOGLE_CLIENT_ID: 'g', GOOGLE_CLIENT_SECRET: 's', LINKEDIN_CLIENT_ID: 'l', LINKEDIN_CLIENT_SECRET: 't' })).toEqual([
      { id: 'google', name: 'Google', issuer: 'https://accounts.google.com', clientId: 'g', clientSecret: 's', hasNonceAndPkce: true },
      { id: 'linkedin', name: 'LinkedIn', issuer: 'https://www.linkedin.com/oauth', clientId: 'l', clientSecret: 't', hasNonceAndPkce: false },
    ]);
    expect(read({ OIDC_ISSUER: 'https://id.nordlys.example', OIDC_CLIENT_ID: 'o', OIDC_CLIENT_SECRET: 'u', OIDC_NAME: 'Nordlys' })).toMatchObject([{ id: 'oidc', name: 'Nordlys', hasNonceAndPkce: true }]);
  });

  it('stop the start when one is only half set', () => {
    const start = () => read({ GOOGLE_CLIENT_ID: 'g', OIDC_ISSUER: 'https://id.nordlys.example' });
    expect(start).toThrow(ConfigurationError);
    expect(start).toThrow(/GOOGLE_CLIENT_ID: set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET together[\s\S]*OIDC_CLIENT_ID: set OIDC_ISSUER/);
  });

  it('stop the start in production when the issuer is not reached by https', () => {
    const start = () => read({ NODE_ENV: 'production', OIDC_ISSUER: 'http://id.nordlys.example', OIDC_CLIENT_ID: 'o', OIDC_CLIENT_SECRET: 'u' });
    expect(start).toThrow(/OIDC_ISSUER: must begin with https/);
  });
});
