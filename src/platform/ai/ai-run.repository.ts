import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../db/index.js';
import { type AiUnits } from './ai-units.js';

/** A run as it is written before anything is sent. */
export interface BegunRun {
  readonly id: string;
  readonly role: string;
  readonly provider: string;
  readonly model: string;
  readonly accountId: string | null;
  readonly interviewId: string | null;
  readonly position: number | null;
  readonly rubric: string | null;
  readonly promptHash: string | null;
  readonly fields: readonly string[];
  /** What it can cost at most, until it is known what it did cost. */
  readonly costMicroUsd: number;
}

/** Statements about what was asked of AI providers, and what it cost. */
@Injectable()
export class AiRunRepository {
  /** `period` (ISO 8601): how long it is kept. */
  async begin(tx: Tx, run: BegunRun, period: string): Promise<void> {
    await tx.query(
      `insert into ai.run (id, role, provider, model, account_id, interview_id, position, rubric, prompt_hash, fields, cost_micro_usd, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock.now() + $12::interval)`,
      [run.id, run.role, run.provider, run.model, run.accountId, run.interviewId, run.position, run.rubric, run.promptHash, run.fields, run.costMicroUsd, period],
    );
  }

  async end(tx: Tx, id: string, outcome: string, units: AiUnits, costMicroUsd: number): Promise<void> {
    await tx.query('update ai.run set outcome = $2, units = $3, cost_micro_usd = $4, ended_at = clock.now() where id = $1', [id, outcome, JSON.stringify(units), costMicroUsd]);
  }

  /** Puts it on the account's bill of the day. Null when it fitted below `cap`; otherwise nothing changed, and these are the seconds until the day ends. */
  async spend(tx: Tx, keyHash: string, microUsd: number, cap: number): Promise<number | null> {
    const rows = await tx.query<unknown[]>(
      `insert into ai.spending as s (key_hash, micro_usd, day_ends_at)
       select $1, $2::bigint, (date_trunc('day', clock.now() at time zone 'UTC') + interval '1 day') at time zone 'UTC' where $2::bigint <= $3::bigint
       on conflict (key_hash) do update set
         micro_usd = case when s.day_ends_at <= clock.now() then 0 else s.micro_usd end + excluded.micro_usd,
         day_ends_at = greatest(s.day_ends_at, excluded.day_ends_at)
       where case when s.day_ends_at <= clock.now() then 0 else s.micro_usd end + excluded.micro_usd <= $3::bigint
       returning 1`,
      [keyHash, microUsd, cap],
    );
    if (rows.length > 0) return null;
    const [row] = await tx.query<{ wait: number }[]>(`select ceil(extract(epoch from date_trunc('day', clock.now() at time zone 'UTC') + interval '1 day' - clock.now() at time zone 'UTC'))::int as wait`);
    return row?.wait ?? 0;
  }

  /** Takes back what was reserved too much, or adds what it cost more. */
  async correct(tx: Tx, keyHash: string, byMicroUsd: number): Promise<void> {
    await tx.query('update ai.spending set micro_usd = greatest(0, micro_usd + $2) where key_hash = $1', [keyHash, byMicroUsd]);
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'ai.run');
  }

  /** `period` (ISO 8601): how long a count is kept behind its day. */
  async forgetSpending(tx: Tx, period: string): Promise<void> {
    await tx.query('delete from ai.spending where day_ends_at + $1::interval <= clock.now()', [period]);
  }
}
