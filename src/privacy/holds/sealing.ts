import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { ObjectStore } from '../../platform/storage/index.js';
import { EXPORTS_OWNER } from '../exports/export.repository.js';
import { PersonCopy } from '../exports/person-copy.js';
import { sealHold } from './holds.jobs.js';
import { LegalHoldRepository } from './legal-hold.repository.js';

/** Makes the copies of legal holds, and deletes them when the holds end. */
@Injectable()
export class Sealing {
  constructor(
    private readonly holds: LegalHoldRepository,
    private readonly copy: PersonCopy,
    private readonly store: ObjectStore,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** May run twice at once or after a crash: whoever is ready first wins, and what the other one wrote is deleted. */
  async seal(holdId: string, signal: AbortSignal): Promise<void> {
    const hold = await this.holds.findSealing(this.db.alone, holdId);
    if (!hold?.accountId) return this.clearAway(holdId);
    const file = await this.copy.write({
      accountId: hold.accountId, modules: hold.modules, subject: holdId, expiresAt: hold.holdsUntil, progress: () => Promise.resolve(),
      notes: [`Kept by a legal hold until ${hold.holdsUntil.toISOString()}, on this ground: ${hold.ground}. Whoever opens it says why, and that is written down.`],
    }, signal);
    await this.db.transaction(async (tx) => {
      if (!(await this.holds.seal(tx, holdId, file))) return this.store.remove(tx, file.id);
      return this.store.removeAll(tx, { subject: holdId, owner: EXPORTS_OWNER, except: file.id });
    });
  }

  async tidy(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const holdId of await this.holds.endDue(tx)) await this.store.removeAll(tx, { subject: holdId, owner: EXPORTS_OWNER });
      for (const holdId of await this.holds.overdue(tx)) await this.outbox.enqueue(tx, sealHold, { holdId });
    });
    await this.holds.deleteExpired(this.db.alone);
  }

  /** What a worker left behind that was cut off between writing and saying so; it would lie there for as long as the hold was to last. */
  private async clearAway(holdId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const hold = await this.holds.find(tx, holdId);
      const kept = hold?.endedAt === null ? hold.objectId : null;
      await this.store.removeAll(tx, { subject: holdId, owner: EXPORTS_OWNER, ...(kept === null ? {} : { except: kept }) });
    });
  }
}
