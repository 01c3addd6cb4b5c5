import { type ChildProcess, fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { z } from 'zod';
import { Turnstile } from '../../kernel/index.js';
import { AiProviders, unavailable, type AiChoice } from '../../platform/ai/index.js';
import { Config } from '../../platform/config/index.js';
import { heardFrom, type Heard } from './heard.js';
import { type Sound } from './sound.js';
import { nothingHeard, transcribersBusy } from './speech.errors.js';
import { type Hearing, type Transcriber } from './transcriber.js';
import { whisperFiles, type WhisperFiles } from './whisper-files.js';

/** A slow machine takes about as long as somebody spoke, and five minutes is the longest answer. */
const LONGEST_MS = 600_000;
/** A model takes up memory for as long as it may be asked again soon. */
const IDLE_MS = 300_000;
const WAITING = 8;

const second = z.number().min(0);
const reply = z.union([z.object({ text: z.string(), said: z.array(z.object({ text: z.string(), startSecond: second, endSecond: second })) }), z.object({ fault: z.string() })]);

/** Writes down on this machine what is said, one answer after the other, in a process of its own. No sound leaves the machine. */
@Injectable()
export class Whisper implements Transcriber, OnModuleDestroy {
  private readonly turnstile = new Turnstile({ inside: 1, waiting: WAITING, milliseconds: LONGEST_MS });
  private readonly filesOf: ReadonlyMap<string, WhisperFiles>;
  private running: { child: ChildProcess; model: string } | null = null;
  private idle: NodeJS.Timeout | undefined;

  /** Stops the start when a model was asked for and its files, or what runs it, are not there. */
  constructor(providers: AiProviders, { settings }: Config) {
    const models = providers.for('transcriber').filter(({ provider }) => provider === 'whisper').map(({ model }) => model);
    this.filesOf = new Map(models.map((model) => [model, whisperFiles(settings.MODELS_DIR ?? '', model)]));
  }

  transcribe({ model }: AiChoice, sound: Sound, { signal }: Hearing): Promise<Heard> {
    return this.turnstile.pass(async () => {
      signal.throwIfAborted();
      const { text, said } = await this.ask(model, sound, signal);
      const heard = heardFrom({ text, said, seconds: sound.seconds, writesFillers: false });
      if (!/[\p{L}\p{N}]/u.test(heard.text)) throw nothingHeard();
      return heard;
    }, transcribersBusy);
  }

  onModuleDestroy(): void {
    this.end();
  }

  private ask(model: string, sound: Sound, signal: AbortSignal) {
    const child = this.childFor(model);
    return new Promise<{ text: string; said: readonly { text: string; startSecond: number; endSecond: number }[] }>((resolve, reject) => {
      const over = (): void => {
        clearTimeout(bound);
        signal.removeEventListener('abort', give);
        child.removeAllListeners('message').removeAllListeners('exit');
      };
      // It cannot be interrupted, only ended.
      const fail = (error: Error): void => { over(); this.end(); reject(error); };
      const give = (): void => fail(signal.reason as Error);
      const bound = setTimeout(() => fail(unavailable()), LONGEST_MS);
      signal.addEventListener('abort', give);
      child.once('exit', () => fail(unavailable()));
      child.once('message', (message) => {
        const said = reply.safeParse(message);
        if (!said.success || 'fault' in said.data) return fail(unavailable());
        over();
        this.rest();
        resolve(said.data);
      });
      child.send({ samples: sound.samples() });
    });
  }

  private childFor(model: string): ChildProcess {
    clearTimeout(this.idle);
    if (this.running?.model === model && this.running.child.connected) return this.running.child;
    this.end();
    const child = fork(join(import.meta.dirname, `whisper.child${extname(import.meta.filename)}`), [JSON.stringify(this.filesOf.get(model))], {
      env: {}, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('error', () => undefined);
    this.running = { child, model };
    return child;
  }

  private rest(): void {
    this.idle = setTimeout(() => this.end(), IDLE_MS);
    this.idle.unref();
  }

  private end(): void {
    clearTimeout(this.idle);
    this.running?.child.kill('SIGKILL');
    this.running = null;
  }
}
