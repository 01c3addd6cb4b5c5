import { Injectable } from '@nestjs/common';
import { Config, ConfigurationError, type SignInProvider } from '../platform/config/index.js';
import { Policy } from '../platform/policy/index.js';
import { wayNotOffered } from './accounts.errors.js';

/** How people sign in here: the ways of the policy, those by a provider once it is set up. With none of them, the start is refused. */
@Injectable()
export class SignInWays {
  constructor(
    private readonly policy: Policy,
    private readonly config: Config,
  ) {
    const { name, signIn } = policy.values;
    if (policy.waysIn(config.signInProviders).length > 0) return;
    throw new ConfigurationError([`POLICY: nobody could sign in. The policy ${name} offers only ${signIn.ways.join(' and ')}, and none of that is set up; set it up, or add password or link to signIn.ways.`]);
  }

  offers(way: 'password' | 'link'): boolean {
    return this.policy.values.signIn.ways.includes(way);
  }

  /** AppError `accounts.way_not_offered`. */
  mustOffer(way: 'password' | 'link'): void {
    if (!this.offers(way)) throw wayNotOffered(way);
  }

  /** Those that are set up, and that the policy offers. */
  get providers(): readonly SignInProvider[] {
    const ways: readonly string[] = this.policy.waysIn(this.config.signInProviders);
    return this.config.signInProviders.filter(({ id }) => ways.includes(id));
  }
}
