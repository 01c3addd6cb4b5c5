import { Injectable } from '@nestjs/common';
import { type Money } from '../../kernel/index.js';
import { Config } from '../../platform/config/index.js';
import { type Mode } from '../gateways/gateway.js';
import { Gateways } from '../gateways/gateways.js';
import { type Wish } from './purchase.js';
import { currencyNotOffered } from './purchases.errors.js';

/** Who takes which price, and whether as real money. */
@Injectable()
export class Takers {
  constructor(
    private readonly gateways: Gateways,
    private readonly config: Config,
  ) {}

  /** Nobody for a price of zero. AppError `payments.currency_not_offered`. */
  of(price: Money): Pick<Wish, 'gateway' | 'mode'> {
    if (price.minor === 0n) return { gateway: 'none', mode: this.ownMode };
    const gateway = this.gateways.for(price.currency);
    if (!gateway) throw currencyNotOffered(price.currency);
    return { gateway: gateway.id, mode: gateway.mode };
  }

  private get ownMode(): Mode {
    return this.config.settings.NODE_ENV === 'production' ? 'live' : 'test';
  }
}
