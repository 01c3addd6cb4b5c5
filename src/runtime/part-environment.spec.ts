import { partEnvironment } from './part-environment.js';

const secrets = { superuserPassword: 's', ownerPassword: 'o', applicationPassword: 'a', secret: 'made', storageKey: 'key' };
const embedded = { url: 'postgres://app', ownerUrl: 'postgres://owner' };

describe('the environment of the parts', () => {
  it('is filled in where the person said nothing', () => {
    expect(partEnvironment({ SECRET: '' }, { dataDirectory: '/data', port: 3001, secrets, embedded })).toMatchObject({
      SECRET: 'made', STORAGE_KEY: 'key', STORAGE_DIR: '/data/objects', PORT: '3001', PUBLIC_URL: 'http://localhost:3001',
      DATABASE_URL: 'postgres://app', DATABASE_OWNER_URL: 'postgres://owner', EMBEDDED_DATABASE: 'true',
    });
  });

  it('keeps what the person set, and the port that was really taken', () => {
    const given = { SECRET: 'theirs', PUBLIC_URL: 'https://viva.test', DATABASE_URL: 'postgres://theirs', PORT: '3000' };
    const made = partEnvironment(given, { dataDirectory: '/data', port: 3007, secrets });
    expect(made).toMatchObject({ ...given, PORT: '3007' });
    expect(made).not.toHaveProperty('EMBEDDED_DATABASE');
  });

  it('sells through the built-in gateway while nobody else takes money, and never in production', () => {
    const around = { dataDirectory: '/data', port: 3001, secrets };
    const builtIn = (given: Record<string, string>): string | undefined => partEnvironment(given, around).BUILT_IN_GATEWAY;
    expect(builtIn({})).toBe('true');
    expect(builtIn({ STRIPE_SECRET_KEY: '' })).toBe('true');
    expect(builtIn({ BUILT_IN_GATEWAY: 'false' })).toBe('false');
    for (const key of ['STRIPE_SECRET_KEY', 'RAZORPAY_KEY_ID', 'PAYSTACK_SECRET_KEY', 'PADDLE_API_KEY']) expect(builtIn({ [key]: 'theirs' })).toBeUndefined();
    expect(builtIn({ NODE_ENV: 'production' })).toBeUndefined();
  });
});
