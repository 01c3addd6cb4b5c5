import { Injectable } from '@nestjs/common';
import { endScopes } from '../consent/index.js';
import { notFound } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { type Purpose, purposesOfInvitation, purposesOfSession } from '../platform/policy/index.js';
import { Interview, type InterviewState } from './interview.entity.js';
import { deadlineOver } from './interviews.errors.js';

/** An interview as its owner's list shows it. */
export interface InterviewLine {
  readonly id: string;
  readonly roleTitle: string;
  readonly levelId: string;
  readonly state: InterviewState;
  readonly overall: string | null;
  readonly questionCount: number;
  readonly answeredCount: number;
  /** The first question without an answer; null when all have one. */
  readonly nextPosition: number | null;
  readonly competencyId: string | null;
  readonly originRef: string | null;
  /** Null for practice. */
  readonly invitedBy: string | null;
  /** Where it was taken; null when that was here. */
  readonly broughtFrom: string | null;
  /** Until then its owner's own copy waits; null when it does not. */
  readonly delayedUntil: Date | null;
  readonly deadlineAt: Date | null;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  /** Null when it is kept until its owner deletes it. */
  readonly expiresAt: Date | null;
}

/** What is not over yet: without an end it stays until it is deleted. */
const LIVE = '(i.expires_at is null or i.expires_at > clock.now())';

/** Statements about interviews as a whole. Whatever has expired is not found, to the second. */
@Injectable()
export class InterviewRepository {
  /** The caller's own interview; the same 404 for a foreign, expired or absent one. */
  async getMine(tx: Tx, candidateId: string, id: string): Promise<Interview> {
    const interview = await this.live(tx).andWhere('i.id = :id and i.candidateId = :candidateId', { id, candidateId }).getOne();
    if (!interview) throw notFound();
    return interview;
  }

  /** As `getMine`, and nobody else changes it until the transaction ends. */
  async getMineLocked(tx: Tx, candidateId: string, id: string): Promise<Interview> {
    const interview = await this.findMineLocked(tx, candidateId, id);
    if (!interview) throw notFound();
    return interview;
  }

  findMineLocked(tx: Tx, candidateId: string, id: string): Promise<Interview | null> {
    return this.live(tx).andWhere('i.id = :id and i.candidateId = :candidateId', { id, candidateId }).setLock('pessimistic_write').getOne();
  }

  /** As `getMine` of one that is still under way; AppErrors `interviews.already_submitted`, `interviews.deadline_over`. */
  async getOpen(tx: Tx, candidateId: string, id: string): Promise<Interview> {
    return this.open(tx, await this.getMine(tx, candidateId, id));
  }

  /** As `getOpen`, and nobody else changes it until the transaction ends. */
  async getOpenLocked(tx: Tx, candidateId: string, id: string): Promise<Interview> {
    return this.open(tx, await this.getMineLocked(tx, candidateId, id));
  }

  /** AppError `interviews.deadline_over` once its deadline has passed. */
  async mustBeInTime(tx: Tx, { deadlineAt }: Interview): Promise<void> {
    if (!deadlineAt) return;
    const late = await tx.query<object[]>('select where $1::timestamptz <= clock.now()', [deadlineAt]);
    if (late.length > 0) throw deadlineOver(deadlineAt);
  }

  /** When its owner's own copy of the report opens, as long as it waits; null when it is open. */
  async delayedUntil(tx: Tx, { reportOpensAt }: Interview): Promise<Date | null> {
    if (!reportOpensAt) return null;
    const waiting = await tx.query<object[]>('select where $1::timestamptz > clock.now()', [reportOpensAt]);
    return waiting.length > 0 ? reportOpensAt : null;
  }

