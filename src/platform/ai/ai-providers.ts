import { Injectable } from '@nestjs/common';
import { type AiProvider, aiRoles, type AiRole, type AiSetting, Config, ConfigurationError } from '../config/index.js';
import { Policy } from '../policy/index.js';

/** A model that may play a role here, under the name by which the policy tells people of its provider. */
export interface AiChoice extends AiSetting {
  readonly name: string;
  /** True for what runs on this machine: nothing leaves it, so nobody has to be declared or allowed. */
  readonly staysHere: boolean;
}

const WHISPER = 'Whisper, on this server';

/** Who plays which role on this machine. Whoever is given personal data must have been declared to the people first. */
@Injectable()
export class AiProviders {
  private readonly choices: ReadonlyMap<AiRole, readonly AiChoice[]>;

  constructor(
    private readonly config: Config,
    private readonly policy: Policy,
  ) {
    const wanted = aiRoles.map((role) => [role, config.aiOrder(role).settings] as const);
    const undeclared = new Set(wanted.flatMap(([, settings]) => settings).map(({ provider }) => provider).filter((provider) => this.nameOf(provider) === null));
    if (undeclared.size > 0) throw new ConfigurationError([...undeclared].map((provider) => this.fault(provider)));
    // With nothing to spend nobody is asked, except for who costs nothing.
    const isOff = policy.values.limits.ai.microUsdPerDay === 0;
    this.choices = new Map(wanted.map(([role, settings]) => [role, settings.map((setting) => this.choiceOf(setting)).filter(({ staysHere }) => staysHere || !isOff)]));
  }

  /** In order of fallback; empty when what is built in serves alone. */
  for(role: AiRole): readonly AiChoice[] {
    return this.choices.get(role) ?? [];
  }

  /** Whether the built-in evaluator steps in behind the others. */
  get endsBuiltIn(): boolean {
    return this.config.aiOrder('evaluator').builtIn;
  }

  /** Everybody outside who may be asked here, each with the roles they may play: whoever is allowed one is allowed all of them. */
  outside(): { id: AiProvider; name: string; roles: AiRole[] }[] {
    const asked = aiRoles.flatMap((role) => this.for(role).filter(({ staysHere }) => !staysHere));
    const names = new Map(asked.map(({ provider, name }) => [provider, name]));
    return [...names].map(([id, name]) => ({ id, name, roles: aiRoles.filter((role) => this.for(role).some(({ provider }) => provider === id)) }));
  }

  private choiceOf(setting: AiSetting): AiChoice {
    return { ...setting, name: this.nameOf(setting.provider) ?? '', staysHere: setting.provider === 'whisper' };
  }

  private nameOf(provider: AiProvider): string | null {
    return provider === 'whisper' ? WHISPER : (this.policy.processor(provider)?.name ?? null);
  }

  private fault(provider: AiProvider): string {
    const setting = provider === 'compatible' ? 'COMPATIBLE_BASE_URL' : `${provider.toUpperCase()}_API_KEY`;
    return `${setting}: the policy ${this.config.settings.POLICY} does not declare ${provider} among its processors; say there what it is given and why, or take the setting away.`;
  }
}
