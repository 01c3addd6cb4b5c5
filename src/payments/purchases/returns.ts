import { Injectable } from '@nestjs/common';
import { AppError, isId } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { RateLimiter } from '../../platform/http/index.js';
import { Gateways } from '../gateways/gateways.js';
import { Looks } from '../settlement/looks.js';
import { type Purchase } from './purchase.js';
import { PurchaseRepository } from './purchase.repository.js';

const LOOKS = { limit: 20, seconds: 600 };

/** Browsers that come back from a gateway, and people who wait for what became of it. What they say is believed by nobody: the gateway is asked. */
@Injectable()
export class Returns {
  constructor(
    private readonly purchases: PurchaseRepository,
    private readonly gateways: Gateways,
    private readonly looks: Looks,
    private readonly limiter: RateLimiter,
    private readonly db: Database,
  ) {}

  /** Asks for a look, unless nothing of ours is meant or what the browser brought was not made by the gateway. */
  async comeBack(id: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const purchase = isId(id) ? await this.purchases.find(this.db.alone, id) : null;
    if (!purchase || !this.isGenuine(purchase, fields)) return;
    if (await this.isTooOften(id)) return;
    await this.db.transaction((tx) => this.looks.soon(tx, id));
  }

  /** AppError `http.too_many_requests`; 404 for another's purchase. */
  async look(accountId: string, id: string): Promise<void> {
    await this.purchases.getMine(this.db.alone, accountId, id);
    await this.limiter.take({ key: `looks at purchases:${id}`, ...LOOKS });
    await this.db.transaction((tx) => this.looks.soon(tx, id));
  }

  private isGenuine({ gateway, checkoutReference }: Purchase, fields: Readonly<Record<string, string>>): boolean {
    const found = this.gateways.find(gateway);
    if (!found || checkoutReference === null) return false;
    return found.isGenuineReturn?.(checkoutReference, fields) ?? true;
  }

  /** Whoever comes back is led on all the same: the poll looks in any case. */
  private async isTooOften(id: string): Promise<boolean> {
    try {
      await this.limiter.take({ key: `returns:${id}`, ...LOOKS });
      return false;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return true;
    }
  }
}