  /** Whoever's it is, locked; null when it is gone. For what happens to an interview without its owner. */
  findLocked(tx: Tx, id: string): Promise<Interview | null> {
    return this.live(tx).andWhere('i.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  /** Whoever's it is; null when it is gone, its owner has deleted their account, or an organisation invited them to it. */
  findReadable(tx: Tx, id: string): Promise<Interview | null> {
    return this.live(tx).andWhere('i.id = :id and i.origin = :practice and not exists (select from accounts.closed_account gone where gone.account_id = i.candidateId)', { id, practice: 'practice' }).getOne();
  }

  async isThere(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query<object[]>(`select from interviews.interview i where id = $1 and ${LIVE}`, [id])).length > 0;
  }

  /** Those of some ids that are the caller's own. */
  findMine(tx: Tx, candidateId: string, ids: readonly string[]): Promise<Interview[]> {
    return this.live(tx).andWhere('i.id = any(:ids) and i.candidateId = :candidateId', { ids, candidateId }).getMany();
  }

  /** The newest first, at most `count`, those before `after` when it is given. */
  listMine(tx: Tx, candidateId: string, after: { startedAt: Date; id: string } | null, count: number): Promise<InterviewLine[]> {
    return tx.query(
      `select i.id, i.role_title as "roleTitle", i.level_id as "levelId", i.state, i.overall,
         q.count as "questionCount", q.answered as "answeredCount", q.next as "nextPosition", i.competency_id as "competencyId",
         i.origin_ref as "originRef", i.invited_by as "invitedBy", i.brought_from as "broughtFrom", i.deadline_at as "deadlineAt", case when i.report_opens_at > clock.now() then i.report_opens_at end as "delayedUntil",
         i.started_at as "startedAt", i.submitted_at as "submittedAt", i.expires_at as "expiresAt"
       from interviews.interview i cross join lateral (
         select count(*)::int as count, count(*) filter (where a.text ~ '\\S')::int as answered, min(position) filter (where a.text ~ '\\S' is not true) as next
         from interviews.question left join interviews.answer a using (interview_id, position) where interview_id = i.id and follows is null) q
       where i.candidate_id = $1 and ${LIVE}
         and ($2::timestamptz is null or (date_trunc('milliseconds', i.started_at), i.id) < ($2, $3::uuid))
       order by date_trunc('milliseconds', i.started_at) desc, i.id desc limit $4`,
      [candidateId, after?.startedAt ?? null, after?.id ?? null, count],
    );
  }

  /** The caller's own interview, if there is one, is not deleted until the transaction ends. */
  async holdMine(tx: Tx, candidateId: string, id: string): Promise<void> {
    await tx.query('select from interviews.interview where id = $1 and candidate_id = $2 for key share', [id, candidateId]);
  }

  async save(tx: Tx, interview: Interview): Promise<void> {
    await tx.save(interview);
  }

  /** False when there was nothing of the caller's to delete. */
  async deleteMine(tx: Tx, candidateId: string, id: string): Promise<boolean> {
    const rows = await tx.query<{ id: string }[]>(`select id from interviews.interview i where id = $1 and candidate_id = $2 and ${LIVE} for update`, [id, candidateId]);
    return (await this.delete(tx, rows, purposesOfInvitation)) > 0;
  }

  /** Takes or renews the right to score for some seconds; null when it is not waiting, or another worker is at it. */
  async lease(tx: Tx, id: string, token: string, seconds: number): Promise<Interview | null> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update interviews.interview i set lease_token = $2, lease_until = clock.now() + make_interval(secs => $3)
       where id = $1 and state = 'submitted' and ${LIVE}
         and (lease_token = $2 or lease_until is null or lease_until <= clock.now())
       returning id`,
      [id, token, seconds],
    );
    return rows.length > 0 ? tx.findOneBy(Interview, { id }) : null;
  }

  /** The interview while this lease still holds, locked; null when another worker took over. */
  leased(tx: Tx, id: string, token: string): Promise<Interview | null> {
    return tx.findOne(Interview, { where: { id, leaseToken: token, state: 'submitted' }, lock: { mode: 'pessimistic_write' } });
  }

  /** Interviews that have waited longer than `seconds` with nobody at work on them. */
  async overdue(tx: Tx, seconds: number, count: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select id from interviews.interview i
       where state = 'submitted' and submitted_at < clock.now() - make_interval(secs => $1) and ${LIVE}
         and (lease_until is null or lease_until <= clock.now())
       order by submitted_at limit $2`,
      [seconds, count],
    );
    return rows.map(({ id }) => id);
  }

  /** Deletes up to `count` expired interviews with everything that hangs from them; returns how many, and which practice interviews waited for their scores to the end. */
  async deleteExpired(tx: Tx, count: number): Promise<{ deleted: number; neverJudged: string[] }> {
    const rows = await tx.query<{ id: string; isWaiting: boolean }[]>(
      `select id, state = 'submitted' and origin = 'practice' as "isWaiting" from interviews.interview where expires_at <= clock.now() order by expires_at limit $1 for update skip locked`, [count]);
    // Who was counted has said so for longer: that ends with what it is counted in.
    const deleted = await this.delete(tx, rows, ['invited_result', 'client_sharing']);
    return { deleted, neverJudged: rows.filter(({ isWaiting }) => isWaiting).map(({ id }) => id) };
  }

  /** Gives what has no end that of the policy (`period`, ISO 8601), in a week at the earliest; what its owners keep only with `alsoKept`. The accounts they belong to. */
  async giveEnds(tx: Tx, period: string, { alsoKept }: { readonly alsoKept: boolean }): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update interviews.interview set kept = false, expires_at = greatest(coalesce(submitted_at, started_at) + $1::interval, deadline_at, clock.now() + interval '7 days')
        where expires_at is null and ($2 or not kept) returning candidate_id as id`,
      [period, alsoKept],
    );
    return [...new Set(rows.map(({ id }) => id))];
  }

  /** Somebody's whole interview without help that has the highest score, the newer of two alike; drills are about one competency only, and invited ones are told to whoever invited alone. */
  best(tx: Tx, candidateId: string): Promise<Interview | null> {
    return this.showable(tx, candidateId)
      .orderBy(`split_part(i.overall, '/', 1)::numeric / split_part(i.overall, '/', 2)::numeric`, 'DESC')
      .addOrderBy('i.submittedAt', 'DESC')
      .limit(1)
      .getOne();
  }

  /** The one with this id, as long as it is among those of which `best` is chosen. */
  findShowable(tx: Tx, candidateId: string, id: string): Promise<Interview | null> {
    return this.showable(tx, candidateId).andWhere('i.id = :id', { id }).getOne();
  }

  async candidateOf(tx: Tx, id: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('select candidate_id as id from interviews.interview where id = $1', [id]);
    return row?.id ?? null;
  }

  /** What is recorded falls with the consents to it, which are ended first: whoever takes one back goes the same way. So does what an organisation reads of it. */
  private async delete(tx: Tx, rows: readonly { id: string }[], shared: readonly Purpose[]): Promise<number> {
    const ids = rows.map(({ id }) => id);
    const invited = await tx.query<{ ref: string }[]>('select origin_ref as ref from interviews.interview where id = any($1) and origin_ref is not null', [ids]);
    await endScopes(tx, purposesOfSession, ids, 'interviews');
    await endScopes(tx, shared, invited.map(({ ref }) => ref), 'interviews');
    await tx.query('delete from interviews.interview where id = any($1)', [ids]);
    return ids.length;
  }

  private showable(tx: Tx, candidateId: string) {
    return this.live(tx).andWhere(`i.candidateId = :candidateId and i.state = 'scored' and i.mode = 'live' and i.competencyId is null and i.origin = 'practice'`, { candidateId });
  }

  private async open(tx: Tx, interview: Interview): Promise<Interview> {
    interview.mustBeOpen();
    await this.mustBeInTime(tx, interview);
    return interview;
  }

  private live(tx: Tx) {
    return tx.createQueryBuilder(Interview, 'i').where(LIVE);
  }
}
