import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError, newId, notFound } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Journal, noteFact } from '../../platform/journal/index.js';
import { secretProlonged } from '../privacy.facts.js';
import { HoldNews } from './hold-news.js';
import { HoldRegister } from './hold-register.js';
import { type LegalHold, LegalHoldRepository } from './legal-hold.repository.js';

/** Legal holds that a law forbids to tell the person of: for how long, and that they are told afterwards. */
@Injectable()
export class HoldSecrets implements OnModuleInit {
  constructor(
    private readonly holds: LegalHoldRepository,
    private readonly news: HoldNews,
    private readonly register: HoldRegister,
    private readonly journal: Journal,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(secretProlonged, ({ holdId, until }) => this.db.transaction((tx) => this.holds.keepSecret(tx, holdId, new Date(until))));
  }

  /** 404 when no such hold is in force; AppErrors `privacy.no_secret` when there is none, or none any more, and `privacy.secret_too_long` for a day that is no later, or after the end of the hold. */
  prolong(operatorId: string, id: string, until: Date, because: string): Promise<LegalHold> {
    return this.db.transaction(async (tx) => {
      if (!(await this.holds.prolongSecret(tx, id, until))) throw await this.refusal(tx, id);
      await this.holds.noteProlongation(tx, newId(), { holdId: id, by: operatorId, until, because });
      await noteFact(tx, secretProlonged, { holdId: id, until: until.toISOString() });
      await this.register.note(tx, operatorId, 'privacy.hold_secret_prolonged', id, { until: until.toISOString() });
      return this.get(tx, id);
    });
  }

  /** Tells those whom the law kept from knowing until now, each once: that a copy is kept, or that one was. */
  async tellWhoMayKnow(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const hold of await this.holds.settleSecrets(tx)) if (hold.accountId !== null) await this.news.tell(tx, hold.accountId, hold);
    });
  }

  private async refusal(tx: Tx, id: string): Promise<AppError> {
    const { endedAt, isSecret } = await this.get(tx, id);
    if (endedAt !== null) return notFound();
    if (!isSecret) return new AppError('privacy.no_secret', 409, 'The person may know of this hold. Nothing was changed.');
    return new AppError('privacy.secret_too_long', 422, 'A secret is made longer, and ends with its hold at the latest. Nothing was changed.', { fields: { secretUntil: 'Enter a later day, no later than the end of the hold.' } });
  }

  private async get(tx: Tx, id: string): Promise<LegalHold> {
    const hold = await this.holds.find(tx, id);
    if (!hold) throw notFound();
    return hold;
  }
}
