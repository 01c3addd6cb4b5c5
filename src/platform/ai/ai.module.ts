import { Global, Module } from '@nestjs/common';
import { Config, ConfigurationError } from '../config/index.js';
import { Policy } from '../policy/index.js';
import { AiModel } from './ai-model.js';
import { AiTimings } from './ai-timings.js';

/** Offers the one AI model of this machine, or null: then whatever is built in serves alone. */
@Global()
@Module({
  providers: [AiTimings, { provide: AiModel, inject: [Config, Policy, AiTimings], useFactory: chosenModel }],
  exports: [AiModel],
})
export class AiModule {}

/** Whoever is given personal data must have been declared to the people first. */
function chosenModel({ ai, settings }: Config, policy: Policy, timings: AiTimings): AiModel | null {
  if (ai === null) return null;
  const processor = policy.processor(ai.provider);
  if (processor === null) {
    throw new ConfigurationError([
      `${ai.provider.toUpperCase()}_API_KEY: the policy ${settings.POLICY} does not declare ${ai.provider} among its processors; ` +
      'say there what it is given and why, or take the key away.',
    ]);
  }
  return new AiModel(ai, processor.name, timings);
}
