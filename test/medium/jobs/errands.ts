import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AppError } from '../../../src/kernel/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { defineEvent, defineJob, type JobContext, OnEvent, OnJob } from '../../../src/platform/jobs/index.js';

const payload = z.object({ errand: z.string() });

export const note = defineJob({ name: 'test.note', queue: 'default', payload, attempts: 5, timeoutMs: 60_000, says: 'Notes that it ran.' });
export const nap = defineJob({ name: 'test.nap', queue: 'default', payload, attempts: 5, timeoutMs: 60_000, says: 'Takes a moment.' });
export const ponder = defineJob({ name: 'test.ponder', queue: 'ai', payload, attempts: 5, timeoutMs: 60_000, says: 'Takes a moment and touches nothing.' });
export const stumble = defineJob({ name: 'test.stumble', queue: 'ai', payload, attempts: 3, timeoutMs: 60_000, says: 'Always fails.' });
export const dawdle = defineJob({ name: 'test.dawdle', queue: 'media', payload, attempts: 1, timeoutMs: 300, says: 'Takes too long.' });
export const linger = defineJob({ name: 'test.linger', queue: 'default', payload, attempts: 1, timeoutMs: 60_000, says: 'Takes a minute the first time.' });
export const tick = defineJob({ name: 'test.tick', queue: 'sweeps', payload: z.object({}), attempts: 1, timeoutMs: 1_000, cron: '* * * * *', says: 'Notes each minute.' });
export const happened = defineEvent('test.happened', payload);

/** Writes what it does into a table, so that two processes can be told apart from one that did it twice. */
@Injectable()
export class Errands {
  /** How often `ponder` ran in this process. */
  static pondered = 0;
  /** What every nap waits for before it begins. */
  static wake: Promise<void> = Promise.resolve();

  constructor(private readonly db: Database) {}

  @OnJob(note)
  async note({ errand }: { errand: string }): Promise<void> {
    await this.#write(errand);
  }

  @OnJob(nap)
  async nap({ errand }: { errand: string }): Promise<void> {
    await Errands.wake;
    await pause(150);
    await this.#write(errand);
  }

  @OnJob(ponder)
  async ponder(): Promise<void> {
    Errands.pondered += 1;
    await pause(1_000);
  }

  @OnJob(stumble)
  async stumble({ errand }: { errand: string }, { attempt }: JobContext): Promise<void> {
    await this.#write(`${errand} ${attempt}`);
    throw new AppError('test.stumbled', 500, 'Ada Lovelace could not be greeted.');
  }

  @OnJob(dawdle)
  async dawdle(_payload: object, { signal }: JobContext): Promise<void> {
    await pause(60_000, undefined, { signal });
  }

  @OnJob(linger)
  async linger({ errand }: { errand: string }, { signal }: JobContext): Promise<void> {
    await this.#write(`${errand} begun`);
    const [row] = await this.db.alone.query<{ begun: string }[]>('select count(*) as begun from test.errand where says = $1', [`${errand} begun`]);
    if (row?.begun === '1') await pause(60_000, undefined, { signal });
    await this.#write(`${errand} done`);
  }

  @OnJob(tick)
  async tick(): Promise<void> {
    await this.#write('tick');
  }

  @OnEvent(happened)
  async first({ errand }: { errand: string }): Promise<void> {
    await this.#write(`first heard ${errand}`);
  }

  @OnEvent(happened, { queue: 'mail', name: 'Errands.renamed' })
  async second({ errand }: { errand: string }): Promise<void> {
    await this.#write(`second heard ${errand}`);
  }

  async #write(says: string): Promise<void> {
    await this.db.alone.query('insert into test.errand (says) values ($1)', [says]);
  }
}
