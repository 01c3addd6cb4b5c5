import { addAbortSignal, type Readable } from 'node:stream';
import { soundCutOff } from './speech.errors.js';

/** Everything of a body, in memory. Throws what `tooMuch` gives beyond `most` bytes, and AppError `interviews.sound_cut_off` when its sender goes away, or `signal` says that it took too long. */
export async function receive(body: Readable, most: number, tooMuch: () => Error, signal: AbortSignal): Promise<Buffer> {
  addAbortSignal(signal, body);
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of body as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > most) break;
      pieces.push(piece);
    }
  } catch {
    throw soundCutOff();
  }
  if (bytes > most) throw tooMuch();
  return Buffer.concat(pieces);
}
