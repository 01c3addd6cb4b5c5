import { Config, ConfigurationError } from './index.js';

const secret = 'k3J9-vQ2x_Zr7Lw8Tn5Yp1Bd6Hc4Fs0M';
const fit = {
  NODE_ENV: 'production', SECRET: secret, DATABASE_URL: 'postgres://app@db/viva', PUBLIC_URL: 'https://viva.test',
  SMTP_URL: 'smtp://mail', S3_BUCKET: 'viva', REDIS_URL: 'redis://queue',
};
const faultsOf = (environment: Record<string, string | undefined>): readonly string[] => {
  try {
    Config.read(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
};

describe('configuration', () => {
  it('starts in production with everything set', () => {
    expect(faultsOf(fit)).toEqual([]);
  });

  it('lists all that is unfit for production at once', () => {
    const faults = faultsOf({
      NODE_ENV: 'production', SECRET: 'change-me-change-me-change-me-change-me', DATABASE_URL: 'postgres://x', EMBEDDED_DATABASE: 'true',
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'EMBEDDED_DATABASE', 'SMTP_URL', 'SECRET', 'PUBLIC_URL', 'S3_BUCKET', 'REDIS_URL',
    ]);
  });

  it('lists them also when one setting cannot be read at all', () => {
    const faults = faultsOf({ NODE_ENV: 'production', SECRET: 'short', DATABASE_URL: 'postgres://x' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['SECRET', 'SMTP_URL', 'PUBLIC_URL', 'S3_BUCKET', 'REDIS_URL']);
  });

  it('takes disk storage and queues in PostgreSQL in production only when they are said', () => {
    const rest = { ...fit, S3_BUCKET: '', REDIS_URL: '' };
    expect(faultsOf(rest)).toHaveLength(2);
    expect(faultsOf({ ...rest, STORAGE_ON_DISK: 'true', QUEUE_ON_POSTGRES: 'true' })).toEqual([]);
  });

  describe('of the AI', () => {
    const choiceOf = (ai: Record<string, string>) => Config.read({ SECRET: secret, DATABASE_URL: 'postgres://app@db/viva', ...ai }).ai;

    it('is nobody without a key, whoever has one, and Anthropic where both have', () => {
      expect(choiceOf({})).toBeNull();
      expect(choiceOf({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://models.test/v1' })).toEqual({ provider: 'openai', model: 'gpt-4.1', apiKey: 'k', baseUrl: 'http://models.test/v1' });
      expect(choiceOf({ ANTHROPIC_API_KEY: 'a', OPENAI_API_KEY: 'o' })).toMatchObject({ provider: 'anthropic', apiKey: 'a', baseUrl: 'https://api.anthropic.com/v1' });
    });

    it('is the model that was named, colons in its name and all', () => {
      expect(choiceOf({ ANTHROPIC_API_KEY: 'a', OPENAI_API_KEY: 'o', AI_MODEL: 'openai:llama3:70b' })).toMatchObject({ provider: 'openai', model: 'llama3:70b', apiKey: 'o' });
    });

    it('stops the start when a model is named whose provider has no key, or is none we know', () => {
      expect(faultsOf({ ...fit, ANTHROPIC_API_KEY: 'a', AI_MODEL: 'openai:gpt-4.1' })).toEqual(['AI_MODEL: names a model of openai, but OPENAI_API_KEY is not set.']);
      expect(faultsOf({ ...fit, AI_MODEL: 'hal:9000' })).toEqual([expect.stringMatching(/^AI_MODEL: must be a provider and a model/)]);
    });
  });

  it('names every missing or malformed setting at once, and takes an empty one for not set', () => {
    const faults = faultsOf({ SECRET: 'short', PORT: 'many', DATABASE_URL: '' });
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(['DATABASE_URL', 'PORT', 'SECRET']);
  });
});
