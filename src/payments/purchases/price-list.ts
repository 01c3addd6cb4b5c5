import { Injectable } from '@nestjs/common';
import { type Money } from '../../kernel/index.js';
import { AiProviders } from '../../platform/ai/index.js';
import { Policy, type Product } from '../../platform/policy/index.js';
import { Gateways } from '../gateways/gateways.js';
import { type Payer, priceOf, turnOf } from '../terms.js';
import { type PricingView } from './billing.dto.js';
import { gatewayName } from './gateway-names.js';
import { currencyNotOffered, notSold, tooMany } from './purchases.errors.js';

const MOST_SEATS = 500;
const MOST_PACKS = 20;

/** What is sold here, for how much: the policy's word alone. */
@Injectable()
export class PriceList {
  constructor(
    private readonly gateways: Gateways,
    private readonly policy: Policy,
    private readonly providers: AiProviders,
  ) {}

  /** AppErrors `payments.not_sold`, `payments.quantity`, `payments.currency_not_offered`. */
  find(payer: Payer, wish: { readonly product: string; readonly quantity: number; readonly currency: string }): { product: Product; price: Money } {
    const audience = 'accountId' in payer ? 'candidate' : 'organisation';
    const product = this.policy.values.sold.products.find(({ id }) => id === wish.product);
    if (product?.for !== audience) throw notSold();
    const price = this.isOffered(product, wish.currency) ? priceOf(product, wish.quantity, wish.currency) : null;
    const most = price?.minor === 0n ? 1 : mostOf(product);
    if (wish.quantity > most) throw tooMany(most);
    if (!price) throw currencyNotOffered(wish.currency);
    return { product, price };
  }

  /** Everything that can be bought, and what is free. */
  view(): PricingView {
    const { sold, ages } = this.policy.values;
    const currencies = this.gateways.currencies.filter((currency) => sold.products.some((product) => this.isOffered(product, currency)));
    const { interviewsPerMonth, invitedInterviewsPerMonth, seats, premiumVoice } = sold.free;
    return {
      currencies: currencies.flatMap((currency) => this.takerOf(currency)),
      products: sold.products.map((product) => this.line(product, currencies)).filter(({ prices }) => prices.length > 0),
      free: { interviewsPerMonth, invitedInterviewsPerMonth, seats, premiumVoice },
      adultAge: ages.adult,
    };
  }

  private line(product: Product, currencies: readonly string[]): PricingView['products'][number] {
    const { id, kind, title, says } = product;
    const turn = turnOf(product);
    const hasVoice = kind === 'plan' && product.premiumVoice;
    const prices = currencies.flatMap((currency) => (this.isOffered(product, currency) ? (priceOf(product, 1, currency) ?? []) : []));
    return {
      id, kind, for: product.for, title, says, every: turn && (turn.months === 12 ? 'year' : 'month'), perSeat: kind === 'plan' && product.perSeat, interviews: product.interviews ?? null,
      invitedInterviews: product.invitedInterviews ?? null,
      // Nobody is sold what nobody here can give.
      premiumVoice: hasVoice && this.providers.for('voice').length > 0, conversations: hasVoice && this.providers.for('realtime').length > 0,
      prices: prices.map(({ amount, currency }) => ({ amount, currency })),
    };
  }

  /** A pack of price zero needs nobody who takes money; a plan goes on, and does. */
  private isOffered(product: Product, currency: string): boolean {
    const price = priceOf(product, 1, currency);
    if (!price || !this.policy.values.sold.currencies.includes(currency)) return false;
    return price.minor > 0n ? this.gateways.for(currency) !== null : product.kind === 'pack';
  }

  private takerOf(currency: string): PricingView['currencies'] {
    const gateway = this.gateways.for(currency);
    return gateway ? [{ currency, gateway: gateway.id, gatewayName: gatewayName(gateway.id), isMerchantOfRecord: gateway.isMerchantOfRecord, isPlayMoney: gateway.mode === 'test' }] : [];
  }
}

function mostOf(product: Product): number {
  if (product.kind === 'pack') return MOST_PACKS;
  return product.perSeat ? MOST_SEATS : 1;
}
