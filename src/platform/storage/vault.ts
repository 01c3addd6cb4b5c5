import { type Readable } from 'node:stream';
import { AppError } from '../../kernel/index.js';

/** Both ends included, counted from zero, as HTTP does. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** An object as the place it lies in lists it. */
export interface FoundObject {
  readonly id: string;
  readonly lastModified: Date;
}

/** A place for bytes: a folder on disk or an S3 bucket. It knows ids and bytes, and nothing of people or expiry. */
export interface Vault {
  /** Resolves once the bytes are safe; an error of `body` is passed on as it is. Each piece of it may be over when the next one is asked for. */
  write(id: string, body: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes of `range` within an object of `bytes` in all. */
  read(id: string, range: ByteRange, bytes: number): Promise<Readable>;
  /** All of an object of `bytes` by way of `into`: each piece is over when the next one is asked for. Where it is missing, `read` serves. */
  pieces?(id: string, bytes: number, into: Buffer): AsyncIterable<Uint8Array>;
  /** Nothing happens when there is no such object. */
  delete(id: string): Promise<void>;
  /** What lies in one of the `folders`. */
  list(folder: string): AsyncIterable<FoundObject>;
  /** Ends uploads that were begun before that moment and never finished; returns how many. */
  abandonUploads(before: Date): Promise<number>;
  /** How many there are of them. */
  unfinishedUploads(before: Date): Promise<number>;
}

/** The error for a storage that cannot be reached or does not answer; the caller may try again. */
export function storageUnavailable(): AppError {
  return new AppError('storage.unavailable', 503, 'Files cannot be reached just now. Nothing was changed; try again in a minute.', {
    retryAfterSeconds: 60,
  });
}

/** The error for a full disk: reading goes on. */
export function storageFull(): AppError {
  return new AppError('storage.full', 507, 'There is no room for this file just now. Nothing was kept; the operator must make room.');
}
