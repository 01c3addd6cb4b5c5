import { type Delivery } from '../../../api/recordings.js';

interface Told {
  readonly takeId: string;
  readonly delivery: Delivery;
}

/** What takes of a conversation need from outside. */
export interface TalkTakesPorts {
  begin(position: number, takeId: string): Promise<void>;
  deliver(takeId: string, delivery: Delivery): Promise<void>;
  /** The server knows of a take that it did not know of before. */
  begun(): void;
}

/** Tells the server that, and when, something was said: one after the other, and again whenever it did not work. */
export class TalkTakes {
  private readonly begun = new Set<string>();
  private readonly untold = new Map<number, Told>();
  private telling: Promise<void> = Promise.resolve();

  constructor(private readonly ports: TalkTakesPorts) {}

  tell(position: number, told: Told): Promise<void> {
    this.untold.set(position, told);
    this.telling = this.telling.then(() => this.tellAll());
    return this.telling;
  }

  private async tellAll(): Promise<void> {
    for (const [position, told] of this.untold) {
      // The words are saved apart from this; a take that cannot be begun costs the times alone.
      await this.tellOne(position, told).then(() => { if (this.untold.get(position) === told) this.untold.delete(position); }, () => undefined);
    }
  }

  private async tellOne(position: number, { takeId, delivery }: Told): Promise<void> {
    if (!this.begun.has(takeId)) {
      await this.ports.begin(position, takeId);
      this.begun.add(takeId);
      this.ports.begun();
    }
    if (delivery.durationMs > 0) await this.ports.deliver(takeId, delivery);
  }
}
