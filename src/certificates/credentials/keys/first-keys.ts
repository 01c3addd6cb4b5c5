import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../../../platform/db/index.js';
import { SigningKeys } from './signing-keys.js';

/** A start has better things to do, and a program that lives shorter than this signs nothing. */
const AFTER_THE_START_MS = 60_000;

/** Sees to it that there are keys from the first start on, so that whoever runs this place can publish who signs before anything is signed. */
@Injectable()
export class FirstKeys implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly ended = new AbortController();

  constructor(
    private readonly keys: SigningKeys,
    private readonly db: Database,
  ) {}

  onApplicationBootstrap(): void {
    // Whatever goes wrong goes wrong once more, and is told, where the first certificate is signed.
    void pause(AFTER_THE_START_MS, undefined, { ref: false, signal: this.ended.signal }).then(() => this.make()).catch(() => undefined);
  }

  onModuleDestroy(): void {
    this.ended.abort();
  }

  /** Nothing happens when there are some. */
  async make(): Promise<void> {
    await this.db.transaction((tx) => this.keys.current(tx));
  }
}
