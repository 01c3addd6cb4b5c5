import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { Database, type Tx } from '../db/index.js';
import { AuditLog } from './audit-log.js';

/** A check of the chain: asked for, and when it has finished either whole (`head`) or broken (`brokenAt`, a sequence number). */
export interface AuditVerification {
  readonly id: string;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  /** How many entries were found whole, from the oldest on. */
  readonly entries: number | null;
  readonly head: string | null;
  readonly brokenAt: number | null;
}

interface VerificationRow extends Omit<AuditVerification, 'entries' | 'brokenAt'> {
  readonly entries: string | null;
  readonly brokenAt: string | null;
}

/** Checks of the audit log, and what they found. A long log takes a while, so a check is a job and not a request. */
@Injectable()
export class AuditVerifications {
  constructor(
    private readonly log: AuditLog,
    private readonly db: Database,
  ) {}

  /** Writes down that a check is wanted; returns its id. */
  async ask(tx: Tx): Promise<string> {
    const id = newId();
    await tx.query('insert into audit.verification (id) values ($1)', [id]);
    return id;
  }

  /** Follows the chain as it stood at one moment, and writes down what it found. */
  async run(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      // Pruning meanwhile must not look like damage.
      await tx.query('set transaction isolation level repeatable read');
      const verdict = await this.log.verify(tx);
      await tx.query('update audit.verification set finished_at = clock.now(), entries = $2, head = $3, broken_at = $4 where id = $1', [
        id, verdict.entries, verdict.ok ? verdict.head : null, verdict.ok ? null : verdict.brokenAt,
      ]);
    });
  }

  /** The check asked for last, of those still kept for a period (ISO 8601). */
  latest(tx: Tx, keptFor: string): Promise<AuditVerification | null> {
    return this.find(tx, keptFor, 'order by asked_at desc, id desc');
  }

  /** The check that finished last: one that was asked for since says nothing yet. */
  lastFinished(tx: Tx, keptFor: string): Promise<AuditVerification | null> {
    return this.find(tx, keptFor, 'and finished_at is not null order by finished_at desc, id desc');
  }

  async forgetOld(tx: Tx, keptFor: string): Promise<void> {
    await tx.query('delete from audit.verification where asked_at <= clock.now() - $1::interval', [keptFor]);
  }

  private async find(tx: Tx, keptFor: string, which: string): Promise<AuditVerification | null> {
    const [row] = await tx.query<VerificationRow[]>(
      `select id, asked_at as "askedAt", finished_at as "finishedAt", entries, head, broken_at as "brokenAt" from audit.verification
        where asked_at > clock.now() - $1::interval ${which} limit 1`,
      [keptFor],
    );
    if (!row) return null;
    return { ...row, entries: row.entries === null ? null : Number(row.entries), brokenAt: row.brokenAt === null ? null : Number(row.brokenAt) };
  }
}
