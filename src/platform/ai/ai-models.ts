import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type AiChoice } from './ai-providers.js';
import { type AiRun, AiRuns, type Spent } from './ai-runs.js';
import { AiTimings } from './ai-timings.js';
import { type AiUnits } from './ai-units.js';
import { badAnswer, unavailable } from './ai.errors.js';
import { CarefulFetch } from './careful-fetch.js';
import { openModel } from './open-model.js';

/** A question whose answer has the form of `schema`. */
export interface AiRequest<T> {
  /** For whom and what, as the log of runs keeps it. */
  readonly run: Omit<AiRun, 'promptHash' | 'atMost'> & { readonly choice: AiChoice };
  /** The answer is refused unless it fits; refinements, which a provider cannot be told, are checked here. */
  readonly schema: z.ZodType<T>;
  readonly system: string;
  readonly prompt: string;
  /** Of what is to be the same each time, 0; more where it may vary. */
  readonly temperature?: number;
  readonly signal: AbortSignal;
  /** Asked before every request to the provider, repetitions too; once it says no, nothing more is sent. */
  readonly mayGoOn: () => Promise<boolean>;
}

/** Enough for a model that thinks before it writes; an answer itself takes a tenth. */
const MOST_TOKENS = 16_000;
/** A model in one's own house often has room for 8,000 in all, and its server refuses to promise more. */
const MOST_TOKENS_AT_HOME = 4_000;
/** Repetitions by the library within the time of one question; longer pauses are for the jobs to make. */
const REPETITIONS = 2;
/**
 * The provider is asked not to keep what it is sent: OpenAI's and xAI's Responses APIs keep it for 30 days otherwise.
 * Anthropic's Messages API keeps no state and has no such setting. What comes by their APIs is no training data unless a customer says so.
 */
const KEEP_NOTHING = { openai: { store: false }, xai: { store: false } };

/** The language models of this machine. */
@Injectable()
export class AiModels {
  constructor(
    private readonly runs: AiRuns,
    private readonly timings: AiTimings,
  ) {}

  /**
   * Asks once, without tools. AppError `ai.unavailable` (with the seconds the provider asks to wait, if it does) after
   * 60 s, when the provider refuses or when `mayGoOn` does; `ai.bad_answer` when what came back does not fit;
   * `ai.daily_cap` when the account has nothing left to spend today. When `signal` is aborted, its reason is thrown.
   * Neither question nor answer is kept, logged, or in any error.
   */
  async askFor<T>(request: AiRequest<T>): Promise<T> {
    const { run, schema, system, prompt, signal, mayGoOn } = request;
    signal.throwIfAborted();
    // Nothing is logged for somebody of whom nothing may be sent: they may be gone, and the log would name them.
    if (!(await mayGoOn())) throw unavailable();
    const form = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
    // A token is never shorter than a byte.
    const atMost = { inputTokens: Buffer.byteLength(system + prompt + form), outputTokens: run.choice.provider === 'compatible' ? MOST_TOKENS_AT_HOME : MOST_TOKENS };
    const promptHash = createHash('sha256').update(`${system}\n${form}`).digest('hex');
    return this.runs.around({ ...run, promptHash, atMost }, (spent) => this.send(request, atMost, spent));
  }

  private async send<T>({ run, schema, system, prompt, temperature = 0, signal, mayGoOn }: AiRequest<T>, atMost: Required<Pick<AiUnits, 'inputTokens' | 'outputTokens'>>, spent: Spent): Promise<{ result: T; units: AiUnits }> {
    const fetch = new CarefulFetch(mayGoOn);
    const { generateText, Output, model, isUnusable, unitsOf } = await openModel(run.choice, fetch.fetch);
    try {
      const { output, usage } = await generateText({
        model,
        instructions: system,
        prompt,
        output: Output.object({ schema }),
        temperature,
        maxOutputTokens: atMost.outputTokens,
        maxRetries: REPETITIONS,
        abortSignal: AbortSignal.any([signal, AbortSignal.timeout(this.timings.ask)]),
        providerOptions: KEEP_NOTHING,
        telemetry: { isEnabled: false },
      });
      return { result: output, units: { ...atMost, ...unitsOf({ usage }) } };
    } catch (error) {
      spent(fetch.mayHaveCost ? { ...atMost, ...unitsOf(error) } : {});
      signal.throwIfAborted();
      throw fetch.sawTooMuch || isUnusable(error) ? badAnswer() : unavailable(fetch.retryAfterSeconds);
    }
  }
}
