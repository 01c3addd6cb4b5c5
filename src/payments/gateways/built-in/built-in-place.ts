import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { Config } from '../../../platform/config/index.js';
import { Database, type Tx } from '../../../platform/db/index.js';
import { keyFor } from '../../../platform/keys/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { signed } from './built-in-event.js';

/** Where the gateway stands: its pages, its secret, its books and how long they are kept. */
@Injectable()
export class BuiltInPlace {
  readonly secret: string;

  constructor(
    private readonly config: Config,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {
    this.secret = keyFor(config.settings.SECRET, 'built-in gateway').toString('hex');
  }

  /** Whether there is such a gateway here at all. */
  get isOn(): boolean {
    return this.config.settings.BUILT_IN_GATEWAY;
  }

  get grace(): string {
    return this.policy.values.sold.graceWhenPastDue.iso;
  }

  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  now(tx: Tx): Promise<Date> {
    return this.clock.now(tx);
  }

  async keptUntil(tx: Tx): Promise<Date> {
    return this.policy.endOf('paymentRecords', await this.clock.now(tx));
  }

  pageOf(reference: string): string {
    return `${this.config.settings.PUBLIC_URL}/pay/built-in/${reference}`;
  }

  get webhooks(): string {
    return `${this.config.settings.PUBLIC_URL}/api/webhooks/built_in`;
  }

  /** The header of a webhook that is sent now. */
  async signatureOf(body: string): Promise<Record<string, string>> {
    return signed(body, this.secret, await this.clock.now(this.db.alone));
  }
}
