import { letGo } from './let-go.js';

/** Cuts what comes, in whatever pieces, into frames of `size` bytes, the last one shorter. A frame is over when the next one is asked for. */
export class Frames {
  private readonly rest: Buffer;
  private held = 0;

  constructor(private readonly size: number) {
    this.rest = Buffer.allocUnsafeSlow(size);
  }

  *of(piece: Uint8Array): Generator<Uint8Array> {
    for (let from = 0; from < piece.length;) {
      const some = piece.subarray(from, from + this.size - this.held);
      from += some.length;
      if (some.length === this.size) {
        yield some;
        continue;
      }
      this.rest.set(some, this.held);
      this.held += some.length;
      if (this.held < this.size) return;
      this.held = 0;
      yield this.rest;
    }
  }

  /** What is left when all has come. */
  *last(): Generator<Uint8Array> {
    if (this.held > 0) yield this.rest.subarray(0, this.held);
    letGo(this.rest);
  }
}
