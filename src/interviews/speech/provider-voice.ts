import { Injectable } from '@nestjs/common';
import { type AiChoice, AiTimings, badAnswer, CarefulFetch, unavailable } from '../../platform/ai/index.js';
import { openVoice } from './open-speech.js';

/** The longest question is half a minute, and a minute of it has a megabyte. */
export const MOST_VOICE_BYTES = 4_194_304;
const REPETITIONS = 2;

/** What reading aloud is bound by. */
export interface Reading {
  readonly signal: AbortSignal;
  /** Asked before every request, repetitions too. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Told when a failure has cost nothing. */
  readonly spent: (units: { characters?: number }) => void;
}

/** Lets an AI provider read a text aloud. Without one, a browser does with a voice of its own. */
@Injectable()
export class ProviderVoice {
  constructor(private readonly timings: AiTimings) {}

  /** As MP3. AppErrors `ai.unavailable`, `ai.bad_answer`; the reason of `signal` when it was aborted. */
  async read(choice: AiChoice, text: string, { signal, mayGoOn, spent }: Reading): Promise<Buffer> {
    const fetch = new CarefulFetch(mayGoOn, MOST_VOICE_BYTES);
    const { APICallError, generateSpeech, NoSpeechGeneratedError } = await import('ai');
    globalThis.AI_SDK_LOG_WARNINGS = false;
    const { model, voice } = await openVoice(choice, fetch.fetch);
    try {
      const { audio } = await generateSpeech({
        model, text, voice, outputFormat: 'mp3', maxRetries: REPETITIONS,
        abortSignal: AbortSignal.any([signal, AbortSignal.timeout(this.timings.ask)]),
        telemetry: { isEnabled: false },
      });
      const bytes = Buffer.from(audio.uint8Array);
      // It goes out from our own origin: whatever else a provider may send does not.
      if (isMp3(bytes)) return bytes;
    } catch (error) {
      spent(fetch.mayHaveCost ? { characters: text.length } : {});
      signal.throwIfAborted();
      const isUnusable = NoSpeechGeneratedError.isInstance(error) || (APICallError.isInstance(error) && error.statusCode === 200);
      throw fetch.sawTooMuch || isUnusable ? badAnswer() : unavailable(fetch.retryAfterSeconds);
    }
    throw badAnswer();
  }
}

/** Begins with a tag, or with the eleven set bits of a frame of layer III. */
const isMp3 = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2);
