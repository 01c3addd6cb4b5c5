import { Injectable } from '@nestjs/common';
import { ConsentGate } from '../consent/index.js';
import { type AiChoice, AiProviders } from '../platform/ai/index.js';
import { type AiRole } from '../platform/config/index.js';
import { Database, type Tx } from '../platform/db/index.js';
import { aiNotAllowed, aiNotOffered } from './interviews.errors.js';

/** What is done with text on the way to a report. */
const HELPERS = ['evaluator', 'question_writer'] as const satisfies readonly AiRole[];

/** Which AI providers a candidate lets work: one consent for each provider, whatever it does here. */
@Injectable()
export class AiConsents {
  constructor(
    private readonly providers: AiProviders,
    private readonly consents: ConsentGate,
    private readonly db: Database,
  ) {}

  /** There is an AI to judge answers or to word questions, and this candidate allows one. AppErrors `interviews.ai_not_offered`, `consent.required`. */
  async mustHelp(tx: Tx, candidateId: string): Promise<void> {
    if (HELPERS.every((role) => this.providers.for(role).length === 0)) throw aiNotOffered();
    for (const role of HELPERS) if ((await this.allowed(tx, candidateId, role)).length > 0) return;
    throw aiNotAllowed();
  }

  /** The models for this role, in order, that this candidate allows now. What runs on this machine needs no consent. */
  async allowed(tx: Tx, candidateId: string, role: AiRole): Promise<AiChoice[]> {
    const allowed: AiChoice[] = [];
    for (const choice of this.providers.for(role)) if (await this.allows(tx, candidateId, choice)) allowed.push(choice);
    return allowed;
  }

  /** Asked again right before each request: a consent may have been taken back since. */
  stillAllows(candidateId: string, choice: AiChoice): Promise<boolean> {
    return this.db.transaction((tx) => this.allows(tx, candidateId, choice));
  }

  private async allows(tx: Tx, candidateId: string, { provider, staysHere }: AiChoice): Promise<boolean> {
    return staysHere || (await this.consents.find(tx, candidateId, 'ai_processing', provider)) !== null;
  }
}
