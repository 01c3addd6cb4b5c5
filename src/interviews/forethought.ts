import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Evaluators } from './evaluators.js';

/** A start has better things to do, and a program that lives shorter than this needs none of it. */
const AFTER_THE_START_MS = 60_000;
const BETWEEN_STEPS_MS = 25;

/** Has the built-in evaluator prepared a few milliseconds at a time, so that the first answer keeps nobody else waiting for most of a second. */
@Injectable()
export class Forethought implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly ended = new AbortController();

  constructor(private readonly evaluators: Evaluators) {}

  onApplicationBootstrap(): void {
    // Whatever goes wrong goes wrong once more, and is told, where an answer is judged.
    void this.prepare().catch(() => undefined);
  }

  onModuleDestroy(): void {
    this.ended.abort();
  }

  private async prepare(): Promise<void> {
    const unseen = { ref: false, signal: this.ended.signal };
    await pause(AFTER_THE_START_MS, undefined, unseen);
    const steps = this.evaluators.preparing();
    while (steps.next().done !== true) await pause(BETWEEN_STEPS_MS, undefined, unseen);
  }
}
