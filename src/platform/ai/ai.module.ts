import { Global, Module } from '@nestjs/common';
import { AiModels } from './ai-models.js';
import { AiProviders } from './ai-providers.js';
import { AiRunRepository } from './ai-run.repository.js';
import { AiRuns } from './ai-runs.js';
import { AiTimings } from './ai-timings.js';
import './ai.personal-data.js';
import { AiWorker } from './ai.worker.js';

/** The AI providers of this machine, and the log of what they were asked. Without one, whatever is built in serves alone. */
@Global()
@Module({
  providers: [AiModels, AiProviders, AiRunRepository, AiRuns, AiTimings, AiWorker],
  exports: [AiModels, AiProviders, AiRuns, AiTimings],
})
export class AiModule {}
