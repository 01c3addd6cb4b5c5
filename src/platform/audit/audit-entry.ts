import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../kernel/index.js';

/** Who did it: an account, the machine by itself, or somebody not signed in. */
export interface AuditActor {
  readonly kind: 'account' | 'system' | 'guest';
  readonly id: string | null;
}

/** One thing that happened. `action` is `<module>.<past_tense>`; `detail` holds ids, codes and numbers only. */
export interface AuditEntry {
  readonly actor: AuditActor;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly detail?: Readonly<Record<string, Json>>;
}

/** An entry with its place in the chain. */
export interface RecordedEntry extends Required<AuditEntry> {
  readonly sequence: number;
  readonly at: Date;
}

/** A row of `audit.entry`. */
export interface EntryRow {
  readonly sequence: string;
  readonly at: Date;
  readonly actor_kind: AuditActor['kind'];
  readonly actor_id: string | null;
  readonly action: string;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly detail: Record<string, Json>;
  readonly previous_hash: string;
  readonly hash: string;
}

const CODE = /^[\w.:/+-]{0,100}$/;

/** Throws when a detail could hold a name, an address or a sentence: the log is kept for years and cannot be changed. */
export function refuseProse(detail: Json): void {
  if (typeof detail === 'string' && !CODE.test(detail)) {
    throw new TypeError('The detail of an audit entry holds ids, codes and numbers only');
  }
  if (detail === null || typeof detail !== 'object') return;
  for (const part of Object.values(detail)) refuseProse(part);
}

/** The entry a row tells of. */
export function recorded(row: EntryRow): RecordedEntry {
  return {
    sequence: Number(row.sequence),
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    subject: row.subject_kind !== null && row.subject_id !== null ? { kind: row.subject_kind, id: row.subject_id } : null,
    detail: row.detail,
  };
}

/** SHA-256 over the hash before it and everything the entry says. */
export function hashOf(previousHash: string, { sequence, at, actor, action, subject, detail }: RecordedEntry): string {
  const content = canonicalJson({
    sequence,
    at: at.toISOString(),
    actor: { kind: actor.kind, id: actor.id },
    action,
    subject: subject && { kind: subject.kind, id: subject.id },
    detail,
  });
  return createHash('sha256').update(previousHash).update(content).digest('hex');
}
