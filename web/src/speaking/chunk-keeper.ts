import { type ChunkPost } from './chunk-post.js';
import { type ChunkStore } from './chunk-store.js';
import { type TakeSaving, TakeUpload } from './take-upload.js';

/**
 * Keeps the pieces of takes until the server has them: through a lost network, a closed tab and a server that was away.
 * Each take goes its own way, so that one that cannot be sent holds up no other. Knows nothing of React.
 */
export class ChunkKeeper {
  private readonly uploads = new Map<string, TakeUpload>();
  private readonly unknown = new Map<string, TakeSaving>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly post: ChunkPost, private readonly store: ChunkStore) {
    // What has not been sent by then is not sent in the name of whoever signs in next.
    store.whenEmptied?.(() => this.uploads.forEach((upload) => void upload.forget()));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** How safe a take is; the same object until something changes. */
  readonly read = (takeId: string): TakeSaving => this.uploads.get(takeId)?.read() ?? this.idle(takeId);

  /** How many takes are not safe yet: pieces wait, or an end that was asked for is not confirmed. */
  readonly unsafe = (): number => [...this.uploads.values()].filter((upload) => ['sending', 'waiting_for_network'].includes(upload.read().state)).length;

  /** Pieces of this take will come; whoever signs out before the first of them is there stops it all the same. */
  expect(takeId: string): void {
    this.upload(takeId);
  }

  add(takeId: string, part: number, seq: number, bytes: Blob): void {
    this.upload(takeId).add({ part, seq }, bytes);
  }

  /** The take is whole: confirmed with the server once it has every piece. */
  complete(takeId: string): void {
    this.upload(takeId).end();
  }

  /** The takes of which this browser still has pieces, from before a reload or from now. */
  async left(): Promise<string[]> {
    return this.store.takes().catch(() => []);
  }

  /** Sends what is left of a take; its end is confirmed only if it had been asked for. Resolves to how many parts are here. */
  async resume(takeId: string): Promise<number> {
    const { chunks, ended } = await this.store.of(takeId);
    if (chunks.length > 0 || ended) this.upload(takeId).resume(ended);
    return Math.max(0, ...chunks.map(({ part }) => part + 1));
  }

  /** Tries everything at once, for when the network is back. */
  readonly wake = (): void => this.uploads.forEach((upload) => upload.wake());

  /** Thrown away: nothing more is sent, and nothing of it stays in this browser. */
  async forget(takeId: string): Promise<void> {
    await this.upload(takeId).forget();
    this.uploads.delete(takeId);
    this.tell();
  }

  private upload(takeId: string): TakeUpload {
    const known = this.uploads.get(takeId);
    if (known) return known;
    const upload = new TakeUpload(takeId, this.post, this.store, this.tell);
    this.uploads.set(takeId, upload);
    return upload;
  }

  private idle(takeId: string): TakeSaving {
    const idle = this.unknown.get(takeId) ?? { takeId, state: 'idle', waiting: 0, savedAt: null };
    this.unknown.set(takeId, idle);
    return idle;
  }

  private readonly tell = (): void => this.listeners.forEach((listener) => listener());
}
