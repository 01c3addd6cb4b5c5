import { Injectable, Logger } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { Config } from '../../platform/config/index.js';
import { Database } from '../../platform/db/index.js';
import { RateLimiter } from '../../platform/http/index.js';
import { type Checkout, GatewayAway, GatewayRefuses } from '../gateways/gateway.js';
import { Gateways } from '../gateways/gateways.js';
import { orderOf, type Purchase } from './purchase.js';
import { PurchaseRepository } from './purchase.repository.js';
import { gatewayAway, gatewayRefused } from './purchases.errors.js';
import { isWebAddress } from './web-address.js';

/** As many pages as one account may have made, so that nobody wears out a gateway in our name. */
const CHECKOUTS = { limit: 60, seconds: 3_600 };

/** The gateway's page for a purchase: asked for outside of any transaction, as often as it takes, and kept once. */
@Injectable()
export class Checkouts {
  private readonly logger = new Logger('Checkouts');

  constructor(
    private readonly purchases: PurchaseRepository,
    private readonly gateways: Gateways,
    private readonly contacts: AccountContacts,
    private readonly db: Database,
    private readonly config: Config,
    private readonly limiter: RateLimiter,
  ) {}

  /** Its page, made now where there is none. AppErrors `payments.gateway_away` (the same may be tried again), `payments.gateway_refused`, `http.too_many_requests`. */
  async open(purchase: Purchase): Promise<Purchase> {
    if (purchase.state !== 'created') return purchase;
    if (purchase.isOver) return this.end(purchase, 'expired');
    if (purchase.accountId !== null) await this.limiter.take({ key: `checkouts:${purchase.accountId}`, ...CHECKOUTS });
    const checkout = await this.ask(purchase);
    return this.db.transaction((tx) => this.purchases.opened(tx, purchase.id, checkout));
  }

  private async ask(purchase: Purchase): Promise<Checkout> {
    const gateway = this.gateways.find(purchase.gateway);
    if (!gateway) throw gatewayAway();
    try {
      const checkout = await gateway.createCheckout(orderOf(purchase, () => this.addressOf(purchase), this.config.settings.PUBLIC_URL));
      const { go } = checkout;
      if (!isWebAddress(go.kind === 'link' ? go.url : go.action)) throw new GatewayRefuses(gateway.id, 'address');
      return checkout;
    } catch (error) {
      if (error instanceof GatewayAway) throw gatewayAway();
      if (!(error instanceof GatewayRefuses)) throw error;
      this.logger.warn({ gateway: gateway.id, because: error.because }, 'A gateway refused a purchase');
      await this.end(purchase, 'failed');
      throw gatewayRefused();
    }
  }

  private async end(purchase: Purchase, state: 'failed' | 'expired'): Promise<Purchase> {
    await this.purchases.over(this.db.alone, purchase.id, state);
    return this.purchases.get(this.db.alone, purchase.id);
  }

  private async addressOf({ accountId, gateway }: Purchase): Promise<string> {
    const contact = accountId === null ? null : await this.contacts.find(this.db.alone, accountId);
    if (!contact) throw new GatewayRefuses(gateway === 'none' ? 'built_in' : gateway, 'no_address');
    return contact.email;
  }
}
