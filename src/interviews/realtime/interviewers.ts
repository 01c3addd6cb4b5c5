import { Injectable } from '@nestjs/common';
import { ConsentGate } from '../../consent/index.js';
import { type AiChoice, AiProviders } from '../../platform/ai/index.js';
import { type AiProvider } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { AiConsents } from '../ai-consents.js';
import { PremiumVoice } from '../premium-voice.js';
import { OpenAiInterviewer } from './openai-interviewer.js';
import { type OfferView } from './realtime.dto.js';
import { interviewerNotOffered } from './realtime.errors.js';
import { type RealtimeInterviewer } from './realtime-interviewer.js';
import { XaiInterviewer } from './xai-interviewer.js';

const DRIVERS: Partial<Readonly<Record<AiProvider, RealtimeInterviewer>>> = { openai: new OpenAiInterviewer(), xai: new XaiInterviewer() };

/** Who can hold a conversation on this machine, and for whom. */
@Injectable()
export class Interviewers {
  constructor(
    private readonly providers: AiProviders,
    private readonly consents: AiConsents,
    private readonly gate: ConsentGate,
    private readonly premium: PremiumVoice,
  ) {}

  /** Whom a candidate would speak with: the first they let, else the first there is. */
  async offer(tx: Tx, candidateId: string): Promise<OfferView> {
    const [allowed] = await this.consents.allowed(tx, candidateId, 'realtime');
    const choice = allowed ?? this.providers.for('realtime')[0];
    if (!choice) return { interviewer: null };
    return { interviewer: { provider: choice.provider, name: choice.name, allowed: allowed !== undefined, needs: await this.premium.needs(tx, candidateId) } };
  }

  /** Those whom a candidate lets, in order. AppErrors `interviews.interviewer_not_offered`, `interviews.voice_needs_plan`, `consent.required`. */
  async require(tx: Tx, candidateId: string): Promise<readonly AiChoice[]> {
    const [first] = this.providers.for('realtime');
    if (!first) throw interviewerNotOffered();
    await this.premium.mustHave(tx, candidateId);
    const allowed = await this.consents.allowed(tx, candidateId, 'realtime');
    if (allowed.length === 0) await this.gate.require(tx, candidateId, 'ai_processing', first.provider);
    return allowed;
  }

  /** Asked again right before each request. */
  stillAllows(candidateId: string, choice: AiChoice): Promise<boolean> {
    return this.consents.stillAllows(candidateId, choice);
  }

  driverOf({ provider }: AiChoice): RealtimeInterviewer {
    const driver = DRIVERS[provider];
    if (!driver) throw new Error(`${provider} holds no conversations`);
    return driver;
  }
}
