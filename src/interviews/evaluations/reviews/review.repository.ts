import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';

/** How long somebody may look at a review that they opened, before others may open it. */
export const HOLD_MINUTES = 30;

/** A review as whoever decides sees it in the list: what is to be decided, not by whom it was said. */
export interface ReviewLine {
  readonly id: string;
  readonly roleId: string;
  readonly levelId: string;
  readonly questions: number;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly isOverdue: boolean;
  readonly isOwn: boolean;
  /** By somebody else, until then; null when it is free. */
  readonly heldUntil: Date | null;
  readonly isHeldByMe: boolean;
  readonly decidedAt: Date | null;
}

/** A review with what it is about. */
export interface Review {
  readonly id: string;
  readonly interviewId: string;
  readonly candidateId: string;
  readonly firstRun: string;
  readonly secondRun: string | null;
  readonly dueAt: Date;
  readonly decidedAt: Date | null;
  /** Null when nobody has it open, or not any more. */
  readonly heldUntil: Date | null;
  /** Whether the caller was the last to open it, in time or not. */
  readonly isTakenByMe: boolean;
}

/** Interviews that are still there, of people who have not deleted their account, and not those somebody was invited to: these are read by whoever invited, and nobody else. */
export const READABLE = `i.origin = 'practice' and (i.expires_at is null or i.expires_at > clock.now()) and not exists (select from accounts.closed_account gone where gone.account_id = i.candidate_id)`;
const HELD = 'r.decided_at is null and r.held_until > clock.now()';

/** Statements about interviews that wait for a person. */
@Injectable()
export class ReviewRepository {
  /** Due so many days from now. */
  async insert(tx: Tx, interviewId: string, runs: { first: string; second: string | null }, days: number): Promise<{ id: string; askedAt: Date; dueAt: Date }> {
    const [row] = await tx.query<{ id: string; askedAt: Date; dueAt: Date }[]>(
      `insert into interviews.review (id, interview_id, first_run, second_run, due_at) values ($1, $2, $3, $4, clock.now() + make_interval(days => $5))
       returning id, asked_at as "askedAt", due_at as "dueAt"`,
      [newId(), interviewId, runs.first, runs.second, days],
    );
    if (!row) throw new Error('The review was not stored');
    return row;
  }

  /** What waits, the most urgent first, or what was decided, the newest first; behind `after` when it is given. */
  list(tx: Tx, operatorId: string, { decided, after, limit }: { decided: boolean; after: string | null; limit: number }): Promise<ReviewLine[]> {
    const [at, way, past] = decided ? ['r.decided_at', 'desc', '<'] : ['r.due_at', 'asc', '>'];
    return tx.query<ReviewLine[]>(
      `select r.id, i.role_id as "roleId", i.level_id as "levelId", (select count(*)::int from interviews.question q where q.interview_id = i.id and q.follows is null) as questions,
         r.asked_at as "askedAt", r.due_at as "dueAt", r.decided_at is null and r.due_at <= clock.now() as "isOverdue", i.candidate_id = $1 as "isOwn",
         case when ${HELD} and r.held_by is distinct from $1 then r.held_until end as "heldUntil", coalesce(${HELD} and r.held_by = $1, false) as "isHeldByMe", r.decided_at as "decidedAt"
       from interviews.review r join interviews.interview i on i.id = r.interview_id
       where (r.decided_at is not null) = $2 and ${READABLE}
         and ($3::uuid is null or (${at}, r.id) ${past} (select ${at.replace('r.', 'b.')}, b.id from interviews.review b where b.id = $3))
       order by ${at} ${way}, r.id ${way} limit $4`,
      [operatorId, decided, after, limit],
    );
  }

  /** With its row locked; null when there is none, or what it is about is gone. */
  async lock(tx: Tx, id: string, operatorId: string): Promise<Review | null> {
    const [review] = await tx.query<Review[]>(
      `select r.id, r.interview_id as "interviewId", i.candidate_id as "candidateId", r.first_run as "firstRun", r.second_run as "secondRun", r.due_at as "dueAt", r.decided_at as "decidedAt",
         case when ${HELD} then r.held_until end as "heldUntil", coalesce(r.held_by = $2, false) as "isTakenByMe"
       from interviews.review r join interviews.interview i on i.id = r.interview_id where r.id = $1 and ${READABLE} for update of i, r`,
      [id, operatorId],
    );
    return review ?? null;
  }

  /** The caller holds its lock. Until when. */
  async hold(tx: Tx, id: string, operatorId: string): Promise<Date> {
    const [[row]] = await tx.query<[{ until: Date }[], number]>(
      `update interviews.review set held_by = $2, held_until = clock.now() + make_interval(mins => $3) where id = $1 returning held_until as until`, [id, operatorId, HOLD_MINUTES]);
    if (!row) throw new Error('The review to hold is gone');
    return row.until;
  }

  async letGo(tx: Tx, id: string): Promise<void> {
    await tx.query('update interviews.review set held_by = null, held_until = null where id = $1', [id]);
  }

  async settle(tx: Tx, id: string): Promise<void> {
    await tx.query('update interviews.review set decided_at = clock.now(), held_by = null, held_until = null where id = $1', [id]);
  }

  /** When a person decides about an interview, or did; null when nobody was asked. */
  async ofInterview(tx: Tx, interviewId: string): Promise<{ secondRun: string | null; dueAt: Date; decidedAt: Date | null } | null> {
    const [row] = await tx.query<{ secondRun: string | null; dueAt: Date; decidedAt: Date | null }[]>(
      'select second_run as "secondRun", due_at as "dueAt", decided_at as "decidedAt" from interviews.review where interview_id = $1', [interviewId]);
    return row ?? null;
  }
}
