import { type z } from 'zod';
import { type AiChoice, type AiProvider } from '../config/index.js';
import { type AiTimings } from './ai-timings.js';
import { badAnswer, unavailable } from './ai.errors.js';
import { CarefulFetch } from './careful-fetch.js';
import { openModel } from './open-model.js';

/** A question whose answer has the form of `schema`. */
export interface AiRequest<T> {
  /** The answer is refused unless it fits; refinements, which a provider cannot be told, are checked here. */
  readonly schema: z.ZodType<T>;
  readonly system: string;
  readonly prompt: string;
  readonly signal: AbortSignal;
  /** Asked before every request to the provider, repetitions too; once it says no, nothing more is sent. */
  readonly mayGoOn: () => Promise<boolean>;
}

/** Enough for a model that thinks before it writes; an answer itself takes a tenth. */
const MOST_TOKENS = 16_000;
/** Repetitions by the library within the time of one question; longer pauses are for the jobs to make. */
const REPETITIONS = 2;

/** The AI model that the operator has chosen by setting a provider's key. Injected as null where there is none. */
export class AiModel {
  constructor(
    private readonly choice: AiChoice,
    /** The provider's name for people, as the policy declares it. */
    readonly providerName: string,
    private readonly timings: AiTimings,
  ) {}

  get provider(): AiProvider {
    return this.choice.provider;
  }

  get model(): string {
    return this.choice.model;
  }

  /**
   * Asks once, without tools. AppError `ai.unavailable` (with the seconds the provider asks to wait, if it does) after
   * 60 s, when the provider refuses or when `mayGoOn` does; `ai.bad_answer` when what came back does not fit. When `signal` is aborted, its
   * reason is thrown. Neither question nor answer is kept, logged, or in any error.
   */
  async askFor<T>({ schema, system, prompt, signal, mayGoOn }: AiRequest<T>): Promise<T> {
    signal.throwIfAborted();
    const fetch = new CarefulFetch(mayGoOn);
    const { generateText, Output, model, isUnusable } = await openModel(this.choice, fetch.fetch);
    try {
      const { output } = await generateText({
        model,
        instructions: system,
        prompt,
        output: Output.object({ schema }),
        temperature: 0,
        maxOutputTokens: MOST_TOKENS,
        maxRetries: REPETITIONS,
        abortSignal: AbortSignal.any([signal, AbortSignal.timeout(this.timings.ask)]),
        // The provider is asked not to keep what it is sent.
        providerOptions: { openai: { store: false } },
        telemetry: { isEnabled: false },
      });
      return output;
    } catch (error) {
      signal.throwIfAborted();
      throw fetch.sawTooMuch || isUnusable(error) ? badAnswer() : unavailable(fetch.retryAfterSeconds);
    }
  }
}
