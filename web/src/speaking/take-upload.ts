import { type ChunkPlace, type ChunkPost, type PartThere } from './chunk-post.js';
import { type ChunkStore, inOrder, type StoredChunk } from './chunk-store.js';

/** How safe a take is. `done` and `refused` are final; `waiting_for_network` is tried again by itself. */
export interface TakeSaving {
  readonly takeId: string;
  readonly state: 'idle' | 'sending' | 'saved' | 'waiting_for_network' | 'done' | 'refused';
  /** Pieces the server does not have yet. */
  readonly waiting: number;
  /** When the server last said that it has a piece; milliseconds since 1970. */
  readonly savedAt: number | null;
}

type Step = 'on' | 'lost' | 'over';

const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Brings one take to the server: one piece after the other in their order, so that what is there is always a beginning
 * without holes. The pieces stay in the store until the server has confirmed the whole.
 */
export class TakeUpload {
  private saving: TakeSaving;
  private unsent: StoredChunk[] = [];
  private endWanted = false;
  private behind = false;
  private running = false;
  private storing: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(takeId: string, private readonly post: ChunkPost, private readonly store: ChunkStore, private readonly changed: () => void) {
    this.saving = { takeId, state: 'idle', waiting: 0, savedAt: null };
  }

  read(): TakeSaving {
    return this.saving;
  }

  isOver(): boolean {
    return this.saving.state === 'done' || this.saving.state === 'refused';
  }

  add(place: ChunkPlace, bytes: Blob): void {
    if (this.isOver()) return;
    const chunk = { takeId: this.saving.takeId, ...place, bytes };
    this.keep(() => this.store.put(chunk));
    this.queue([chunk]);
    this.wake();
  }

  /** The take is whole. Confirmed by the server as soon as it has every piece, after a reload if need be. */
  end(): void {
    if (this.isOver()) return;
    this.endWanted = true;
    this.keep(() => this.store.end(this.saving.takeId));
    this.wake();
  }

  /** Goes on after a reload: of what is in the store, what the server lacks is sent. */
  resume(ended: boolean): void {
    if (this.isOver()) return;
    this.behind = true;
    this.endWanted ||= ended;
    this.wake();
  }

  /** Tries at once: something was added, or the network is back. */
  wake(): void {
    if (this.isOver() || this.running) return;
    clearTimeout(this.timer);
    void this.run();
  }

  /** Stops, and leaves nothing of it in this browser. */
  async forget(): Promise<void> {
    clearTimeout(this.timer);
    this.unsent = [];
    this.show({ state: 'refused', waiting: 0 });
    await this.forgetStored();
  }

  private async run(): Promise<void> {
    this.running = true;
    let outcome: Step = 'on';
    while (outcome === 'on' && !this.isOver() && (this.behind || this.unsent.length > 0 || this.endWanted)) {
      if (this.failures === 0) this.show({ state: 'sending' });
      outcome = await this.step().catch(unexpected);
      if (outcome === 'on') this.failures = 0;
    }
    this.running = false;
    if (outcome === 'lost' && !this.isOver()) this.later();
  }

  private step(): Promise<Step> {
    if (this.behind) return this.catchUp();
    const [next] = this.unsent;
    return next ? this.send(next) : this.confirm();
  }

  private async catchUp(): Promise<Step> {
    const there = await this.lookThere();
    if (!Array.isArray(there)) return there;
    this.queue(await this.missing(there));
    this.behind = false;
    if (this.unsent.length === 0) this.show({ state: 'saved' });
    return 'on';
  }

  private async send(chunk: StoredChunk): Promise<Step> {
    const outcome = await this.post.send(chunk.takeId, chunk.part, chunk.seq, chunk.bytes);
    if (this.isOver()) return 'over';
    if (outcome === 'lost') return 'lost';
    if (outcome === 'refused') return this.refuse();
    this.unsent = this.unsent.filter((other) => other !== chunk);
    this.show({ state: this.unsent.length === 0 ? 'saved' : 'sending', waiting: this.unsent.length, savedAt: Date.now() });
    return 'on';
  }

  private async confirm(): Promise<Step> {
    const there = await this.lookThere();
    if (!Array.isArray(there)) return there;
    this.queue(await this.missing(there));
    if (this.unsent.length > 0) return 'on';
    const outcome = await this.post.complete(this.saving.takeId, wholeParts(there));
    if (this.isOver()) return 'over';
    if (outcome === 'refused') return this.refuse();
    return outcome === 'done' ? this.finish() : 'lost';
  }

  /** Asked before anything is taken for granted: a server may have lost a piece, and have parts that were recorded elsewhere. */
  private async lookThere(): Promise<PartThere[] | 'lost' | 'over'> {
    const there = await this.post.have(this.saving.takeId);
    if (this.isOver()) return 'over';
    if (there === 'refused') return this.refuse();
    return there === 'done' ? this.finish() : there;
  }

  private async missing(there: readonly PartThere[]): Promise<StoredChunk[]> {
    await this.storing;
    const { chunks } = (await this.store.of(this.saving.takeId).catch(warn)) ?? { chunks: [] };
    return chunks.filter(({ part, seq }) => !there.some((each) => each.part === part && each.chunks.includes(seq)));
  }

  private later(): void {
    this.show({ state: 'waiting_for_network' });
    this.timer = setTimeout(() => this.wake(), RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)]);
  }

  private async finish(): Promise<'over'> {
    this.show({ state: 'done', waiting: 0, savedAt: Date.now() });
    await this.forgetStored();
    return 'over';
  }

  private async refuse(): Promise<'over'> {
    await this.forget();
    return 'over';
  }

  private queue(chunks: readonly StoredChunk[]): void {
    const known = (chunk: StoredChunk): boolean => this.unsent.some((other) => inOrder(other, chunk) === 0);
    this.unsent = [...this.unsent, ...chunks.filter((chunk) => !known(chunk))].sort(inOrder);
    this.show({ waiting: this.unsent.length });
  }

  private keep(write: () => Promise<void>): void {
    this.storing = this.storing.then(write).catch(warn);
  }

  private async forgetStored(): Promise<void> {
    await this.storing;
    await this.store.forget(this.saving.takeId).catch(warn);
  }

  private show(change: Partial<TakeSaving>): void {
    this.saving = { ...this.saving, ...change };
    this.changed();
  }
}

/** How many pieces each part has from its beginning; what stands behind a hole cannot be played and is left out. */
function wholeParts(there: readonly PartThere[]): number[] {
  const parts: number[] = [];
  for (const { part, chunks } of there) {
    let count = 0;
    while (chunks.includes(count)) count += 1;
    parts[part] = count;
  }
  return Array.from(parts, (count) => count ?? 0);
}

function warn(error: unknown): undefined {
  console.warn('A recording could not be kept in this browser; it is sent all the same.', error);
}

function unexpected(error: unknown): 'lost' {
  console.warn('A recording could not be sent; it is tried again.', error);
  return 'lost';
}
