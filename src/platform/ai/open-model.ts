import { type LanguageModel } from 'ai';
import { type AiChoice } from './ai-providers.js';
import { type AiUnits } from './ai-units.js';

type Usage = { readonly inputTokens?: number | undefined; readonly outputTokens?: number | undefined };

/** The library, loaded when the first question is asked: a start without a key pays nothing for it. */
export async function openModel(choice: AiChoice, fetch: typeof globalThis.fetch) {
  const { APICallError, generateText, NoObjectGeneratedError, NoOutputGeneratedError, Output } = await import('ai');
  // Its warnings go to the console and may quote what was asked.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  return {
    generateText,
    Output,
    model: await languageModel(choice, fetch),
    /** True when a reply came, but none that fits. */
    isUnusable: (error: unknown): boolean =>
      NoObjectGeneratedError.isInstance(error) || NoOutputGeneratedError.isInstance(error) || (APICallError.isInstance(error) && error.statusCode === 200),
    /** As far as the reply, or the error in its place, tells; nothing otherwise. */
    unitsOf: (told: unknown): AiUnits => {
      const { inputTokens, outputTokens } = ((told as { usage?: Usage } | undefined)?.usage ?? {});
      return { ...(inputTokens === undefined ? {} : { inputTokens }), ...(outputTokens === undefined ? {} : { outputTokens }) };
    },
  };
}

async function languageModel({ provider, model, apiKey = '', baseUrl }: AiChoice, fetch: typeof globalThis.fetch): Promise<LanguageModel> {
  switch (provider) {
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic({ apiKey, baseURL: baseUrl, fetch })(model);
    }
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      return createOpenAI({ apiKey, baseURL: baseUrl, fetch })(model);
    }
    case 'xai': {
      const { createXai } = await import('@ai-sdk/xai');
      return createXai({ apiKey, baseURL: baseUrl, fetch })(model);
    }
    case 'compatible': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      return createOpenAICompatible({ name: provider, ...(apiKey === '' ? {} : { apiKey }), baseURL: baseUrl, fetch, supportsStructuredOutputs: true })(model);
    }
    case 'elevenlabs':
    case 'whisper':
      throw new Error(`${provider} has no language model`);
  }
}
