import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';
import { AiTimings, badAnswer, CarefulFetch, unavailable, type AiChoice } from '../../platform/ai/index.js';
import { Policy } from '../../platform/policy/index.js';
import { heardFrom, type Heard } from './heard.js';
import { openTranscriber } from './open-speech.js';
import { type Sound } from './sound.js';
import { nothingHeard } from './speech.errors.js';
import { type Hearing, type Transcriber } from './transcriber.js';

/** Repetitions by the library within the time of one answer. */
const REPETITIONS = 2;

/** Lets an AI provider write down what is said. */
@Injectable()
export class ProviderTranscriber implements Transcriber {
  constructor(
    private readonly timings: AiTimings,
    private readonly policy: Policy,
  ) {}

  async transcribe(choice: AiChoice, sound: Sound, { signal, mayGoOn, spent }: Hearing): Promise<Heard> {
    const fetch = new CarefulFetch(mayGoOn);
    const { APICallError, NoTranscriptGeneratedError, transcribe } = await import('ai');
    // Its warnings go to the console.
    globalThis.AI_SDK_LOG_WARNINGS = false;
    const { model, options, writesFillers } = await openTranscriber(choice, fetch.fetch);
    try {
      const { text, words, segments } = await transcribe({
        model,
        audio: sound.wav,
        providerOptions: options,
        maxRetries: REPETITIONS,
        abortSignal: AbortSignal.any([signal, AbortSignal.timeout(this.timings.ask)]),
        telemetry: { isEnabled: false },
      });
      return fitting(heardFrom({ text, said: words ?? segments, seconds: sound.seconds, writesFillers }), this.policy.values.limits.answer.characters);
    } catch (error) {
      spent(fetch.mayHaveCost ? { seconds: sound.seconds } : {});
      signal.throwIfAborted();
      if (error instanceof AppError) throw error;
      const isUnusable = NoTranscriptGeneratedError.isInstance(error) || (APICallError.isInstance(error) && error.statusCode === 200);
      throw fetch.sawTooMuch || isUnusable ? badAnswer() : unavailable(fetch.retryAfterSeconds);
    }
  }
}

/** Noise is no answer; and more than an answer can have, nobody has said in five minutes. */
function fitting(heard: Heard, mostCharacters: number): Heard {
  if (!/[\p{L}\p{N}]/u.test(heard.text)) throw nothingHeard();
  if (heard.text.length > mostCharacters) throw badAnswer();
  return heard;
}
