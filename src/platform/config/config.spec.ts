import { aiRoles, type AiRole, Config, ConfigurationError } from './index.js';

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
      NODE_ENV: 'production', SECRET: 'change-me-change-me-change-me-change-me', DATABASE_URL: 'postgres://x', EMBEDDED_DATABASE: 'true', BUILT_IN_GATEWAY: 'true', FAULT_KILL_AT: 'certificates.paper@3',
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'EMBEDDED_DATABASE', 'BUILT_IN_GATEWAY', 'SMTP_URL', 'SECRET', 'PUBLIC_URL', 'FAULT_KILL_AT', 'S3_BUCKET', 'REDIS_URL',
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
    const order = (ai: Record<string, string>, role: AiRole = 'evaluator') => Config.read({ SECRET: secret, DATABASE_URL: 'postgres://app@db/viva', ...ai }).aiOrder(role);
    const namesOf = (ai: Record<string, string>, role?: AiRole) => order(ai, role).settings.map(({ provider, model }) => `${provider}:${model}`);
    const every = { ANTHROPIC_API_KEY: 'a', OPENAI_API_KEY: 'o', XAI_API_KEY: 'x', ELEVENLABS_API_KEY: 'e', MODELS_DIR: '/models' };

    it('names nobody without a key, and whoever has one with its usual model, in the usual order', () => {
      for (const role of aiRoles) expect(namesOf({}, role)).toEqual([]);
      expect(order({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://models.test/v1' })).toEqual({ builtIn: false, settings: [{ provider: 'openai', model: 'gpt-4.1', apiKey: 'k', baseUrl: 'http://models.test/v1' }] });
      expect(Object.fromEntries(aiRoles.map((role) => [role, namesOf(every, role)]))).toEqual({
        evaluator: ['anthropic:claude-sonnet-4-6', 'openai:gpt-4.1', 'xai:grok-4.20-non-reasoning'],
        question_writer: ['anthropic:claude-sonnet-4-6', 'openai:gpt-4.1', 'xai:grok-4.20-non-reasoning'],
        transcriber: ['whisper:onnx-community/whisper-base_timestamped', 'openai:whisper-1', 'elevenlabs:scribe_v2', 'xai:grok-stt'],
        voice: ['elevenlabs:eleven_multilingual_v2', 'openai:gpt-4o-mini-tts', 'xai:grok-tts'],
        realtime: ['openai:gpt-realtime', 'xai:grok-voice-latest'],
      });
    });

    it('is the order the operator names, colons in the names of models and all; who judges also words the questions', () => {
      const named = { ...every, COMPATIBLE_BASE_URL: 'http://127.0.0.1:8080/v1', AI_EVALUATOR: 'compatible:llama3:70b, anthropic:claude-opus-4-6,built-in' };
      expect(order(named)).toMatchObject({ builtIn: true, settings: [{ provider: 'compatible', model: 'llama3:70b', apiKey: undefined, baseUrl: 'http://127.0.0.1:8080/v1' }, { provider: 'anthropic' }] });
      expect(namesOf(named, 'question_writer')).toEqual(['compatible:llama3:70b', 'anthropic:claude-opus-4-6']);
      expect(namesOf({ ...named, AI_QUESTIONS: 'none' }, 'question_writer')).toEqual([]);
      expect(namesOf({ ...every, AI_EVALUATOR: 'none' })).toEqual([]);
    });

    it.each([
      ['a model whose provider has no key', { AI_EVALUATOR: 'openai:gpt-4.1' }, 'AI_EVALUATOR: names a model of openai, but OPENAI_API_KEY is not set.'],
      ['a model of a server whose address is not known', { AI_TRANSCRIBER: 'compatible:whisper' }, 'AI_TRANSCRIBER: names a model of compatible, but COMPATIBLE_BASE_URL is not set.'],
      ['a role that a provider cannot play', { ...every, AI_VOICE: 'anthropic:claude' }, 'AI_VOICE: names anthropic:claude, but anthropic cannot do this here.'],
      ['somebody unknown', { AI_EVALUATOR: 'hal:9000' }, 'AI_EVALUATOR: names hal:9000, and that provider is not known here.'],
      ['the same model twice', { ...every, AI_EVALUATOR: 'openai:gpt-4.1,openai:gpt-4.1' }, 'AI_EVALUATOR: names openai:gpt-4.1 twice.'],
      ['the built-in evaluator before others', { ...every, AI_EVALUATOR: 'built-in,openai:gpt-4.1' }, 'AI_EVALUATOR: built-in can only be the last of AI_EVALUATOR; everything else has what is built in behind it anyway.'],
      ['a server of which no model is named', { COMPATIBLE_BASE_URL: 'http://127.0.0.1:8080/v1' }, 'COMPATIBLE_BASE_URL: is set, but no model of it is named; say for instance AI_EVALUATOR=compatible:llama3.'],
    ])('stops the start over %s', (_what, ai, fault) => {
      expect(faultsOf({ ...fit, ...ai })).toEqual([fault]);
    });

    it('stops the start over what is no list of models', () => {
      for (const list of ['gpt-4.1', 'openai:', 'openai:a;anthropic:b', 'none,openai:a']) expect(faultsOf({ ...fit, ...every, AI_VOICE: list })).toEqual([expect.stringMatching(/^AI_VOICE: must be none, or models such as/)]);
    });
  });

  it('names every missing or malformed setting at once, and takes an empty one for not set', () => {
    const faults = faultsOf({ SECRET: 'short', PORT: 'many', DATABASE_URL: '' });
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(['DATABASE_URL', 'PORT', 'SECRET']);
  });
});
