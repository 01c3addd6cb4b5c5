import { type Readable } from 'node:stream';
import { type Pieces } from './byte-flow.js';
import { type ByteRange } from './vault.js';

/** What is to be stored: about whom, on whose behalf, until when, and how large it may be at most. */
export interface NewObject {
  /** The account the bytes are about; null for what is about nobody. */
  readonly subject: string | null;
  /** The module that stores it. */
  readonly owner: string;
  readonly contentType: string;
  readonly expiresAt: Date;
  readonly body: Pieces | Buffer;
  readonly maxBytes: number;
}

/** An object whose bytes are safe. `bytes` and `sha256` (hexadecimal) are those of the content, encrypted or not. */
export interface StoredObject {
  readonly id: string;
  readonly subject: string | null;
  readonly owner: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly expiresAt: Date;
}

/** A stored object being read. `bytes` is the size of the whole; `range` is null when the whole is read. */
export interface OpenedObject {
  readonly stream: Readable;
  readonly bytes: number;
  readonly contentType: string;
  readonly range: ByteRange | null;
}

/** An answer to a browser: status, headers, and the bytes unless there are none to send. */
export interface ServedObject {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  readonly stream: Readable | null;
}
