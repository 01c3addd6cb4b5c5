import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/index.js';
import { Database } from '../platform/db/index.js';
import { RateLimiter } from '../platform/http/index.js';
import { Policy, purposes } from '../platform/policy/index.js';
import { type Caller } from './caller.js';
import { ConsentDesk } from './consent-desk.js';
import { type ConsentBody, type ConsentStateView, type WithdrawalQuery } from './consent.dto.js';
import { otherWording } from './consent.errors.js';
import { ConsentViews } from './consent-views.js';
import { Notices } from './notices.js';

const HOUR = 3600;

/** Consents that people give and take back themselves. */
@Injectable()
export class OwnConsents {
  constructor(
    private readonly desk: ConsentDesk,
    private readonly views: ConsentViews,
    private readonly notices: Notices,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** AppErrors `consent.other_wording`, and those of the desk. */
  async give(accountId: string, { purpose, scope, ...body }: ConsentBody, caller: Caller): Promise<ConsentStateView> {
    // The ledger keeps this sentence for years, so it takes none but ours.
    if (body.wording !== this.notices.of(purpose, body.locale).control) throw otherWording();
    await this.limiter.take({ key: `consent:${accountId}`, limit: this.policy.values.limits.rates.consentsPerHour, seconds: HOUR });
    return this.db.transaction(async (tx) => {
      await this.desk.give(tx, { subjectId: accountId, purpose, scope, ...body, ...caller });
      return this.views.state(tx, accountId, purpose, scope);
    });
  }

  /** Takes no reason and has no limit. An unknown purpose is answered like an absent thing. */
  async withdraw(accountId: string, name: string, { scope, eventId, where }: WithdrawalQuery, caller: Caller): Promise<void> {
    const purpose = purposes.find((known) => known === name);
    if (!purpose) throw notFound();
    const { control: wording, locale } = this.notices.of(purpose);
    await this.db.transaction((tx) => this.desk.withdraw(tx, { subjectId: accountId, purpose, scope, eventId, where, wording, locale, ...caller }));
  }
}
