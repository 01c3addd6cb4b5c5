import { type Tx } from '../db/index.js';

/** What a check looks at: one moment of the database, and the parts of the running product. */
export interface Looking {
  readonly tx: Tx;
  readonly get: <T>(token: { readonly prototype: T }) => T;
}

/** Something that holds whatever breaks, once what was broken has had a minute to settle. */
export interface Invariant {
  /** `module.what_holds` */
  readonly name: string;
  readonly says: string;
  /** Where it does not hold: ids and numbers, never people. Empty when it holds. */
  readonly broken: (looking: Looking) => Promise<readonly string[]>;
}

const known = new Map<string, Invariant>();

/** Makes an invariant known; called once, where it is defined. */
export function keepsInvariant(invariant: Invariant): Invariant {
  if (known.has(invariant.name)) throw new Error(`Two invariants are named ${invariant.name}`);
  known.set(invariant.name, invariant);
  return invariant;
}

/** Those of every module that has been loaded, by name. */
export function invariants(): readonly Invariant[] {
  return [...known.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
