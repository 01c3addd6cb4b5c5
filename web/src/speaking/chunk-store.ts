import { type ChunkPlace } from './chunk-post.js';

export interface StoredChunk extends ChunkPlace {
  takeId: string;
  bytes: Blob;
}

/** What is there of a take after a reload: its pieces, and whether its end was asked for. */
export interface StoredTake {
  chunks: StoredChunk[];
  ended: boolean;
}

/** Where pieces outlive the page until the server has all of them. Any of these may fail: storage can be full or blocked. */
export interface ChunkStore {
  put(chunk: StoredChunk): Promise<void>;
  /** The end of this take was asked for. */
  end(takeId: string): Promise<void>;
  of(takeId: string): Promise<StoredTake>;
  takes(): Promise<string[]>;
  forget(takeId: string): Promise<void>;
  /** Somebody signed out, in this tab or another: all of it was deleted at once. */
  whenEmptied?(listener: () => void): void;
}

/** Keeps pieces in the memory of the page: where the browser stores nothing, and where nothing shall be stored. */
export class ChunkMemory implements ChunkStore {
  private readonly kept = new Map<string, StoredTake>();

  async put(chunk: StoredChunk): Promise<void> {
    const take = this.take(chunk.takeId);
    take.chunks = [...take.chunks.filter(({ part, seq }) => part !== chunk.part || seq !== chunk.seq), chunk];
  }

  async end(takeId: string): Promise<void> {
    this.take(takeId).ended = true;
  }

  async of(takeId: string): Promise<StoredTake> {
    const { chunks, ended } = this.kept.get(takeId) ?? { chunks: [], ended: false };
    return { chunks: [...chunks].sort(inOrder), ended };
  }

  async takes(): Promise<string[]> {
    return [...this.kept.keys()];
  }

  async forget(takeId: string): Promise<void> {
    this.kept.delete(takeId);
  }

  private take(takeId: string): StoredTake {
    const take = this.kept.get(takeId) ?? { chunks: [], ended: false };
    this.kept.set(takeId, take);
    return take;
  }
}

export const inOrder = (one: ChunkPlace, other: ChunkPlace): number => one.part - other.part || one.seq - other.seq;
