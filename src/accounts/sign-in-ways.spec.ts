import { join } from 'node:path';
import { Config } from '../platform/config/index.js';
import { Policy } from '../platform/policy/index.js';
import { SignInWays } from './sign-in-ways.js';

const GOOGLE = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
const LINKEDIN = { LINKEDIN_CLIENT_ID: 'id', LINKEDIN_CLIENT_SECRET: 'secret' };

/** Under a policy that offers these. */
function ways(offered: Policy['values']['signIn']['ways'], environment: Record<string, string> = {}): SignInWays {
  const policy = Policy.load('viva-voce', join(import.meta.dirname, '../../policies'));
  policy.values.signIn.ways = offered;
  return new SignInWays(policy, Config.read({ NODE_ENV: 'test', SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://viva@localhost/viva', ...environment }));
}

describe('the ways to sign in', () => {
  it('by another place are those that the policy offers and that are set up', () => {
    expect(ways(['password', 'google', 'oidc'], { ...GOOGLE, ...LINKEDIN }).providers.map(({ id }) => id)).toEqual(['google']);
    expect(ways(['password', 'google', 'oidc']).providers).toEqual([]);
  });

  it('that are not offered are refused in plain words', () => {
    expect(() => ways(['link']).mustOffer('password')).toThrow('Nobody signs in with a password here. Choose one of the ways on the page to sign in. Nothing was changed.');
    expect(() => ways(['link']).mustOffer('link')).not.toThrow();
  });

  it('must be there: with none of them set up, nothing starts', () => {
    expect(() => ways(['google', 'linkedin'])).toThrow(/nobody could sign in\. The policy viva-voce offers only google and linkedin/);
    expect(() => ways(['google', 'linkedin'], LINKEDIN)).not.toThrow();
  });
});
