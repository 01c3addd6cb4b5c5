export { AiModels } from './ai-models.js';
export { AiProviders, type AiChoice } from './ai-providers.js';
export { AiRuns } from './ai-runs.js';
export { AiTimings } from './ai-timings.js';
export { badAnswer, isAiFault, isAway, isCapped, unavailable } from './ai.errors.js';
export { AiModule } from './ai.module.js';
export { CarefulFetch } from './careful-fetch.js';
