/** The patience with a provider, in milliseconds. Tests make it shorter; nothing else does. */
export class AiTimings {
  /** One question to the provider, with its repetitions by the library, takes no longer than this. */
  readonly ask: number = 60_000;
}
