import { Client } from 'pg';

/** Listens for new rows of jobs.outbox. Sleeping without it only makes the relay slower, so its faults are passed over. */
export class WakeUp {
  #client: Client | undefined;
  #closed = false;
  #rung = false;
  #wake: (() => void) | undefined;
  #retry: NodeJS.Timeout | undefined;

  constructor(private readonly url: string) {}

  open(): void {
    if (this.#closed) return;
    const client = new Client({ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: 5_000, application_name: 'viva-voce relay' });
    this.#client = client;
    let lost = false;
    const reopen = (): void => {
      if (lost) return;
      lost = true;
      client.end().catch(() => undefined);
      if (!this.#closed) this.#retry = setTimeout(() => this.open(), 1_000);
    };
    client.on('error', reopen);
    client.on('end', reopen);
    client.on('notification', () => this.ring());
    // Rows may have come while nobody listened.
    client.connect().then(() => client.query('listen jobs_outbox')).then(() => this.ring(), reopen);
  }

  /** Ends the present or the next sleep. */
  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Resolves when something was rung since the last sleep, or after `ms`. */
  async sleep(ms: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = undefined;
    this.#rung = false;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.ring();
    await this.#client?.end().catch(() => undefined);
  }
}
