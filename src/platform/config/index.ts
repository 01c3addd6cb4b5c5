export { Config, ConfigurationError, environment, projectRoot } from './config.js';
export { aiRoles, type AiProvider, type AiRole, type AiSetting } from './ai-choice.js';
export { type SignInProvider } from './sign-in-providers.js';
export { configSchema, type Settings } from './config.schema.js';
export { ConfigModule } from './config.module.js';
