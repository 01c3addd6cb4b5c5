import { Injectable } from '@nestjs/common';
import { AiProviders } from '../../platform/ai/index.js';
import { type Tx } from '../../platform/db/index.js';
import { AiConsents } from '../ai-consents.js';
import { PremiumVoice } from '../premium-voice.js';
import { type SpeechView } from './speech.dto.js';

/** Who can write down and read aloud here, and whom a candidate lets. */
@Injectable()
export class SpeechOffers {
  constructor(
    private readonly providers: AiProviders,
    private readonly consents: AiConsents,
    private readonly premium: PremiumVoice,
  ) {}

  async of(tx: Tx, candidateId: string): Promise<SpeechView> {
    const offer = async (role: 'transcriber' | 'voice'): Promise<SpeechView['transcribers']> => {
      const allowed = await this.consents.allowed(tx, candidateId, role);
      const all = this.providers.for(role).map(({ provider, name, staysHere }) => ({ provider, name, staysHere, allowed: allowed.some((choice) => choice.provider === provider) }));
      // Two models of one provider are one to be allowed.
      return all.filter(({ provider }, index) => all.findIndex((other) => other.provider === provider) === index);
    };
    const voices = await offer('voice');
    const needs = voices.length > 0 ? await this.premium.needs(tx, candidateId) : 'nothing';
    return { transcribers: await offer('transcriber'), voices: voices.map((voice) => ({ ...voice, needs })) };
  }
}
