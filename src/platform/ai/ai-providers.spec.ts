import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, projectRoot } from '../config/index.js';
import { Policy } from '../policy/index.js';
import { AiProviders } from './index.js';

const declared = Policy.load('viva-voce', join(projectRoot, 'policies'));
const undeclared = new Policy({ ...declared.values, processors: [] });
const withNothingToSpend = new Policy({ ...declared.values, limits: { ...declared.values.limits, ai: { microUsdPerDay: 0 } } });

const providers = (policy: Policy, ai: Record<string, string>): AiProviders =>
  new AiProviders(Config.read({ SECRET: 'k3J9-vQ2x_Zr7Lw8Tn5Yp1Bd6Hc4Fs0M', DATABASE_URL: 'postgres://app@db/viva', ...ai }), policy);

describe('the AI providers of this machine', () => {
  it('are none without a key', () => {
    const none = providers(undeclared, {});
    expect(none.for('evaluator')).toEqual([]);
    expect(none.outside()).toEqual([]);
  });

  it('[MP14] are those whose key is set, under the names the policy gives them, each with what it may do here', () => {
    const both = providers(declared, { OPENAI_API_KEY: 'o', ELEVENLABS_API_KEY: 'e', AI_EVALUATOR: 'openai:gpt-4.1-mini', AI_REALTIME: 'none' });
    expect(both.for('evaluator')).toMatchObject([{ provider: 'openai', model: 'gpt-4.1-mini', name: 'OpenAI', staysHere: false }]);
    expect(both.outside()).toEqual([
      { id: 'openai', name: 'OpenAI', roles: ['evaluator', 'question_writer', 'transcriber', 'voice'] },
      { id: 'elevenlabs', name: 'ElevenLabs', roles: ['transcriber', 'voice'] },
    ]);
  });

  it('stop the start when the policy does not declare them, and all of them are named', () => {
    const start = () => providers(undeclared, { ANTHROPIC_API_KEY: 'k', COMPATIBLE_BASE_URL: 'http://models.test/v1', AI_TRANSCRIBER: 'compatible:whisper' });
    expect(start).toThrow(/ANTHROPIC_API_KEY: the policy viva-voce does not declare anthropic among its processors/);
    expect(start).toThrow(/COMPATIBLE_BASE_URL: the policy viva-voce does not declare compatible/);
  });

  it('need not be declared when they run on this machine, and are nobody outside', () => {
    const whisper = providers(undeclared, { MODELS_DIR: '/models' });
    expect(whisper.for('transcriber')).toMatchObject([{ provider: 'whisper', staysHere: true }]);
    expect(whisper.outside()).toEqual([]);
  });

  it('are nobody when nothing may be spent on them, but for what runs on this machine', () => {
    const off = providers(withNothingToSpend, { OPENAI_API_KEY: 'o', MODELS_DIR: '/models' });
    expect(off.outside()).toEqual([]);
    expect(off.for('transcriber')).toMatchObject([{ provider: 'whisper' }]);
  });

  it('that judge for money have a price in the policy that comes with the product, whatever the model', () => {
    const judges = ['anthropic', 'openai', 'xai', 'elevenlabs'];
    expect(judges.map((id) => [id, (declared.processor(id)?.prices.length ?? 0) > 0])).toEqual(judges.map((id) => [id, true]));
  });

  it('cannot have a price that is less than nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policy-'));
    writeFileSync(join(folder, 'changed.yaml'), readFileSync(join(projectRoot, 'policies/viva-voce.yaml'), 'utf8').replace('inputTokens: 3,', 'inputTokens: -3,'));
    expect(() => Policy.load('changed', folder)).toThrow(/processors\.0\.prices\.0\.inputTokens/);
  });
});
