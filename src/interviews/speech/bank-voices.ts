import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Turnstile } from '../../kernel/index.js';
import { type AiChoice, isAiFault } from '../../platform/ai/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ObjectStore, type ServedObject } from '../../platform/storage/index.js';
import { voiceOf } from './open-speech.js';
import { MOST_VOICE_BYTES } from './provider-voice.js';
import { SpokenTextRepository } from './spoken-text.repository.js';
import { voiceNotOffered, voicesBusy } from './speech.errors.js';
import { Voices } from './voices.js';

/** Sentences of the bank as a voice reads them: asked of a provider once, and the same bytes for everybody from then on. */
@Injectable()
export class BankVoices {
  private readonly turnstile = new Turnstile({ inside: 4, waiting: 20, milliseconds: 20_000 });
  private readonly making = new Map<string, Promise<string>>();

  constructor(
    private readonly voices: Voices,
    private readonly spoken: SpokenTextRepository,
    private readonly store: ObjectStore,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** All of it or the range asked for. `text` must be the bank's, word for word. AppErrors `interviews.voice_not_offered`, those of the AI. */
  async serve(text: string, range: string | undefined): Promise<ServedObject> {
    const { offered } = this.voices;
    // Whoever has read it before is not asked again, though another comes first by now.
    for (const choice of offered) {
      const object = await this.spoken.find(this.db.alone, keyOf(choice, text));
      if (object) return this.store.serve(this.db.alone, object, range);
    }
    let fault: unknown = voiceNotOffered();
    for (const choice of offered) {
      try {
        return await this.store.serve(this.db.alone, await this.madeOnce(choice, text), range);
      } catch (error) {
        if (!isAiFault(error)) throw error;
        fault = error;
      }
    }
    throw fault;
  }

  /** Many who come to the same question at once wait for one reading. */
  private madeOnce(choice: AiChoice, text: string): Promise<string> {
    const key = keyOf(choice, text);
    const made = this.making.get(key) ?? this.turnstile.pass(() => this.make(choice, text, key), voicesBusy).finally(() => this.making.delete(key));
    this.making.set(key, made);
    return made;
  }

  private async make(choice: AiChoice, text: string, key: string): Promise<string> {
    // Whoever looked just before another reading was kept comes here after that one has ended.
    const known = await this.spoken.find(this.db.alone, key);
    if (known !== null) return known;
    const body = await this.voices.readForAll(choice, text);
    const expiresAt = this.policy.endOf('questionVoices', await this.clock.now(this.db.alone));
    const { id } = await this.store.put({ subject: null, owner: 'interviews', contentType: 'audio/mpeg', expiresAt, body, maxBytes: MOST_VOICE_BYTES });
    return this.db.transaction(async (tx) => {
      const kept = await this.spoken.keep(tx, key, id);
      // Another process was quicker.
      if (kept !== id) await this.store.remove(tx, id);
      return kept;
    });
  }
}

const keyOf = ({ provider, model }: AiChoice, text: string): string => createHash('sha256').update(JSON.stringify([text, provider, model, voiceOf(provider)])).digest('hex');
