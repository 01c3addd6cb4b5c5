import { createHash } from 'node:crypto';
import { pipeline, type Readable, Transform } from 'node:stream';
import { AppError } from '../../kernel/index.js';

/** Bytes that come piece by piece, as a stream gives them: each piece may be over when the next one is asked for. */
export interface Pieces extends AsyncIterable<Uint8Array> {
  /** Says that nobody wants them any more. */
  destroy(): unknown;
}

/** Lets `source` flow into `through`, which it gives back. An error of either ends both, and is thrown to whoever reads. */
export function flowing<T extends Transform>(source: Readable, through: T): T {
  // The callback hears an error before anybody reads, so that it does not end the process as one nobody listens to.
  pipeline(source, through, () => undefined);
  return through;
}

/** Counts and hashes what passes through it, and stops what grows beyond `maxBytes`. */
export class MeasuredBytes {
  private readonly hash = createHash('sha256');
  bytes = 0;

  constructor(private readonly maxBytes: number) {}

  async *of(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      this.bytes += piece.length;
      if (this.bytes > this.maxBytes) {
        throw new AppError('storage.too_large', 413, `This file is larger than ${inWords(this.maxBytes)}. Nothing was kept; choose a smaller one.`);
      }
      this.hash.update(piece);
      yield piece;
    }
  }

  /** Call once, when everything has passed through. */
  sha256(): string {
    return this.hash.digest('hex');
  }
}

/** Fails at its end when fewer bytes came than were promised, so that a damaged file never passes for a whole one. */
export class PromisedBytes extends Transform {
  private missing: number;

  constructor(promised: number) {
    super();
    this.missing = promised;
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.missing -= chunk.length;
    done(null, chunk);
  }

  override _flush(done: (error: Error | null) => void): void {
    done(this.missing === 0 ? null : new Error(`A stored object is ${this.missing} bytes shorter than it was`));
  }
}

function inWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.floor(bytes / 1024)} KB`;
  return `${Math.floor(bytes / 1024 / 1024)} MB`;
}
