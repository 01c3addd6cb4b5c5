import { type AiChoice } from '../../platform/ai/index.js';
import { type Heard } from './heard.js';
import { type Sound } from './sound.js';

/** What a transcriber is handed besides the sound. */
export interface Hearing {
  readonly signal: AbortSignal;
  /** Asked before every request to a provider, repetitions too; once it says no, nothing more is sent. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Told when a failure has cost less than the whole sound. */
  readonly spent: (units: { seconds?: number }) => void;
}

/** Whoever writes down what is said. Without one, a candidate's own device does, or they do. */
export interface Transcriber {
  /** AppErrors `ai.unavailable`, `ai.bad_answer`; the reason of `signal` when it was aborted. The sound is not kept, nor in any error. */
  transcribe(choice: AiChoice, sound: Sound, hearing: Hearing): Promise<Heard>;
}
