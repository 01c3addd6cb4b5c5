import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { purposesOfSession } from '../../platform/policy/index.js';
import { type RecordingState, type TakeKind } from './recordings.dto.js';

/** The consent that a kept take hangs from. */
export type SessionPurpose = (typeof purposesOfSession)[number];

/** A take that is kept, with what has arrived of it. */
export interface Recording {
  readonly takeId: string;
  readonly position: number;
  readonly number: number;
  readonly kind: TakeKind;
  readonly subjectId: string;
  readonly state: RecordingState;
  readonly contentType: string;
  readonly durationMs: number | null;
  readonly bytes: number | null;
  readonly fault: string | null;
  readonly object: string | null;
  readonly expiresAt: Date;
  readonly parts: { readonly part: number; readonly chunks: number[] }[];
}

/** What a recording has become: playable, or not for a reason. */
export type Outcome = { readonly object: string; readonly contentType: string; readonly bytes: number; readonly durationMs: number } | { readonly fault: string };

const RECORDING = `t.id as "takeId", t.position, t.number, t.kind, r.subject_id as "subjectId", r.state, r.content_type as "contentType", r.duration_ms as "durationMs",
  r.bytes::float8 as bytes, r.fault, r.object, r.expires_at as "expiresAt",
  coalesce((select jsonb_agg(jsonb_build_object('part', c.part, 'chunks', c.seqs) order by c.part)
    from (select part, array_agg(seq order by seq) as seqs from interviews.recording_chunk where take_id = r.take_id group by part) c), '[]') as parts`;
const FROM = 'from interviews.recording r join interviews.take t on t.id = r.take_id';
/** Unreadable from the second its time is over. */
const LIVE = 'r.expires_at > clock.now()';

/** Statements about takes that are kept. Each hangs from its consent, and falls with it. */
@Injectable()
export class RecordingRepository {
  async insert(tx: Tx, takeId: string, { subjectId, purpose, scope, fields, expiresAt }: Consented<SessionPurpose>, contentType: string, until: Date): Promise<void> {
    await tx.query(
      `with known as (update interviews.take set kept_until = $8 where id = $1)
       insert into interviews.recording (take_id, subject_id, purpose, scope, fields, grant_expires_at, content_type, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [takeId, subjectId, purpose, scope, fields, expiresAt ?? 'infinity', contentType, until],
    );
  }

  async find(tx: Tx, takeId: string): Promise<Recording | null> {
    const [found] = await tx.query<Recording[]>(`select ${RECORDING} ${FROM} where r.take_id = $1 and ${LIVE}`, [takeId]);
    return found ?? null;
  }

  /** As `find`, and nobody else changes it until the transaction ends. */
  async findLocked(tx: Tx, takeId: string): Promise<Recording | null> {
    await tx.query('select from interviews.recording where take_id = $1 for update', [takeId]);
    return this.find(tx, takeId);
  }

  /** What is kept of the last take of each question. */
  ofInterview(tx: Tx, interviewId: string): Promise<Recording[]> {
    return tx.query(
      `select ${RECORDING} ${FROM} where t.interview_id = $1 and ${LIVE}
         and not exists (select from interviews.take later where later.interview_id = t.interview_id and later.position = t.position and later.number > t.number) order by t.position`,
      [interviewId],
    );
  }

  /** False when there was none. */
  async delete(tx: Tx, takeId: string): Promise<boolean> {
    const [, count] = await tx.query<[unknown[], number]>('delete from interviews.recording where take_id = $1', [takeId]);
    return count > 0;
  }

  /** False when it was sent before. */
  async send(tx: Tx, takeId: string): Promise<boolean> {
    const [, count] = await tx.query<[unknown[], number]>(`update interviews.recording set state = 'sent', sent_at = clock.now() where take_id = $1 and state = 'recording'`, [takeId]);
    return count > 0;
  }

  /** Sends what has come in of an interview, and deletes what nothing came in of: the takes that are to be assembled. */
  async sendAll(tx: Tx, interviewId: string): Promise<string[]> {
    // A piece that is just coming in is waited for, and then seen.
    await tx.query('select from interviews.recording r join interviews.take t on t.id = r.take_id where t.interview_id = $1 for update of r', [interviewId]);
    await tx.query(
      `delete from interviews.recording r using interviews.take t where t.id = r.take_id and t.interview_id = $1 and r.state = 'recording'
         and not exists (select from interviews.recording_chunk c where c.take_id = r.take_id)`,
      [interviewId],
    );
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update interviews.recording r set state = 'sent', sent_at = clock.now() from interviews.take t where t.id = r.take_id and t.interview_id = $1 and r.state = 'recording' returning r.take_id as id`,
      [interviewId],
    );
    return rows.map(({ id }) => id);
  }

