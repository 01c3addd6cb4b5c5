import { type z } from 'zod';
import { nextTick } from './next-tick.js';

/** Queues by kind of pressure: whoever waits for an AI does not hold up the mails. */
export const queueNames = ['default', 'ai', 'media', 'mail', 'sweeps'] as const;

export type QueueName = (typeof queueNames)[number];

/** A kind of work. Its payload holds ids, never people. */
export interface JobDefinition<P extends object = object> {
  /** `module.imperative` */
  readonly name: string;
  readonly queue: QueueName;
  /** Checked when the job is written and again when it runs; keys it does not name are dropped. */
  readonly payload: z.ZodType<P>;
  /** How often a run may fail before the job is dead. Runs whose worker was killed do not count. */
  readonly attempts: number;
  /** After this long the run is told to stop through its signal, and counts as failed. */
  readonly timeoutMs: number;
  /** Five fields, in UTC. A tick is left out while the one before it is not done. */
  readonly cron?: string;
  /** What the job does, in one sentence for `docs/schedule.md`. */
  readonly says: string;
}

/** Something that happened. The publisher owns the payload; it does not know who listens. */
export interface EventDefinition<P extends object = object> {
  /** `module.past_tense` */
  readonly name: string;
  readonly payload: z.ZodType<P>;
}

const jobs = new Map<string, JobDefinition>();
const events = new Map<string, EventDefinition>();

/** Makes a kind of work known. It needs exactly one `@OnJob` method, or workers refuse to start. */
export function defineJob<P extends object>(definition: JobDefinition<P>): JobDefinition<P> {
  if (jobs.has(definition.name)) throw new Error(`Two jobs are named ${definition.name}`);
  if (definition.cron !== undefined) {
    nextTick(definition.cron, new Date());
    if (!definition.payload.safeParse({}).success) throw new Error(`${definition.name} runs by timetable, so its payload must accept {}`);
  }
  jobs.set(definition.name, definition);
  return definition;
}

/** Makes a kind of event known. Any number of `@OnEvent` methods may listen to it. */
export function defineEvent<P extends object>(name: string, payload: z.ZodType<P>): EventDefinition<P> {
  if (events.has(name)) throw new Error(`Two events are named ${name}`);
  const definition = { name, payload };
  events.set(name, definition);
  return definition;
}

/** Every job of the modules that have been loaded, by name. */
export function definedJobs(): readonly JobDefinition[] {
  return [...jobs.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
