import { resolve } from 'node:path';
import { aiFaults, type AiOrder, aiOrder, type AiRole } from './ai-choice.js';
import { configSchema, type Settings } from './config.schema.js';
import { gatewayKeys, type OutsideGateway } from './payment-settings.js';
import { productionFaults } from './production-rules.js';
import { type SignInProvider, signInProviderFaults, signInProviders } from './sign-in-providers.js';

/** Thrown at boot with every fault of the environment at once, one a line. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Viva Voce cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

/** The validated settings, and the few things derived from them. The rest of the code never sees `process.env`. */
export class Config {
  /** The setting with which each gateway is switched on. */
  static readonly gatewayKeys = gatewayKeys;

  private constructor(readonly settings: Settings) {}

  /** Reads an environment; throws ConfigurationError naming everything that is wrong. An empty value counts as not set. */
  static read(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
    const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
    const result = configSchema.safeParse(given);
    if (result.success) {
      const faults = [...productionFaults(result.data), ...aiFaults(result.data), ...signInProviderFaults(result.data)];
      if (faults.length > 0) throw new ConfigurationError(faults);
      return new Config(result.data);
    }
    const malformed = new Set(result.error.issues.map(({ path }) => String(path[0])));
    const unfit = productionFaults(readable(given)).filter((fault) => !malformed.has(fault.split(':')[0] ?? ''));
    throw new ConfigurationError([...result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`), ...unfit]);
  }

  get isProduction(): boolean {
    return this.settings.NODE_ENV === 'production';
  }

  /** True when mails go to the inbox page instead of to people. */
  get hasBuiltInInbox(): boolean {
    return this.settings.SMTP_URL === undefined;
  }

  /** The models that may play a role, in order; none when what is built in serves alone. */
  aiOrder(role: AiRole): AiOrder {
    return aiOrder(this.settings, role);
  }

  /** Origins whose payment page is opened with a form: Razorpay's hosted checkout. */
  get formHosts(): readonly string[] {
    const { RAZORPAY_KEY_ID, RAZORPAY_BASE_URL } = this.settings;
    return RAZORPAY_KEY_ID === undefined ? [] : [new URL(RAZORPAY_BASE_URL).origin];
  }

  /** Whoever has the key with which they take money here. */
  get gateways(): readonly OutsideGateway[] {
    return (Object.keys(gatewayKeys) as OutsideGateway[]).filter((id) => this.settings[gatewayKeys[id]] !== undefined);
  }

  /** Who else may say who somebody is; empty when people sign in here alone. */
  get signInProviders(): readonly SignInProvider[] {
    return signInProviders(this.settings);
  }
}

/** The settings that can be read although others cannot, so that all faults are told at once. */
function readable(given: Readonly<Record<string, string | undefined>>): Partial<Settings> {
  return Object.fromEntries(Object.entries(configSchema.shape).flatMap(([name, schema]) => {
    const result = schema.safeParse(given[name]);
    return result.success ? [[name, result.data]] : [];
  }));
}

/** The folder of the checkout or image: where `policies/`, `migrations/` and `web/dist/` lie. Same from `src` and from `dist`. */
export const projectRoot = resolve(import.meta.dirname, '../../..');

/** The environment as it was given, for the supervisor that hands it on to what it starts. Everyone else asks Config. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