  /** Writes down what a sent recording has become, once, and lets its chunks go: the end of its time, or null when it was settled before or is gone. */
  async settle(tx: Tx, takeId: string, outcome: Outcome): Promise<Date | null> {
    const became = 'fault' in outcome ? { state: 'broken', fault: outcome.fault, object: null, contentType: null, bytes: null, durationMs: null } : { state: 'ready', fault: null, ...outcome };
    const [rows] = await tx.query<[{ expiresAt: Date }[], number]>(
      `update interviews.recording r set state = $2, fault = $3, object = $4, content_type = coalesce($5, content_type), bytes = $6, duration_ms = $7
        where take_id = $1 and state = 'sent' and ${LIVE} returning expires_at as "expiresAt"`,
      [takeId, became.state, became.fault, became.object, became.contentType, became.bytes, became.durationMs],
    );
    if (!rows[0]) return null;
    await tx.query('delete from interviews.recording_chunk where take_id = $1', [takeId]);
    return rows[0].expiresAt;
  }

  /** The invited interview that a take belongs to, once it is handed in; null for any other. */
  async handedInOf(tx: Tx, takeId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      'select i.id from interviews.take t join interviews.interview i on i.id = t.interview_id where t.id = $1 and i.origin_group is not null and i.submitted_at is not null', [takeId]);
    return row?.id ?? null;
  }

  /** Recordings that were sent longer than `seconds` ago and are not settled. */
  async hopeless(tx: Tx, seconds: number, count: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select take_id as id from interviews.recording where state = 'sent' and sent_at < clock.now() - make_interval(secs => $1) order by sent_at limit $2`,
      [seconds, count],
    );
    return rows.map(({ id }) => id);
  }

  /** Recordings that were sent, or asked for again, longer than `seconds` ago and are not settled: they count as asked for again. */
  async askAgain(tx: Tx, seconds: number, count: number): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update interviews.recording set asked_again_at = clock.now() where take_id in (
         select take_id from interviews.recording where state = 'sent' and coalesce(asked_again_at, sent_at) < clock.now() - make_interval(secs => $1) order by sent_at limit $2 for update skip locked)
       returning take_id as id`,
      [seconds, count],
    );
    return rows.map(({ id }) => id);
  }

  /** Deletes up to `count` whose time is over: the interview of each. */
  async deleteExpired(tx: Tx, count: number): Promise<string[]> {
    const [rows] = await tx.query<[{ scope: string }[], number]>(
      `delete from interviews.recording where take_id in (select take_id from interviews.recording where expires_at <= clock.now() order by expires_at limit $1 for update skip locked) returning scope`,
      [count],
    );
    return rows.map(({ scope }) => scope);
  }

  /** What is allowed for an interview that was handed in although nothing is kept under it any more. */
  async idlePurposes(tx: Tx, interviewId: string): Promise<SessionPurpose[]> {
    const rows = await tx.query<{ purpose: SessionPurpose }[]>(
      `select g.purpose from interviews.interview i join consent.live_grant g on g.subject_id = i.candidate_id and g.scope = i.id::text
        where i.id = $1 and i.state <> 'in_progress' and g.purpose = any($2)
         and not exists (select from interviews.recording r where r.subject_id = g.subject_id and r.purpose = g.purpose and r.scope = g.scope)`,
      [interviewId, purposesOfSession],
    );
    return rows.map(({ purpose }) => purpose);
  }
}
