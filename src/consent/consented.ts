import { type Purpose } from '../platform/policy/index.js';
import { type GrantRow } from './consent.repository.js';

declare const asked: unique symbol;

/**
 * Proof that a consent was asked for and lives, until the end of the transaction it was asked in. Only the gate makes one:
 * whoever shows a person takes it as an argument.
 */
export interface Consented<P extends Purpose> {
  readonly [asked]: true;
  readonly subjectId: string;
  readonly purpose: P;
  readonly scope: string;
  /** What may be shown, sorted. */
  readonly fields: readonly string[];
  /** Null when it has no end; the column then says 'infinity'. */
  readonly expiresAt: Date | null;
}

export function consented<P extends Purpose>(purpose: P, { subjectId, scope, fields, expiresAt }: GrantRow): Consented<P> {
  return { subjectId, purpose, scope, fields, expiresAt } as unknown as Consented<P>;
}
