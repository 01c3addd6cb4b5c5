import { Inject, Injectable } from '@nestjs/common';
import { Policy } from '../../platform/policy/index.js';
import { type GatewayId, type PaymentGateway } from './gateway.js';

/** The gateways whose settings are there; a list of the module. */
export const CONFIGURED_GATEWAYS = Symbol('configured gateways');

/** Who takes which currency, by the policy's table. */
@Injectable()
export class Gateways {
  private readonly byId: ReadonlyMap<GatewayId, PaymentGateway>;

  constructor(
    @Inject(CONFIGURED_GATEWAYS) configured: readonly PaymentGateway[],
    private readonly policy: Policy,
  ) {
    this.byId = new Map(configured.map((gateway) => [gateway.id, gateway]));
  }

  /** Null when that currency cannot be paid here. The built-in gateway, where it is on, takes every one that is priced. */
  for(currency: string): PaymentGateway | null {
    const builtIn = this.byId.get('built_in');
    if (builtIn) return builtIn;
    const table: Readonly<Partial<Record<string, GatewayId>>> = this.policy.values.sold.gateways;
    const id = table[currency] ?? table.others;
    const gateway = id === undefined ? undefined : this.byId.get(id);
    return gateway?.takes(currency) === true ? gateway : null;
  }

  /** By its id; null when it is not set up (any more). */
  find(id: string): PaymentGateway | null {
    return this.byId.get(id as GatewayId) ?? null;
  }

  get all(): readonly PaymentGateway[] {
    return [...this.byId.values()];
  }

  /** The currencies that can be paid here, in the policy's order. */
  get currencies(): readonly string[] {
    return this.policy.values.sold.currencies.filter((currency) => this.for(currency) !== null);
  }
}
