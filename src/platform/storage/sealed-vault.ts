import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { flowing } from './byte-flow.js';
import { Frames } from './frames.js';
import { letGo } from './let-go.js';
import { FRAME_BYTES, openFrame, sealFrame, SEALED_FRAME_BYTES } from './sealed-frame.js';
import { type ByteRange, type FoundObject, type Vault } from './vault.js';

/** Frames that are written in one go. */
const SEALED_AT_ONCE = 4;

/**
 * Encrypts with AES-256-GCM what lies in another vault. Each object has a key of its own, derived from its id; each frame of
 * 64 KiB has a nonce and a tag and is bound to its place, so that any range can be read and nothing can be swapped or cut.
 */
export class SealedVault implements Vault {
  constructor(
    private readonly inner: Required<Vault>,
    private readonly key: Buffer,
  ) {}

  write(id: string, body: AsyncIterable<Uint8Array>): Promise<void> {
    return this.inner.write(id, sealing(this.keyFor(id), body));
  }

  async read(id: string, range: ByteRange, bytes: number): Promise<Readable> {
    const first = Math.floor(range.start / FRAME_BYTES);
    const last = Math.floor(range.end / FRAME_BYTES);
    const end = Math.min((last + 1) * SEALED_FRAME_BYTES, sealedBytes(bytes)) - 1;
    const source = await this.inner.read(id, { start: first * SEALED_FRAME_BYTES, end }, sealedBytes(bytes));
    const opened = opening(this.keyFor(id), first, { start: range.start - first * FRAME_BYTES, end: range.end - first * FRAME_BYTES });
    return flowing(source, opened);
  }

  async *pieces(id: string, bytes: number, into: Buffer): AsyncGenerator<Uint8Array> {
    const key = this.keyFor(id);
    let index = 0;
    for await (const sealed of inFrames(SEALED_FRAME_BYTES, this.inner.pieces(id, sealedBytes(bytes), into))) {
      const frame = openFrame(key, index++, sealed);
      yield frame;
      letGo(frame);
    }
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

  unfinishedUploads(before: Date): Promise<number> {
    return this.inner.unfinishedUploads(before);
  }

  private keyFor(id: string): KeyObject {
    return createSecretKey(Buffer.from(hkdfSync('sha256', this.key, id, 'viva-voce object', 32)));
  }
}

function sealedBytes(bytes: number): number {
  return bytes + Math.ceil(bytes / FRAME_BYTES) * (SEALED_FRAME_BYTES - FRAME_BYTES);
}

async function* sealing(key: KeyObject, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const into = Buffer.allocUnsafeSlow(SEALED_AT_ONCE * SEALED_FRAME_BYTES);
  let [index, bytes] = [0, 0];
  for await (const frame of inFrames(FRAME_BYTES, body)) {
    bytes += sealFrame(key, index++, frame, into.subarray(bytes));
    if (index % SEALED_AT_ONCE !== 0) continue;
    yield into.subarray(0, bytes);
    bytes = 0;
  }
  if (bytes > 0) yield into.subarray(0, bytes);
  letGo(into);
}

async function* inFrames(size: number, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const frames = new Frames(size);
  for await (const piece of pieces) yield* frames.of(piece);
  yield* frames.last();
}

/** Opens frames from number `first` on and lets through only `range`, counted from the beginning of that frame. */
function opening(key: KeyObject, first: number, range: ByteRange): Transform {
  const frames = new Frames(SEALED_FRAME_BYTES);
  let index = 0;
  const open = (sealed: Uint8Array): Buffer => {
    const offset = index * FRAME_BYTES;
    const frame = openFrame(key, first + index++, sealed);
    return frame.subarray(Math.max(0, range.start - offset), Math.max(0, range.end + 1 - offset));
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        for (const sealed of frames.of(chunk)) this.push(open(sealed));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        for (const sealed of frames.last()) this.push(open(sealed));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
