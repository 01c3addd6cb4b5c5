import { type Replied, type Replies, type Request } from './examiner-words.js';

interface Waiting {
  readonly resolve: (reply: never) => void;
  readonly reject: (fault: Error) => void;
}

/** The question bank and the built-in evaluator in a thread of this page: nobody else hears what is asked or said. */
export class Examiner {
  private readonly thread = new Worker(new URL('./examiner.worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  constructor() {
    this.thread.addEventListener('message', ({ data: { number, reply } }: MessageEvent<Replied>) => {
      const waiting = this.waiting.get(number);
      this.waiting.delete(number);
      if (reply) waiting?.resolve(reply.said as never);
      else waiting?.reject(new Error('The examiner could not do that.'));
    });
    this.thread.addEventListener('error', () => this.giveUp());
  }

  ask<Kind extends Request['kind']>(request: Extract<Request, { kind: Kind }>): Promise<Replies[Kind]> {
    this.asked += 1;
    const number = this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.thread.postMessage({ number, request });
    });
  }

  end(): void {
    this.thread.terminate();
  }

  /** It could not be loaded: whoever waits is told. */
  private giveUp(): void {
    for (const { reject } of this.waiting.values()) reject(new Error('The examiner could not be loaded.'));
    this.waiting.clear();
  }
}
