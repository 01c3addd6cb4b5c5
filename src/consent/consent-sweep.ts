import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/db/index.js';
import { Outbox } from '../platform/jobs/index.js';
import { Policy, type Purpose, purposesOfSession } from '../platform/policy/index.js';
import { ConsentDesk } from './consent-desk.js';
import { consentEnding } from './consent.events.js';
import { ConsentRepository } from './consent.repository.js';

const BATCH = 500;
/** Long enough to renew without haste, and what people are told. */
const TOLD_BEFORE = 'P30D';

/** Tidies up after consents that are over, and has people told of those that soon will be. Nothing relies on it being on time. */
@Injectable()
export class ConsentSweep {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly desk: ConsentDesk,
    private readonly outbox: Outbox,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** What could be kept with a consent under an earlier policy, and is not kept under this one. */
  get unasked(): readonly Purpose[] {
    return purposesOfSession.filter((purpose) => !this.policy.asksFor(purpose));
  }

  async sweep(): Promise<void> {
    while ((await this.db.transaction((tx) => this.endDue(tx))) === BATCH);
    await this.db.transaction((tx) => this.announce(tx));
  }

  /** Ends everything that is due within one transaction. */
  async endAllDue(tx: Tx): Promise<void> {
    while ((await this.endDue(tx)) === BATCH);
  }

  async prune(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [row] = await tx.query<{ before: Date }[]>('select clock.now() - $1::interval as before', [this.policy.periodOf('register').iso]);
      if (row) await this.consents.prune(tx, row.before);
    });
  }

  private async endDue(tx: Tx): Promise<number> {
    const ended = await this.consents.endDue(tx, BATCH, this.unasked);
    for (const consent of ended) await this.desk.tellEnd(tx, consent);
    return ended.length;
  }

  private async announce(tx: Tx): Promise<void> {
    for (const { expiresAt, ...consent } of await this.consents.announceEnds(tx, TOLD_BEFORE)) {
      await this.outbox.publish(tx, consentEnding, { ...consent, endsAt: expiresAt.toISOString() });
    }
  }
}
