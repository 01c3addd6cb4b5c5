import { type z } from 'zod';

/** A kind of deletion or withdrawal, or of something else that a database of before must not do anew, with the ids that find the thing again in a database of before. */
export interface FactDefinition<P extends object = object> {
  /** `module.past_tense` */
  readonly kind: string;
  /** Ids, numbers, names of purposes and moments; never people. */
  readonly ids: z.ZodType<P>;
  /** Of facts that say how a thing stands since, only the last one counts: those that agree in these ids. None: each counts by itself. */
  readonly lastOf: readonly string[];
}

const facts = new Map<string, FactDefinition>();

/** Makes a kind of fact known. Whoever defines it also says how it is replayed (`Journal.replays`). */
export function defineFact<P extends object>(kind: string, ids: z.ZodType<P>, { lastOf = [] }: { readonly lastOf?: readonly (keyof P & string)[] } = {}): FactDefinition<P> {
  if (facts.has(kind)) throw new Error(`Two facts are named ${kind}`);
  const fact = { kind, ids, lastOf };
  facts.set(kind, fact);
  return fact;
}

/** Every kind of the modules that have been loaded. */
export function definedFacts(): readonly FactDefinition[] {
  return [...facts.values()];
}
