import { Injectable } from '@nestjs/common';
import { AiProviders, AiRuns, isAiFault, isCapped, type AiChoice } from '../../platform/ai/index.js';
import { type Tx } from '../../platform/db/index.js';
import { AiConsents } from '../ai-consents.js';
import { type Interview } from '../interview.entity.js';
import { PremiumVoice } from '../premium-voice.js';
import { ProviderVoice } from './provider-voice.js';
import { noConsentToVoice, voiceNotOffered } from './speech.errors.js';
import { whileAllowed } from './while-allowed.js';

const FIELDS = ['question'];

/** Whoever reads questions aloud, one after the other until one could. */
@Injectable()
export class Voices {
  constructor(
    private readonly providers: AiProviders,
    private readonly provider: ProviderVoice,
    private readonly consents: AiConsents,
    private readonly premium: PremiumVoice,
    private readonly runs: AiRuns,
  ) {}

  /** In order; empty when nobody reads aloud here. */
  get offered(): readonly AiChoice[] {
    return this.providers.for('voice');
  }

  /** In order, those this candidate allows. Whoever was invited needs no plan for it. AppErrors `interviews.voice_not_offered`, `interviews.voice_needs_plan`, `consent.required`. */
  async allowedTo(tx: Tx, candidateId: string, origin: Interview['origin']): Promise<readonly AiChoice[]> {
    if (this.offered.length === 0) throw voiceNotOffered();
    if (origin === 'practice') await this.premium.mustHave(tx, candidateId);
    const choices = await this.consents.allowed(tx, candidateId, 'voice');
    if (choices.length === 0) throw noConsentToVoice();
    return choices;
  }

  /** Reads what is the same for everybody, on nobody's account. */
  readForAll(choice: AiChoice, text: string): Promise<Buffer> {
    const signal = new AbortController().signal;
    return this.runs.around({ role: 'voice', choice, accountId: null, fields: FIELDS, atMost: { characters: text.length } }, async (spent) => ({
      result: await this.provider.read(choice, text, { signal, mayGoOn: () => Promise.resolve(true), spent }),
      units: { characters: text.length },
    }));
  }

  /** Reads what was written for one person, by the first of `choices`, all of them allowed by the person, that can. */
  async readFor(choices: readonly AiChoice[], asked: { candidateId: string; interviewId: string; position: number; text: string }, signal: AbortSignal): Promise<Buffer> {
    let fault: unknown = voiceNotOffered();
    for (const choice of choices) {
      try {
        return await this.readBy(choice, asked, signal);
      } catch (error) {
        if (!isAiFault(error) || isCapped(error)) throw error;
        fault = error;
      }
    }
    throw fault;
  }

  private readBy(choice: AiChoice, { candidateId, interviewId, position, text }: { candidateId: string; interviewId: string; position: number; text: string }, signal: AbortSignal): Promise<Buffer> {
    const mayGoOn = (): Promise<boolean> => this.consents.stillAllows(candidateId, choice);
    return whileAllowed(mayGoOn, noConsentToVoice, signal, (stop) =>
      this.runs.around({ role: 'voice', choice, accountId: candidateId, interviewId, position, fields: FIELDS, atMost: { characters: text.length } }, async (spent) => ({
        result: await this.provider.read(choice, text, { signal: stop, mayGoOn, spent }),
        units: { characters: text.length },
      })));
  }
}
