export { AiModel, type AiRequest } from './ai-model.js';
export { isAiFault, isAway } from './ai.errors.js';
export { AiModule } from './ai.module.js';
