import 'reflect-metadata';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Config, ConfigModule, projectRoot } from '../config/index.js';
import { Policy } from '../policy/index.js';
import { AiModel, AiModule } from './index.js';

const declared = Policy.load('viva-voce', join(projectRoot, 'policies'));
const undeclared = new Policy({ ...declared.values, processors: [] });

async function boot(policy: Policy, ai: Record<string, string>): Promise<AiModel | null> {
  @Global()
  @Module({ providers: [{ provide: Policy, useValue: policy }], exports: [Policy] })
  class ThisPolicy {}
  const config = Config.read({ SECRET: 'k3J9-vQ2x_Zr7Lw8Tn5Yp1Bd6Hc4Fs0M', DATABASE_URL: 'postgres://app@db/viva', ...ai });
  const module = await Test.createTestingModule({ imports: [ConfigModule.with(config), ThisPolicy, AiModule] }).compile();
  return module.get<AiModel | null>(AiModel);
}

describe('the AI model of this machine', () => {
  it('is none without a key', async () => {
    expect(await boot(undeclared, {})).toBeNull();
  });

  it('is the one whose key is set, under the name the policy gives its provider', async () => {
    expect(await boot(declared, { OPENAI_API_KEY: 'k', AI_MODEL: 'openai:gpt-4.1-mini' })).toMatchObject({ provider: 'openai', model: 'gpt-4.1-mini', providerName: 'OpenAI' });
  });

  it('stops the start when the policy does not declare its provider, and names it', async () => {
    await expect(boot(undeclared, { ANTHROPIC_API_KEY: 'k' })).rejects.toThrow(/ANTHROPIC_API_KEY: the policy viva-voce does not declare anthropic among its processors/);
  });
});
