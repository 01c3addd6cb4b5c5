import { hkdfSync } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { flowing } from './byte-flow.js';
import { FRAME_BYTES, openFrame, sealFrame, SEALED_FRAME_BYTES } from './sealed-frame.js';
import { type ByteRange, type FoundObject, type Vault } from './vault.js';

/**
 * Encrypts with AES-256-GCM what lies in another vault. Each object has a key of its own, derived from its id; each frame of
 * 64 KiB has a nonce and a tag and is bound to its place, so that any range can be read and nothing can be swapped or cut.
 */
export class SealedVault implements Vault {
  constructor(
    private readonly inner: Vault,
    private readonly key: Buffer,
  ) {}

  write(id: string, body: Readable): Promise<void> {
    return this.inner.write(id, flowing(body, sealing(this.keyFor(id))));
  }

  async read(id: string, range: ByteRange, bytes: number): Promise<Readable> {
    const first = Math.floor(range.start / FRAME_BYTES);
    const last = Math.floor(range.end / FRAME_BYTES);
    const end = Math.min((last + 1) * SEALED_FRAME_BYTES, sealedBytes(bytes)) - 1;
    const source = await this.inner.read(id, { start: first * SEALED_FRAME_BYTES, end }, sealedBytes(bytes));
    const opened = opening(this.keyFor(id), first, { start: range.start - first * FRAME_BYTES, end: range.end - first * FRAME_BYTES });
    return flowing(source, opened);
  }

  delete(id: string): Promise<void> {
    return this.inner.delete(id);
  }

  list(folder: string): AsyncIterable<FoundObject> {
    return this.inner.list(folder);
  }

  abandonUploads(before: Date): Promise<number> {
    return this.inner.abandonUploads(before);
  }

  private keyFor(id: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key, id, 'viva-voce object', 32));
  }
}

function sealedBytes(bytes: number): number {
  return bytes + Math.ceil(bytes / FRAME_BYTES) * (SEALED_FRAME_BYTES - FRAME_BYTES);
}

function sealing(key: Buffer): Transform {
  return inFrames(FRAME_BYTES, (frame, index) => sealFrame(key, index, frame));
}

/** Opens frames from number `first` on and lets through only `range`, counted from the beginning of that frame. */
function opening(key: Buffer, first: number, range: ByteRange): Transform {
  return inFrames(SEALED_FRAME_BYTES, (sealed, index) => {
    const offset = index * FRAME_BYTES;
    const frame = openFrame(key, first + index, sealed);
    return frame.subarray(Math.max(0, range.start - offset), Math.max(0, range.end + 1 - offset));
  });
}

/** Gathers a stream into pieces of `size` bytes, the last one shorter, and passes on what `turn` makes of each. */
function inFrames(size: number, turn: (piece: Buffer, index: number) => Buffer): Transform {
  let rest: Buffer = Buffer.alloc(0);
  let index = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        let from = 0;
        for (; rest.length - from >= size; from += size) this.push(turn(rest.subarray(from, from + size), index++));
        rest = rest.subarray(from);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        done(null, rest.length > 0 ? turn(rest, index) : null);
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
