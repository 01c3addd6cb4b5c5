import { type Transcript } from '../../api/speech.js';

/** What becomes of the sound of an answer that somebody else writes down. */
export type Writing = { readonly kind: 'getting_ready' } | { readonly kind: 'listening' } | { readonly kind: 'failed'; readonly error: unknown };

/** One part of a take, to be written down when it is its turn. */
export interface Page {
  readonly takeId: string;
  readonly sound: () => Promise<Blob>;
  /** Called when its turn comes, with nothing before it left to be written; gives what takes the words. */
  readonly open: () => (words: Transcript) => void;
}

export interface ScribePorts {
  /** The sound of a recording in the form that is sent. */
  plain(recorded: Blob): Promise<Blob>;
  write(takeId: string, wav: Blob, signal: AbortSignal): Promise<Transcript>;
  /** Whether trying again by itself may help. */
  mayPass(error: unknown): boolean;
}

interface Desk {
  readonly pages: Page[];
  readonly stop: AbortController;
}

/** After a request that got lost: what is held here is sent again. */
const AGAIN_MS = [2_000, 5_000, 10_000];

/**
 * Has the answers of one interview written down, part by part and several questions at a time, while one goes on. What could not
 * be written down stays here to be tried again. Knows nothing of React.
 */
export class RoomScribe {
  private readonly desks = new Map<number, Desk>();
  private readonly standing = new Map<number, Writing>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly ports: ScribePorts) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Null when nothing is to be written there. */
  readonly at = (position: number): Writing | null => this.standing.get(position) ?? null;

  /** The positions at which something is being written, as one text: "1,3". Equal texts mean that nothing changed. */
  readonly writing = (): string => [...this.standing].filter(([, { kind }]) => kind !== 'failed').map(([position]) => position).join(',');

  begin(position: number, page: Page): void {
    const desk = this.desks.get(position);
    if (desk) {
      desk.pages.push(page);
      return;
    }
    const opened = { pages: [page], stop: new AbortController() };
    this.desks.set(position, opened);
    void this.work(position, opened);
  }

  again(position: number): void {
    const desk = this.desks.get(position);
    if (desk && this.at(position)?.kind === 'failed') void this.work(position, desk);
  }

  /** One writes it oneself: what is on its way is broken off. */
  leave(position: number): void {
    this.desks.get(position)?.stop.abort();
    this.desks.delete(position);
    this.show(position, null);
  }

  /** Resolves once nothing is being written at these positions, or at any. */
  async settled(...positions: readonly number[]): Promise<void> {
    const isBusy = (): boolean => this.writing().split(',').some((position) => position !== '' && (positions.length === 0 || positions.includes(Number(position))));
    if (!isBusy()) return;
    await new Promise<void>((resolve) => {
      const stop = this.subscribe(() => {
        if (isBusy()) return;
        stop();
        resolve();
      });
    });
  }

  private async work(position: number, { pages, stop: { signal } }: Desk): Promise<void> {
    for (let [page] = pages; page; [page] = pages) {
      try {
        this.show(position, { kind: 'getting_ready' });
        const take = page.open();
        const wav = await this.ports.plain(await page.sound());
        if (signal.aborted) return;
        this.show(position, { kind: 'listening' });
        const words = await this.send(page.takeId, wav, signal);
        if (signal.aborted) return;
        pages.shift();
        take(words);
      } catch (error) {
        if (!signal.aborted) this.show(position, { kind: 'failed', error });
        return;
      }
    }
    this.desks.delete(position);
    this.show(position, null);
  }

  private async send(takeId: string, wav: Blob, signal: AbortSignal): Promise<Transcript> {
    for (const wait of AGAIN_MS) {
      try {
        return await this.ports.write(takeId, wav, signal);
      } catch (error) {
        if (signal.aborted || !this.ports.mayPass(error)) throw error;
        await new Promise((resolve) => { setTimeout(resolve, wait); });
        signal.throwIfAborted();
      }
    }
    return this.ports.write(takeId, wav, signal);
  }

  private show(position: number, writing: Writing | null): void {
    if (writing) this.standing.set(position, writing);
    else this.standing.delete(position);
    for (const listener of this.listeners) listener();
  }
}
