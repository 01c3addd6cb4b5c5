import { type RetentionClass } from '../policy/index.js';
import { type Tx } from '../db/index.js';
import { type Json } from '../../kernel/index.js';

/** A table of a module: which column says whose row it is (null: nobody's), and how long its rows are kept. */
export interface HeldTable {
  /** `schema.table` */
  readonly table: string;
  readonly subjectColumn: string | null;
  /** The column that says since when a row is there, and the one that says when it ends (null: until it is deleted): people are shown both. */
  readonly since?: string;
  readonly until?: string;
  /** Where more rows are about somebody than one column says: the end of a query after its `from`, with the account as $1 and the table as `held`. */
  readonly counting?: string;
  /** `its own end`: each row carries one, set by the module that stored it. */
  readonly retention: RetentionClass | 'its own end';
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
  /** What must be over the moment an account is closed, in the same transaction; its data goes later, by `erase`. */
  close?(tx: Tx, accountId: string): Promise<void>;
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

/** Every holder whose module has been loaded. */
export function personalDataHolders(): readonly PersonalDataHolder[] {
  return [...holders];
}
