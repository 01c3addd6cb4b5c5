const WINDOW_MS = 60_000;
const FIRST_WAIT_MS = 250;
/** Often enough to ride out a crash, seldom enough not to fill the log with one that stays. */
const RESTARTS_A_MINUTE = 5;

/** How long to wait before a part that died is started again: twice as long each time, and at most five times a minute. */
export class RestartBudget {
  private restarts: number[] = [];

  /** Counts a death at `now` (milliseconds) and says after how many milliseconds to start again. */
  waitAfterDeath(now: number): number {
    this.restarts = this.restarts.filter((at) => at > now - WINDOW_MS);
    const backoff = FIRST_WAIT_MS * 2 ** this.restarts.length;
    const fifth = this.restarts.at(-RESTARTS_A_MINUTE);
    const wait = fifth === undefined ? backoff : fifth + WINDOW_MS - now;
    this.restarts.push(now + wait);
    return wait;
  }

  /** True when it died as often as it may within the last minute: it will hardly recover by itself. */
  isExhausted(now: number): boolean {
    return this.restarts.filter((at) => at > now - WINDOW_MS).length >= RESTARTS_A_MINUTE;
  }
}
