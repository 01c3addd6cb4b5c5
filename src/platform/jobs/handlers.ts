import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type z } from 'zod';
import { definedJobs, type QueueName } from './definitions.js';
import { type Declared, declaredOn, type JobContext } from './on-job.js';

/** A bound method with the terms it runs on. */
export interface BoundHandler {
  /** `Class.method` */
  readonly where: string;
  readonly name: string;
  /** Null for a job; for an event the name its rows are addressed to. */
  readonly subscriber: string | null;
  readonly queue: QueueName;
  readonly attempts: number;
  readonly timeoutMs: number;
  readonly payload: z.ZodType<object>;
  run(payload: object, context: JobContext): Promise<void>;
}

/** Who does which job and who listens to which event, as found among the providers of the application. */
@Injectable()
export class Handlers {
  #found: readonly BoundHandler[] | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  /** Throws unless every job has exactly one handler and no two listeners share a name; names what is wrong. */
  check(): void {
    const all = this.#all();
    const faults = definedJobs().flatMap(({ name }) => {
      const at = all.filter((handler) => handler.subscriber === null && handler.name === name).map(({ where }) => where);
      if (at.length === 1) return [];
      return [at.length === 0 ? `${name} has no handler` : `${name} has ${at.length} handlers (${at.join(', ')})`];
    });
    const listeners = all.filter(({ subscriber }) => subscriber !== null).map(({ name, subscriber }) => `${subscriber} to ${name}`);
    const twice = [...new Set(listeners.filter((listener, index) => listeners.indexOf(listener) !== index))];
    faults.push(...twice.map((listener) => `${listener} listens twice`));
    if (faults.length > 0) throw new Error(`The jobs cannot start: ${faults.join('; ')}.`);
  }

  listenersTo(event: string): readonly BoundHandler[] {
    return this.#all().filter(({ name, subscriber }) => name === event && subscriber !== null);
  }

  find(name: string, subscriber: string | null): BoundHandler | undefined {
    return this.#all().find((handler) => handler.name === name && handler.subscriber === subscriber);
  }

  // Instances exist only once the application is made, so they are looked for at the first question.
  #all(): readonly BoundHandler[] {
    this.#found ??= this.discovery.getProviders().flatMap((wrapper) => {
      const instance: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : undefined;
      if (typeof instance !== 'object' || instance === null) return [];
      return declaredOn(instance).map((declaration) => bind(instance, declaration));
    });
    return this.#found;
  }
}

function bind(instance: object, { key, kind, definition, options }: Declared): BoundHandler {
  const method: unknown = Reflect.get(instance, key);
  if (typeof method !== 'function') throw new Error(`${instance.constructor.name}.${key} is not a method`);
  const where = `${instance.constructor.name}.${key}`;
  const job = 'queue' in definition ? definition : undefined;
  return {
    where,
    name: definition.name,
    subscriber: kind === 'event' ? (options.name ?? where) : null,
    queue: job?.queue ?? options.queue ?? 'default',
    attempts: job?.attempts ?? options.attempts ?? 5,
    timeoutMs: job?.timeoutMs ?? options.timeoutMs ?? 60_000,
    payload: definition.payload,
    run: async (payload, context) => {
      await Reflect.apply(method, instance, [payload, context]);
    },
  };
}
