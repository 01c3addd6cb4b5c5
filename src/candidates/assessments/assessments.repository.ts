import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Assessment } from './assessment.js';

/** An assessment as it is kept. */
export interface KeptAssessment {
  readonly id: string;
  readonly roleId: string;
  readonly roleTitle: string;
  readonly description: string;
  readonly result: Assessment;
  readonly madeAt: Date;
  /** Null when it stays until its owner deletes it. */
  readonly expiresAt: Date | null;
}

/** An assessment as a list shows it. */
export type AssessmentLine = Pick<KeptAssessment, 'id' | 'roleTitle' | 'madeAt' | 'expiresAt'> & { readonly fit: number; readonly hasDescription: boolean };

const LIVE = '(expires_at is null or expires_at > clock.now())';

/** Statements about kept assessments. Whatever has expired is not found, to the second. */
@Injectable()
export class AssessmentRepository {
  /** Until the transaction ends, nobody else who asks for this counts or adds assessments of the account. */
  async lockShelf(tx: Tx, accountId: string): Promise<void> {
    await tx.query('select 1 from accounts.account where id = $1 for update', [accountId]);
  }

  async add(tx: Tx, accountId: string, { id, roleId, roleTitle, description, result, madeAt, expiresAt }: KeptAssessment): Promise<void> {
    await tx.query(
      `insert into candidates.assessment (id, account_id, role_id, role_title, description, result, made_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, accountId, roleId, roleTitle, description, JSON.stringify(result), madeAt, expiresAt],
    );
  }

  /** The caller's own; the same 404 for a foreign, expired or absent one. */
  async getMine(tx: Tx, accountId: string, id: string): Promise<KeptAssessment> {
    const [row] = await tx.query<KeptAssessment[]>(
      `select id, role_id as "roleId", role_title as "roleTitle", description, result, made_at as "madeAt", expires_at as "expiresAt"
       from candidates.assessment where id = $2 and account_id = $1 and ${LIVE}`,
      [accountId, id],
    );
    if (!row) throw notFound();
    return row;
  }

  /** The newest first. */
  listMine(tx: Tx, accountId: string, count: number): Promise<AssessmentLine[]> {
    return tx.query(
      `select id, role_title as "roleTitle", (result->>'fit')::int as fit, description <> '' as "hasDescription", made_at as "madeAt", expires_at as "expiresAt"
       from candidates.assessment where account_id = $1 and ${LIVE}
       order by made_at desc, id desc limit $2`,
      [accountId, count],
    );
  }

  /** False when there was nothing of the caller's to delete. */
  async deleteMine(tx: Tx, accountId: string, id: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      `delete from candidates.assessment where id = $2 and account_id = $1 and ${LIVE} returning id`, [accountId, id]);
    return rows.length > 0;
  }

  /** Gives what has no end that of the policy (`period`, ISO 8601), in a week at the earliest. */
  async giveEnds(tx: Tx, period: string): Promise<void> {
    await tx.query(`update candidates.assessment set expires_at = greatest(made_at + $1::interval, clock.now() + interval '7 days') where expires_at is null`, [period]);
  }

  /** Deletes up to `count` that have expired; returns how many. */
  async deleteExpired(tx: Tx, count: number): Promise<number> {
    const [rows] = await tx.query<[object[], number]>(
      `delete from candidates.assessment where id in (
         select id from candidates.assessment where expires_at <= clock.now() order by expires_at limit $1 for update skip locked)
       returning id`,
      [count],
    );
    return rows.length;
  }
}
