import { Injectable } from '@nestjs/common';
import { type AiChoice, AiProviders, AiRuns, isAiFault, isCapped } from '../../platform/ai/index.js';
import { type Tx } from '../../platform/db/index.js';
import { AiConsents } from '../ai-consents.js';
import { type Transcriber as TranscriberName } from '../answer-kinds.js';
import { type Heard } from './heard.js';
import { ProviderTranscriber } from './provider-transcriber.js';
import { type Sound } from './sound.js';
import { noConsentToTranscriber, transcriberNotOffered } from './speech.errors.js';
import { whileAllowed } from './while-allowed.js';
import { Whisper } from './whisper.js';

/** Whose sound it is, and the answer it belongs to. */
export interface Speaking {
  readonly candidateId: string;
  readonly interviewId: string;
  readonly position: number;
}

export type WrittenDown = Heard & { readonly transcriber: TranscriberName };

/** Whoever may write down what a candidate says, one after the other until one could. */
@Injectable()
export class Transcribers {
  constructor(
    private readonly offered: AiProviders,
    private readonly providers: ProviderTranscriber,
    private readonly whisper: Whisper,
    private readonly consents: AiConsents,
    private readonly runs: AiRuns,
  ) {}

  /** In order, those the candidate allows. AppErrors `interviews.transcriber_not_offered`, `consent.required` when there are none. */
  async allowedTo(tx: Tx, candidateId: string): Promise<readonly AiChoice[]> {
    if (this.offered.for('transcriber').length === 0) throw transcriberNotOffered();
    const choices = await this.consents.allowed(tx, candidateId, 'transcriber');
    if (choices.length === 0) throw noConsentToTranscriber();
    return choices;
  }

  /** `choices` are those the candidate allows. AppErrors `consent.required` also when it is taken back meanwhile, `interviews.nothing_heard`, those of the AI. */
  async write(choices: readonly AiChoice[], speaking: Speaking, sound: Sound, signal: AbortSignal): Promise<WrittenDown> {
    let fault: unknown = transcriberNotOffered();
    for (const choice of choices) {
      try {
        return { ...(await this.writeBy(choice, speaking, sound, signal)), transcriber: nameOf(choice) };
      } catch (error) {
        if (!isAiFault(error) || isCapped(error)) throw error;
        fault = error;
      }
    }
    throw fault;
  }

  private writeBy(choice: AiChoice, { candidateId, interviewId, position }: Speaking, sound: Sound, signal: AbortSignal): Promise<Heard> {
    const { seconds } = sound;
    const mayGoOn = (): Promise<boolean> => this.consents.stillAllows(candidateId, choice);
    const by = choice.staysHere ? this.whisper : this.providers;
    return whileAllowed(mayGoOn, noConsentToTranscriber, signal, (stop) =>
      this.runs.around({ role: 'transcriber', choice, accountId: candidateId, interviewId, position, fields: ['sound'], atMost: { seconds } }, async (spent) => ({
        result: await by.transcribe(choice, sound, { signal: stop, mayGoOn, spent }),
        units: { seconds },
      })));
  }
}

/** `provider/model`, as an answer is marked with it. */
const nameOf = ({ provider, model }: AiChoice): TranscriberName => `${provider}/${model.replace(/[^\w.:@/-]/g, '-').slice(0, 90)}`;
