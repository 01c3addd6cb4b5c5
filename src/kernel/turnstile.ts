/** Lets a few in at a time; the others wait their turn for a while, or are told at once that the queue is full. */
export class Turnstile {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limits: { readonly inside: number; readonly waiting: number; readonly milliseconds: number }) {}

  /** Runs `work` when there is room; throws what `refuse` gives when there was none in time. */
  async pass<T>(work: () => Promise<T>, refuse: () => Error): Promise<T> {
    if (!(await this.enter())) throw refuse();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<boolean> {
    if (this.inside < this.limits.inside) {
      this.inside += 1;
      return true;
    }
    if (this.waiting.length >= this.limits.waiting) return false;
    return new Promise((resolve) => {
      const turn = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(turn), 1);
        resolve(false);
      }, this.limits.milliseconds);
      this.waiting.push(turn);
    });
  }

  /** The place goes straight to whoever waits longest, so that nobody slips in between. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.inside -= 1;
  }
}
