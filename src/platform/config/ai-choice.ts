import { type Settings } from './config.schema.js';

/** Whoever can serve as AI provider here; the first with a key serves when `AI_MODEL` does not say. */
export const aiProviders = ['anthropic', 'openai'] as const;
export type AiProvider = (typeof aiProviders)[number];

/** The one model that serves, and how it is reached. */
export interface AiChoice {
  readonly provider: AiProvider;
  readonly model: string;
  readonly apiKey: string;
  readonly baseUrl: string;
}

/** Models that take a temperature of 0, so that an answer judged twice is judged alike, as far as that goes. */
const USUAL_MODELS: Readonly<Record<AiProvider, string>> = { anthropic: 'claude-sonnet-4-6', openai: 'gpt-4.1' };

/** The AI model these settings ask for, or null when no key is set. */
export function aiChoice(settings: Settings): AiChoice | null {
  const [named, model] = modelNamedIn(settings);
  const provider = named ?? aiProviders.find((each) => access(settings, each).apiKey !== undefined);
  if (provider === undefined) return null;
  const { apiKey, baseUrl } = access(settings, provider);
  return apiKey === undefined ? null : { provider, model: model ?? USUAL_MODELS[provider], apiKey, baseUrl };
}

/** What is wrong with the settings of the AI: one plain sentence for each fault. */
export function aiFaults(settings: Settings): string[] {
  const [provider] = modelNamedIn(settings);
  if (provider === undefined || access(settings, provider).apiKey !== undefined) return [];
  return [`AI_MODEL: names a model of ${provider}, but ${provider.toUpperCase()}_API_KEY is not set.`];
}

function access(settings: Settings, provider: AiProvider): { apiKey: string | undefined; baseUrl: string } {
  return provider === 'anthropic'
    ? { apiKey: settings.ANTHROPIC_API_KEY, baseUrl: settings.ANTHROPIC_BASE_URL }
    : { apiKey: settings.OPENAI_API_KEY, baseUrl: settings.OPENAI_BASE_URL };
}

function modelNamedIn({ AI_MODEL }: Settings): [AiProvider | undefined, string | undefined] {
  if (AI_MODEL === undefined) return [undefined, undefined];
  const colon = AI_MODEL.indexOf(':');
  return [aiProviders.find((provider) => provider === AI_MODEL.slice(0, colon)), AI_MODEL.slice(colon + 1)];
}
