import { type SpeechModel, type TranscriptionModel } from 'ai';
import { type AiChoice } from '../../platform/ai/index.js';

type Fetch = typeof globalThis.fetch;

const ELEVENLABS = 'https://api.elevenlabs.io/v1';
/** Questions are asked, and answers are judged, in English. */
const ENGLISH = 'en';

/** How one provider is asked to write down what is said. */
export interface OpenedTranscriber {
  readonly model: TranscriptionModel;
  readonly options: Record<string, Record<string, boolean | string | number | string[]>>;
  /** Whether "um" is in what it writes. */
  readonly writesFillers: boolean;
}

/** The library of a provider, loaded when it is needed for the first time. */
export async function openTranscriber({ provider, model, apiKey = '', baseUrl }: AiChoice, fetch: Fetch): Promise<OpenedTranscriber> {
  switch (provider) {
    case 'openai':
    case 'compatible': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      // Only Whisper tells when each word was said; the models after it refuse to be asked. A house may need no key, the library does.
      const timed = /whisper/i.test(model) ? { responseFormat: 'verbose_json', timestampGranularities: ['word'] } : {};
      return {
        model: createOpenAI({ apiKey: apiKey || 'none', baseURL: baseUrl, fetch }).transcription(model),
        options: { openai: { language: ENGLISH, temperature: 0, ...timed } },
        writesFillers: false,
      };
    }
    case 'elevenlabs': {
      const { createElevenLabs } = await import('@ai-sdk/elevenlabs');
      // Its transcripts are verbatim.
      return { model: createElevenLabs({ apiKey, fetch: toElevenLabs(baseUrl, fetch) }).transcription(model), options: { elevenlabs: { languageCode: ENGLISH, tagAudioEvents: false, timestampsGranularity: 'word' } }, writesFillers: true };
    }
    case 'xai': {
      const { createXai } = await import('@ai-sdk/xai');
      return { model: createXai({ apiKey, baseURL: baseUrl, fetch }).transcription(), options: { xai: { language: ENGLISH, fillerWords: true } }, writesFillers: true };
    }
    case 'anthropic':
    case 'whisper':
      throw new Error(`${provider} is not asked to write down what is said this way`);
  }
}

/** How one provider is asked to read aloud. */
export async function openVoice({ provider, model, apiKey = '', baseUrl }: AiChoice, fetch: Fetch): Promise<{ model: SpeechModel; voice: string }> {
  const voice = voiceOf(provider);
  switch (provider) {
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      return { model: createOpenAI({ apiKey, baseURL: baseUrl, fetch }).speech(model), voice };
    }
    case 'elevenlabs': {
      const { createElevenLabs } = await import('@ai-sdk/elevenlabs');
      return { model: createElevenLabs({ apiKey, fetch: toElevenLabs(baseUrl, fetch) }).speech(model), voice };
    }
    case 'xai': {
      const { createXai } = await import('@ai-sdk/xai');
      return { model: createXai({ apiKey, baseURL: baseUrl, fetch }).speech(), voice };
    }
    case 'anthropic':
    case 'compatible':
    case 'whisper':
      throw new Error(`${provider} has no voice`);
  }
}

/** A calm voice of each provider, which every account of it has. */
export function voiceOf(provider: AiChoice['provider']): string {
  const voices: Partial<Record<AiChoice['provider'], string>> = { openai: 'alloy', elevenlabs: '21m00Tcm4TlvDq8ikWAM', xai: 'eve' };
  return voices[provider] ?? '';
}

/** The library knows no address but one, and always asks who is speaking, which nobody here wants to know. */
function toElevenLabs(baseUrl: string, fetch: Fetch): Fetch {
  return (input, init) => {
    if (init?.body instanceof FormData && init.body.has('diarize')) init.body.set('diarize', 'false');
    const address = input instanceof Request ? input.url : input.toString();
    return fetch(address.replace(ELEVENLABS, baseUrl.replace(/\/$/, '')), init);
  };
}
