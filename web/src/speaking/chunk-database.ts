import { recordingsDatabase } from '../lib/stored-keys.js';
import { type ChunkStore, inOrder, type StoredChunk, type StoredTake } from './chunk-store.js';

const VERSION = 1;
/** Nobody comes back later than this to go on with an answer. */
const LONGEST_MS = 7 * 86_400_000;

interface TakeRow {
  takeId: string;
  begunAt: number;
  ended: boolean;
}

/** Pieces in the IndexedDB of this browser. A method rejects where it is blocked or full. */
export class ChunkDatabase implements ChunkStore {
  private opened: Promise<IDBDatabase> | null = null;
  private emptied: () => void = () => undefined;

  whenEmptied(listener: () => void): void {
    this.emptied = listener;
  }

  async put(chunk: StoredChunk): Promise<void> {
    const { chunks, takes, done } = await this.write();
    chunks.put(chunk);
    await rowOf(takes, chunk.takeId, (row) => takes.put(row));
    await done;
  }

  async end(takeId: string): Promise<void> {
    const { takes, done } = await this.write();
    await rowOf(takes, takeId, (row) => takes.put({ ...row, ended: true }));
    await done;
  }

  async of(takeId: string): Promise<StoredTake> {
    const { chunks, takes } = await this.read();
    const [found, row] = await Promise.all([
      answerOf(chunks.getAll(every(takeId)) as IDBRequest<StoredChunk[]>),
      answerOf(takes.get(takeId) as IDBRequest<TakeRow | undefined>),
    ]);
    return { chunks: found.sort(inOrder), ended: row?.ended ?? false };
  }

  async takes(): Promise<string[]> {
    const { takes } = await this.read();
    const rows = await answerOf(takes.getAll() as IDBRequest<TakeRow[]>);
    const old = rows.filter(({ begunAt }) => begunAt < Date.now() - LONGEST_MS);
    await Promise.all(old.map(({ takeId }) => this.forget(takeId)));
    return rows.filter((row) => !old.includes(row)).map(({ takeId }) => takeId);
  }

  async forget(takeId: string): Promise<void> {
    const { chunks, takes, done } = await this.write();
    chunks.delete(every(takeId));
    takes.delete(takeId);
    await done;
  }

  private async read() {
    return within((await this.open()).transaction(['takes', 'chunks'], 'readonly'));
  }

  private async write() {
    return within((await this.open()).transaction(['takes', 'chunks'], 'readwrite'));
  }

  private open(): Promise<IDBDatabase> {
    this.opened ??= opening().then(
      (database) => {
        database.addEventListener('versionchange', ({ newVersion }) => this.makeWay(database, newVersion === null));
        return database;
      },
      (error: unknown) => {
        this.opened = null;
        throw error;
      },
    );
    return this.opened;
  }

  /** Whoever deletes the database waits for those who hold it open. */
  private makeWay(database: IDBDatabase, isDeleted: boolean): void {
    database.close();
    this.opened = null;
    if (isDeleted) this.emptied();
  }
}

/** At sign-out nothing of the person may stay behind for the next one at this machine. */
export function forgetRecordings(): void {
  try {
    indexedDB.deleteDatabase(recordingsDatabase);
  } catch (error) {
    console.warn('The storage of this browser cannot be used.', error);
  }
}

function opening(): Promise<IDBDatabase> {
  const request = indexedDB.open(recordingsDatabase, VERSION);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('takes', { keyPath: 'takeId' });
    request.result.createObjectStore('chunks', { keyPath: ['takeId', 'part', 'seq'] });
  });
  return answerOf(request);
}

function within(transaction: IDBTransaction) {
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('The storage of this browser refused.')));
  });
  // Whoever only reads does not wait for the end; a failure reaches them by their request.
  done.catch(() => undefined);
  return { takes: transaction.objectStore('takes'), chunks: transaction.objectStore('chunks'), done };
}

/** The row of a take, or its first one, written within the same transaction. */
async function rowOf(takes: IDBObjectStore, takeId: string, write: (row: TakeRow) => IDBRequest): Promise<void> {
  const row = await answerOf(takes.get(takeId) as IDBRequest<TakeRow | undefined>);
  await answerOf(write(row ?? { takeId, begunAt: Date.now(), ended: false }));
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The storage of this browser refused.')));
  });
}

/** Every piece of a take: an array stands above any number in the order of keys. */
const every = (takeId: string): IDBKeyRange => IDBKeyRange.bound([takeId], [takeId, []]);
