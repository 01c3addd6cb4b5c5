import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { RecordingRepository } from '../recordings/recording.repository.js';
import { FactsRepository, type Likeness } from './facts.repository.js';
import { NEARLY_THE_SAME, runsOf, shareOf } from './likeness.js';

const STEP = 50;

/** Finds answers that others had handed in before. */
@Injectable()
export class Likenesses {
  constructor(
    private readonly facts: FactsRepository,
    private readonly recordings: RecordingRepository,
    private readonly db: Database,
  ) {}

  /** Once a recording is there: it was looked for when its interview was handed in, too, but then it was not there yet. */
  async findFor(takeId: string): Promise<void> {
    const interviewId = await this.db.transaction((tx) => this.recordings.handedInOf(tx, takeId));
    if (interviewId) await this.find(interviewId);
  }

  /** Does nothing for one that nobody was invited to. What was found once is found once. */
  async find(interviewId: string): Promise<void> {
    const { mine, earlier } = await this.db.transaction((tx) => this.facts.toCompare(tx, interviewId));
    const said = new Map(mine.map(({ position, text }) => [position, runsOf(text)]));
    const alike: Likeness[] = [];
    for (const [index, { position, otherId, text }] of earlier.entries()) {
      // There may be many thousands of them, and others wait for the same process.
      if (index % STEP === STEP - 1) await nextTurn();
      const [own, other] = [said.get(position), runsOf(text)];
      const share = own && other ? shareOf(own, other) : 0;
      if (share >= NEARLY_THE_SAME) alike.push({ position, otherId, share });
    }
    await this.db.transaction(async (tx) => {
      await this.facts.keepLikeWords(tx, interviewId, alike);
      await this.facts.keepSameRecordings(tx, interviewId);
    });
  }
}
