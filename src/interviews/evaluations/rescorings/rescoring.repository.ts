import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { READABLE } from '../reviews/review.repository.js';

/** A re-scoring with how far it is. Without an evaluator the stored integers are scored by another rubric. */
export interface Rescoring {
  readonly id: string;
  readonly evaluator: string | null;
  readonly version: string | null;
  readonly rubric: string;
  readonly askedAt: Date;
  readonly settled: 'adopted' | 'dropped' | null;
  readonly settledAt: Date | null;
  readonly total: number;
  readonly done: number;
  readonly notScored: number;
  readonly counts: number;
  readonly leftOut: number;
}

/** A run of a re-scoring that somebody has taken to make it. */
export interface ClaimedRun {
  readonly id: string;
  /** How often somebody has taken it, this time included. */
  readonly tries: number;
}

/** `key` of a judge: what interviews are chosen by. */
export const KEY = (alias: string): string => `${alias}.evaluator || '|' || ${alias}.evaluator_version || '|' || ${alias}.rubric`;
/** What compares a judge with a `key`, part by part, so that an index serves it. */
export const HAS_KEY = (alias: string, key: string): string =>
  `(${alias}.evaluator, ${alias}.evaluator_version, ${alias}.rubric) = (split_part(${key}, '|', 1), split_part(${key}, '|', 2), split_part(${key}, '|', 3))`;
const MOST_SHOWN = 50;

/** Statements about interviews that are judged once more, beside what counts. */
@Injectable()
export class RescoringRepository {
  /** Begins one over the interviews that count by the judge `of` (null: any), or one interview alone; `byAi` takes those alone whose people wanted AI. Its id, and how many there are. */
  async insert(tx: Tx, judge: { evaluator: string | null; version: string | null; rubric: string; byAi: boolean }, set: { of: string | null; interviewId: string | null }, askedBy: string): Promise<{ id: string; runs: number }> {
    const id = newId();
    await tx.query('insert into interviews.rescoring (id, evaluator, evaluator_version, rubric, asked_by) values ($1, $2, $3, $4, $5)', [id, judge.evaluator, judge.version, judge.rubric, askedBy]);
    const rows = await tx.query<object[]>(
      `insert into interviews.run (id, interview_id, why, state, evaluator, evaluator_version, rubric, based_on, rescoring_id)
       select gen_random_uuid(), i.id, 'rescore', 'waiting', coalesce($2, c.evaluator), coalesce($3, c.evaluator_version), $4, c.id, $1
       from interviews.interview i join interviews.run c on c.id = i.run_id
       where i.state in ('scored', 'not_scored') and ${READABLE} and ($5::text is null or ${HAS_KEY('c', '$5')}) and ($6::uuid is null or i.id = $6) and (i.ai_processing or not $7)
       returning 1`,
      [id, judge.evaluator, judge.version, judge.rubric, set.of, set.interviewId, judge.byAi],
    );
    return { id, runs: rows.length };
  }

  /** The newest first. */
  list(tx: Tx, only: string | null = null): Promise<Rescoring[]> {
    return tx.query<Rescoring[]>(
      `select r.id, r.evaluator, r.evaluator_version as version, r.rubric, r.asked_at as "askedAt", r.settled, r.settled_at as "settledAt", n.*
       from interviews.rescoring r cross join lateral (
         select count(*)::int as total, (count(*) filter (where u.ended_at is not null))::int as done, (count(*) filter (where u.state = 'not_scored'))::int as "notScored",
           (count(*) filter (where u.adoption = 'counts'))::int as counts, (count(*) filter (where u.adoption = 'left_out'))::int as "leftOut"
         from interviews.run u where u.rescoring_id = r.id) n
       where $1::uuid is null or r.id = $1 order by r.asked_at desc, r.id desc limit $2`,
      [only, MOST_SHOWN],
    );
  }

  /** The row locked, as it stands; null without one. */
  async lock(tx: Tx, id: string): Promise<Rescoring | null> {
    await tx.query('select from interviews.rescoring where id = $1 for update', [id]);
    return (await this.list(tx, id))[0] ?? null;
  }

  async settle(tx: Tx, id: string, settled: 'adopted' | 'dropped'): Promise<void> {
    await tx.query('update interviews.rescoring set settled = $2, settled_at = clock.now() where id = $1', [id, settled]);
    if (settled === 'dropped') await tx.query('delete from interviews.run where rescoring_id = $1', [id]);
  }

  /** Takes the next run nobody is at, for some seconds, which is one try more; null when there is none. */
  async claim(tx: Tx, rescoringId: string, token: string, seconds: number): Promise<ClaimedRun | null> {
    const [[run]] = await tx.query<[ClaimedRun[], number]>(
      `update interviews.run set lease_token = $2, lease_until = clock.now() + make_interval(secs => $3), tries = tries + 1 where id = (
         select id from interviews.run where rescoring_id = $1 and state = 'waiting' and (lease_until is null or lease_until <= clock.now()) order by id limit 1 for update skip locked)
       returning id, tries`,
      [rescoringId, token, seconds],
    );
    return run ?? null;
  }

  /** Renews the claim; false when somebody else has taken over, or the run is gone. */
  async hold(tx: Tx, runId: string, token: string, seconds: number): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      `update interviews.run set lease_until = clock.now() + make_interval(secs => $3) where id = $1 and lease_token = $2 and state = 'waiting' returning id`, [runId, token, seconds]);
    return rows.length > 0;
  }

  /** Nobody goes on with it for some seconds. */
  async putOff(tx: Tx, runId: string, token: string, seconds: number): Promise<void> {
    await tx.query('update interviews.run set lease_until = clock.now() + make_interval(secs => $3) where id = $1 and lease_token = $2', [runId, token, seconds]);
  }

  /** Whether a run is the stored integers once more. */
  async isReplay(tx: Tx, runId: string): Promise<boolean> {
    const rows = await tx.query<object[]>('select from interviews.rescoring r join interviews.run u on u.rescoring_id = r.id where u.id = $1 and r.evaluator is null', [runId]);
    return rows.length > 0;
  }

  /** Those with something left to make, on which nobody works. */
  async unmade(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select rescoring_id as id from interviews.run where state = 'waiting' and rescoring_id is not null
       group by rescoring_id having not bool_or(lease_until is not null and lease_until > clock.now())`);
    return rows.map(({ id }) => id);
  }

  /** Those that were to count so many seconds ago, and do not yet in every interview. */
  async unadopted(tx: Tx, seconds: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select id from interviews.rescoring r where settled = 'adopted' and settled_at < clock.now() - make_interval(secs => $1)
         and exists (select from interviews.run u where u.rescoring_id = r.id and u.adoption is null)`, [seconds]);
    return rows.map(({ id }) => id);
  }

  /** One whose adoption is not decided, locked; null when there is none left. */
  async nextToAdopt(tx: Tx, rescoringId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('select id from interviews.run where rescoring_id = $1 and adoption is null limit 1 for update skip locked', [rescoringId]);
    return row?.id ?? null;
  }

  async adopt(tx: Tx, runId: string, adoption: 'counts' | 'left_out'): Promise<void> {
    await tx.query('update interviews.run set adoption = $2 where id = $1', [runId, adoption]);
  }

  /** Those older than a period (ISO 8601) of which no run is left. */
  async forgetEmpty(tx: Tx, period: string): Promise<void> {
    await tx.query('delete from interviews.rescoring r where r.asked_at < clock.now() - $1::interval and not exists (select from interviews.run u where u.rescoring_id = r.id)', [period]);
  }
}
