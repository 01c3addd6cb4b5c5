/** The patience with a provider, in milliseconds. Tests make it shorter; nothing else does. */
export class AiTimings {
  /** One question to the provider, with its repetitions by the library, takes no longer than this. */
  readonly ask: number = 60_000;
  /** Somebody watches while the questions of an interview are put into words, so that this is all they wait, whoever is asked and how often. */
  readonly wording: number = 20_000;
  /** Between two questions nobody waits longer than an interviewer would think. */
  readonly followUp: number = 8_000;
}
