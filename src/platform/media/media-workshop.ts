import { availableParallelism } from 'node:os';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AppError, Turnstile } from '../../kernel/index.js';
import { type Pieces } from '../storage/index.js';
import { type MediaFacts, type MediaFault, type MediaWants } from './media.js';
import { type MediaPart } from './parts-in-a-row.js';
import { RewritingChild } from './rewriting-child.js';

// Those that wait hold no bytes yet, only how to get them.
const WAITING = 50;
const MOST_WAITING_MS = 60_000;

/** A recording written anew, `bytes` of `body`, which fails when it was cut short; or what is wrong with what came. */
export type Rewritten = (MediaFacts & { readonly body: Pieces }) | { readonly fault: MediaFault };

/** Checks recordings and writes them anew, as many at a time as there are processors, each in a child process that can neither last, nor grow, nor write files, nor see our secrets. */
@Injectable()
export class MediaWorkshop implements OnModuleDestroy {
  private readonly turnstile = new Turnstile({ inside: availableParallelism(), waiting: WAITING, milliseconds: MOST_WAITING_MS });
  private readonly children = new Set<RewritingChild>();

  /**
   * Packets are copied, never coded anew: the parts behind one another, with a duration and an index, without the tags a
   * file brings along. Of an audio answer the pictures are left out. Take or destroy the body: its place is free for the
   * next one then. AppError `media.busy`; throws what a part throws.
   */
  rewrite(parts: readonly MediaPart[], wants: MediaWants): Promise<Rewritten> {
    return new Promise((resolve, reject) => {
      this.turnstile.pass(() => this.work(parts, wants, resolve), busy).catch(reject);
    });
  }

  onModuleDestroy(): void {
    for (const child of this.children) child.kill();
  }

  private async work(parts: readonly MediaPart[], wants: MediaWants, answered: (rewritten: Rewritten) => void): Promise<void> {
    const child = new RewritingChild(wants);
    this.children.add(child);
    let fault: MediaFault | null = null;
    try {
      const answer = await child.ask(parts);
      if ('fault' in answer) ({ fault } = answer);
      else answered({ ...answer, body: child.body(answer.bytes) });
    } finally {
      // An answer is taken at its own pace; anything else ends here.
      await child.end();
      this.children.delete(child);
    }
    if (fault !== null) answered({ fault });
  }
}

const busy = (): AppError => new AppError('media.busy', 503, 'Many recordings are being looked at just now. Yours is kept and will have its turn.', { retryAfterSeconds: 30 });
