import { type XaiProvider } from '@ai-sdk/xai';
import { type AiChoice } from '../../platform/ai/index.js';
import { type Briefing, type InterviewerLine } from './realtime-interviewer.js';

type RealtimeModel = ReturnType<XaiProvider['experimental_realtime']>;
type SessionConfig = Parameters<RealtimeModel['buildSessionConfig']>[0];

/** A key that has not been used by then opens nothing any more. */
const KEY_SECONDS = 60;
/** Somebody who thinks in the middle of a sentence is not interrupted. */
const SILENCE_MS = 1_500;
/** 16-bit samples, one channel. */
const SOUND = { type: 'audio/pcm', rate: 24_000 };

/** What every provider is told: rules, the one tool, the form of the sound, and that it hears by itself when somebody has finished. */
export const sessionOf = ({ instructions, tools }: Briefing, voice: string): SessionConfig => ({
  instructions,
  voice,
  inputAudioFormat: SOUND,
  outputAudioFormat: SOUND,
  turnDetection: { type: 'server-vad', silenceDurationMs: SILENCE_MS },
  tools: tools.map((tool) => ({ ...tool })),
});

/** Asks the provider for a key that opens one conversation; with `sessionConfig` where its keys carry one. */
export async function keyedLine(model: RealtimeModel, choice: AiChoice, sessionConfig?: SessionConfig): Promise<Pick<InterviewerLine, 'url' | 'protocols'>> {
  if (!model.doCreateClientSecret || !model.getWebSocketConfig) throw new UnusableKey('No keys are made for this model');
  const { token } = await model.doCreateClientSecret({ expiresAfterSeconds: KEY_SECONDS, ...(sessionConfig ? { sessionConfig } : {}) });
  const url = addressOf(choice);
  return { url, protocols: model.getWebSocketConfig({ token: mustBeKey(token), url }).protocols ?? [] };
}

/** Where conversations begin: beside the rest of a provider's API. */
const addressOf = ({ baseUrl, model }: AiChoice): string => `${baseUrl.replace(/^http/, 'ws').replace(/\/$/, '')}/realtime?model=${encodeURIComponent(model)}`;

/** A key as it may stand in a WebSocket's protocol (a token of RFC 9110, 5.6.2); anything else is no key. */
function mustBeKey(key: unknown): string {
  if (typeof key !== 'string' || !/^[\w!#$%&'*+.^`|~-]{1,4000}$/.test(key)) throw new UnusableKey('No key came');
  return key;
}

/** The provider answered, but with nothing that opens a conversation. */
export class UnusableKey extends Error {}
