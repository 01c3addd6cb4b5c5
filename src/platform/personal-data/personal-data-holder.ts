import { type RetentionClass } from '../policy/index.js';
import { type Tx } from '../db/index.js';
import { type Json } from '../../kernel/index.js';
import { type Arrival, type Brought } from './brought.js';

/** A table of a module: which column says whose row it is (null: nobody's), and how long its rows are kept. */
export interface HeldTable {
  /** `schema.table` */
  readonly table: string;
  readonly subjectColumn: string | null;
  /** The column that says since when a row is there, and the one that says when it ends (null: until it is deleted): people are shown both. */
  readonly since?: string;
  readonly until?: string;
  /** Where no row carries its end: the column since when the period of its class runs, after which a sweep deletes it. */
  readonly periodFrom?: string;
  /** Where more rows are about somebody than one column says: the end of a query after its `from`, with the account as $1 and the table as `held`. */
  readonly counting?: string;
  /** `its own end`: each row carries one, set by the module that stored it. */
  readonly retention: RetentionClass | 'its own end';
  /** Why its rows stay when the account is erased, without anything that leads to the person; they go where this is not said. Whoever is erased reads it. */
  readonly stays?: string;
}

/**
 * What every module that stores anything tells about itself. An architecture test holds `tables` against the
 * database: a table without a holder, or with two, fails it.
 */
export interface PersonalDataHolder {
  readonly module: string;
  readonly tables: readonly HeldTable[];
  /** Everything held of one account, one JSON value per category; an empty object when nothing is. */
  export(tx: Tx, accountId: string): Promise<Record<string, Json>>;
  /** Takes in what this module exported elsewhere, as far as it makes sense here; a second time it changes nothing. What no holder takes in stays behind. */
  bringIn?(tx: Tx, brought: Brought): Promise<readonly Arrival[]>;
  /** What must be over the moment an account is closed, in the same transaction; its data goes later, by `erase`. */
  close?(tx: Tx, accountId: string): Promise<void>;
  /** Whether something still has to be done with what is held of an account before it may be erased. */
  mustWait?(tx: Tx, accountId: string): Promise<boolean>;
  /** Deletes or pseudonymises everything of one account. */
  erase(tx: Tx, accountId: string): Promise<void>;
  /** How many rows of one account remain, by table, and why they must. Empty after a complete erasure. */
  remaining(tx: Tx, accountId: string): Promise<readonly { table: string; rows: number; because: string }[]>;
}

const holders = new Set<PersonalDataHolder>();

/** Makes a holder known; called once, where it is defined. */
export function holdsPersonalData(holder: PersonalDataHolder): PersonalDataHolder {
  holders.add(holder);
  return holder;
}

/** A table as a statement names it: `auth.user` is a reserved word to PostgreSQL unless it is quoted. */
export function quotedTable(table: string): string {
  return table.split('.').map((part) => `"${part}"`).join('.');
}

/** Every holder whose module has been loaded. */
export function personalDataHolders(): readonly PersonalDataHolder[] {
  return [...holders];
}
