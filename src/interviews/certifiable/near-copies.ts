import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { NEARLY_THE_SAME, runsOf, shareOf } from '../invited/likeness.js';
import { type LikeAnswer, LikeAnswers } from './like-answers.repository.js';

/** An answer of which nearly the same was handed in before: how much of either both say, from 0 to 1. */
export interface NearCopy {
  readonly position: number;
  readonly what: 'recording' | 'words';
  /** By the same person. */
  readonly otherIsOwn: boolean;
  readonly share: number;
}

const STEP = 50;

/** Finds answers that were handed in before, by anybody who practised here, or by the same person in any way. Whoever it was is not told. */
@Injectable()
export class NearCopies {
  constructor(private readonly answers: LikeAnswers) {}

  /** At most one of each kind for a question: the one that is most alike. Found anew each time. */
  async find(tx: Tx, interviewId: string): Promise<NearCopy[]> {
    const recordings = (await this.answers.recordings(tx, interviewId)).map(({ position, isOwn }): NearCopy => ({ position, what: 'recording', otherIsOwn: isOwn, share: 1 }));
    const words = (await this.closest(tx, interviewId)).map(({ position, isOwn, share }): NearCopy => ({ position, what: 'words', otherIsOwn: isOwn, share }));
    return [...recordings, ...words];
  }

  /** Of each answer the earlier one that says most of the same, where that is nearly all of it. */
  async closest(tx: Tx, interviewId: string): Promise<(LikeAnswer & { readonly share: number })[]> {
    const closest = new Map<number, LikeAnswer & { readonly share: number }>();
    const said = new Map<string, ReadonlySet<string> | null>();
    for (const [index, like] of (await this.answers.words(tx, interviewId)).entries()) {
      const { position, mine, text } = like;
      // There may be hundreds for each question, and others wait for the same process.
      if (index % STEP === STEP - 1) await nextTurn();
      if (!said.has(mine)) said.set(mine, runsOf(mine));
      const [own, other] = [said.get(mine) ?? null, runsOf(text)];
      const share = own && other ? shareOf(own, other) : 0;
      if (share >= NEARLY_THE_SAME && share > (closest.get(position)?.share ?? 0)) closest.set(position, { ...like, share });
    }
    return [...closest.values()];
  }
}
