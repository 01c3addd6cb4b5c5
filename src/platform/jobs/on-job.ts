import { type EventDefinition, type JobDefinition, type QueueName } from './definitions.js';

/** What a handler is told about its run. */
export interface JobContext {
  /** The same for all runs of one job: fit as an idempotency key. */
  readonly jobId: string;
  /** 1 for the first run; one more after each failed one. */
  readonly attempt: number;
  /** When it was asked for, in database time. */
  readonly writtenAt: Date;
  /** Aborted at the timeout, when the process stops, and when another worker has taken over. */
  readonly signal: AbortSignal;
}

type Handler<P> = (payload: P, context: JobContext) => Promise<void>;
type HandlerDecorator<P> = <H extends Handler<P>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>) => void;

/** How a listener runs: on `default`, 5 attempts and 60 s unless it says otherwise. */
export interface ListenerOptions {
  readonly queue?: QueueName;
  readonly attempts?: number;
  readonly timeoutMs?: number;
  /** Rows already written carry `Class.method`; give the old name here after renaming either. */
  readonly name?: string;
}

/** A decorated method, before it is bound to an instance. */
export interface Declared {
  readonly key: string;
  readonly kind: 'job' | 'event';
  readonly definition: JobDefinition | EventDefinition;
  readonly options: ListenerOptions;
}

const declared = new WeakMap<object, Declared[]>();

/** Marks the one method of a provider that does this job. It may run twice, so its effect must not depend on that. */
export function OnJob<P extends object>(definition: JobDefinition<P>): HandlerDecorator<P> {
  return (target, key) => declare(target, { key, kind: 'job', definition: definition, options: {} });
}

/** Marks a method of a provider that is called once for each such event, in a job of its own. */
export function OnEvent<P extends object>(definition: EventDefinition<P>, options: ListenerOptions = {}): HandlerDecorator<P> {
  return (target, key) => declare(target, { key, kind: 'event', definition: definition, options });
}

function declare(target: object, declaration: Declared): void {
  declared.set(target, [...(declared.get(target) ?? []), declaration]);
}

/** The decorated methods of an instance, those it inherits included. */
export function declaredOn(instance: object): readonly Declared[] {
  const prototype: unknown = Object.getPrototypeOf(instance);
  if (typeof prototype !== 'object' || prototype === null) return [];
  return [...(declared.get(prototype) ?? []), ...declaredOn(prototype)];
}
