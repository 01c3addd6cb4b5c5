import { join } from 'node:path';
import { type Writable } from 'node:stream';
import { foldersOf, type LimitedChild, startLimitedChild } from '../children/index.js';
import { type Pieces } from '../storage/index.js';
import { mediaAnswerIn } from './media-answer.js';
import { type MediaAnswer, MediaRefusal, type MediaWants } from './media.js';
import { inARow, type MediaPart } from './parts-in-a-row.js';
import { WrittenBytes } from './written-bytes.js';

// Copying 100 MB takes a second of processor time; what takes six is no recording.
const PROCESSOR_SECONDS = 6;
// 100 MB as they came, once more in one piece, and the file written anew, which grows by doubling.
const MEMORY_MB = 512;
// Storage may be slow at both ends; between the last byte in and the answer there is only a busy machine.
const MOST_SENDING_MS = 120_000;
const MOST_THINKING_MS = 30_000;
const MOST_TAKING_MS = 120_000;
const MOST_ANSWER = 4096;
const READY = 'ready\n';

const CHILD = join(import.meta.dirname, 'rewrite-media.child');
const READABLE = foldersOf('mediabunny');
// It is over before optimised code and threads of its own have paid for themselves: a tenth of its processor time.
const SHORT_LIVED = ['--single-threaded', '--no-opt'];

/** The parent's side of `rewrite-media.child.ts`: one recording, one process. */
export class RewritingChild {
  private readonly child: LimitedChild;
  private readonly written: WrittenBytes;
  private readonly ended: Promise<NodeJS.Signals | null>;
  private timer: NodeJS.Timeout | undefined;
  private isLate = false;
  private isBodyTaken = false;

  constructor(private readonly wants: MediaWants) {
    this.child = startLimitedChild(CHILD, { folders: READABLE, seconds: PROCESSOR_SECONDS, memoryMb: MEMORY_MB, argument: wants, flags: SHORT_LIVED });
    this.written = new WrittenBytes(this.child.stdout);
    this.ended = new Promise((resolve) => this.child.process.on('error', () => undefined).once('close', (_, signal) => resolve(signal)));
  }

  /** Throws what a part throws, and when the process could not start or did not get its bytes in time: none of it is the recording's fault. */
  async ask(parts: readonly MediaPart[]): Promise<MediaAnswer> {
    this.within(MOST_SENDING_MS);
    const said = this.heard();
    const refusal = await this.send(parts);
    if (refusal !== null) return { fault: refusal.fault };
    this.within(MOST_THINKING_MS);
    const line = await said;
    const answer = mediaAnswerIn(line.slice(READY.length), this.wants);
    if (answer !== null) return answer;
    this.written.throwAway();
    const signal = await this.ended;
    if (!line.startsWith(READY)) throw new Error('The process that writes recordings anew did not start');
    return { fault: this.isLate || signal === 'SIGXCPU' ? 'took_too_long' : 'unreadable' };
  }

  /** What it writes, `bytes` in all; a process that died early ends in an error and not in half a recording. */
  body(bytes: number): Pieces {
    this.within(MOST_TAKING_MS);
    this.isBodyTaken = true;
    return this.written.exactly(bytes);
  }

  /** Waits until it is gone: by itself once its body was taken, and otherwise at once. */
  async end(): Promise<void> {
    if (!this.isBodyTaken) this.kill();
    await this.ended;
    clearTimeout(this.timer);
  }

  kill(): void {
    this.child.process.kill('SIGKILL');
    // Held back by whoever has it and does not read, it would never be over, nor its place free.
    if (this.isBodyTaken) this.written.cutShort();
    else this.written.throwAway();
  }

  private async send(parts: readonly MediaPart[]): Promise<MediaRefusal | null> {
    const { stdin } = this.child;
    // It may answer, or be stopped, before it has taken all the bytes; only what the parts throw counts.
    stdin.on('error', () => undefined);
    try {
      // Each piece has left when the next one is asked for, because it may lie in the same place.
      for await (const piece of inARow(parts, this.wants.maxBytes)) if (!(await isTaken(stdin, piece))) break;
      stdin.end();
    } catch (error) {
      if (error instanceof MediaRefusal) return error;
      throw error;
    }
    if (this.isLate) throw new Error('The parts of a recording did not arrive in time');
    return null;
  }

  private async heard(): Promise<string> {
    let line = '';
    for await (const piece of this.child.answer.setEncoding('utf8')) {
      line += piece as string;
      if (line.length > MOST_ANSWER) this.kill();
    }
    return line;
  }

  private within(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isLate = true;
      this.kill();
    }, milliseconds);
  }
}

function isTaken(stdin: Writable, piece: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => stdin.write(piece, (error) => resolve(!error)));
}
