import { on } from 'node:events';
import { type Readable } from 'node:stream';
import { letGo, type Pieces } from '../storage/index.js';

/** What a process writes: held back until somebody asks for it. */
export class WrittenBytes {
  constructor(private readonly stream: Readable) {
    stream.on('readable', holdsBack);
  }

  /** All of it, once: an error at its end when these were not `bytes`. Each piece is over when the next one is asked for. */
  exactly(bytes: number): Pieces {
    return { [Symbol.asyncIterator]: () => this.pieces(bytes), destroy: () => this.stream.destroy() };
  }

  /** Whoever reads it, or begins to, learns that it is not all. */
  cutShort(): void {
    this.stream.destroy();
  }

  throwAway(): void {
    this.stream.off('readable', holdsBack).resume();
  }

  private async *pieces(bytes: number): AsyncGenerator<Uint8Array> {
    if (this.stream.destroyed) throw cutShort();
    let left = bytes;
    try {
      for await (const piece of this.asTheyCome()) {
        left -= piece.length;
        if (left < 0) break;
        yield piece;
        letGo(piece);
      }
    } finally {
      this.stream.destroy();
    }
    if (left !== 0) throw cutShort();
  }

  /** One by one: read in a loop, those that came meanwhile would be joined in new buffers. */
  private async *asTheyCome(): AsyncGenerator<Buffer> {
    const coming = on(this.stream, 'data', { close: ['end', 'close'], highWaterMark: 1, lowWaterMark: 1 }) as AsyncIterable<[Buffer]>;
    this.stream.off('readable', holdsBack);
    for await (const [piece] of coming) yield piece;
  }
}

/** Without a listener, Node throws away what a process wrote that is gone before anybody reads it: a short recording, on a busy machine. */
const holdsBack = (): void => undefined;

const cutShort = (): Error => new Error('A recording that was being written anew was cut short');
