/** The rhythms of the machinery, in milliseconds. Tests make them shorter; nothing else does. */
export class JobTimings {
  /** How long the relay sleeps when no notification wakes it. */
  readonly poll: number = 1_000;
  /** How often it looks for rows that were handed over and got stuck. */
  readonly rescue: number = 2_000;
  /** A worker holds a job for this long, and renews it three times in that span: a killed one loses its jobs after it. */
  readonly lease: number = 10_000;
  /** A row that nobody has taken is handed over again after this long, in case the queue lost it (all due within 60 s). */
  readonly unanswered: number = 20_000;
  /** BullMQ's lock and stalled check: with its defaults a killed job came back after 62 s. */
  readonly lock: number = 10_000;
  readonly stalled: number = 5_000;
  /** The first pause after a failed run; each further one is four times as long, up to `longestPause`. */
  readonly firstPause: number = 5_000;
  readonly longestPause: number = 3_600_000;
  /** How long a stopping process waits for its jobs, so that it is gone within 25 s of SIGTERM. */
  readonly drain: number = 18_000;
}
