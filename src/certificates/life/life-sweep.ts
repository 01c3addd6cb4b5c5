import { Injectable } from '@nestjs/common';
import { Database, inBatches, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { Ending } from './ending.js';
import { LifeNews } from './life-news.js';
import { LifeRepository } from './life.repository.js';
import { MeasureRepository } from './measure.repository.js';

const BATCH = 100;
const DAY_MS = 86_400_000;
const EPOCH = new Date(0);

/** Carries out what the clock asks of certificates. Nobody has seen what goes here since the second it ended. */
@Injectable()
export class LifeSweep {
  constructor(
    private readonly certificates: LifeRepository,
    private readonly measures: MeasureRepository,
    private readonly ending: Ending,
    private readonly news: LifeNews,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  async end(): Promise<void> {
    await this.inBatches((tx) => this.expire(tx));
    await this.inBatches((tx) => this.certificates.cutLines(tx, BATCH));
    await this.inBatches((tx) => this.measures.deleteExpired(tx, BATCH));
  }

  /** The one that is nearest to the end first, so that somebody who has two to come is told once. */
  async remind(): Promise<void> {
    const days = this.policy.values.certificate.remindBefore.map((period) => Math.round(period.after(EPOCH).getTime() / DAY_MS)).sort((a, b) => a - b);
    for (const before of days) {
      await this.inBatches(async (tx) => {
        const due = await this.certificates.takeEndingWithin(tx, before, BATCH);
        for (const certificate of due) await this.news.endsSoon(tx, certificate, before);
        return due.length;
      });
    }
  }

  private async expire(tx: Tx): Promise<number> {
    const ids = await this.certificates.takeExpired(tx, BATCH);
    await this.ending.dropCorrections(tx, ...ids);
    await this.ending.clear(tx, ...ids);
    return ids.length;
  }

  private inBatches(take: (tx: Tx) => Promise<number>): Promise<void> {
    return inBatches(BATCH, () => this.db.transaction(take));
  }
}
