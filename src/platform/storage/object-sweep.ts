import { Injectable } from '@nestjs/common';
import { Database, inBatches } from '../db/index.js';
import { ObjectRepository } from './object.repository.js';
import { Vaults } from './vaults.js';

const BATCH = 200;
const AT_ONCE = 8;

/** Deletes what is due: the bytes first, then the row, so that nothing is ever left without one. May run twice at once. */
@Injectable()
export class ObjectSweep {
  constructor(
    private readonly db: Database,
    private readonly objects: ObjectRepository,
    private readonly vaults: Vaults,
  ) {}

  /** Returns how many objects are gone; throws at the end when some could not be deleted, which stay due. */
  async run(signal?: AbortSignal): Promise<number> {
    await inBatches(BATCH, () => this.objects.markDue(this.db.alone, BATCH), signal);
    let gone = 0;
    let failed = 0;
    let last = '00000000-0000-0000-0000-000000000000';
    await inBatches(BATCH, async () => {
      const due = await this.objects.deletingAfter(this.db.alone, last, BATCH);
      last = due.at(-1) ?? last;
      const deleted = await this.deleteBytes(due);
      await this.objects.forget(this.db.alone, deleted);
      gone += deleted.length;
      failed += due.length - deleted.length;
      return due.length;
    }, signal);
    if (failed > 0) throw new Error(`${failed} objects could not be deleted yet, ${gone} were`);
    return gone;
  }

  /** The ids whose bytes are gone; one that fails does not hold up the others. */
  private async deleteBytes(ids: readonly string[]): Promise<string[]> {
    const waiting = [...ids];
    const deleted: string[] = [];
    const work = async (): Promise<void> => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        const [outcome] = await Promise.allSettled([this.vaults.writing.delete(id)]);
        if (outcome.status === 'fulfilled') deleted.push(id);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return deleted;
  }
}
