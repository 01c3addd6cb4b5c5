import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

const WAITS = `i.state in ('invited', 'opened', 'in_progress') and i.deadline_at > clock.now() and i.email is not null`;
const OF_THOSE_WHO_MAY = `join recruiters.organisation o on o.id = i.organisation_id and o.state = 'approved'`;

interface Row {
  readonly id: string;
}

/** Statements about invitations whose moment has come, whosever they are. Each takes what nobody else is at work on. */
@Injectable()
export class InvitationSweepRepository {
  /** Those to be reminded of the first time; they count as reminded. Who is close to the deadline gets the last reminder alone. */
  takeForReminder(tx: Tx, { after, before }: { after: string; before: string }, count: number): Promise<string[]> {
    return taken(tx,
      `update recruiters.invitation set reminded_at = clock.now() where id in (
         select i.id from recruiters.invitation i ${OF_THOSE_WHO_MAY}
         where ${WAITS} and i.reminded_at is null and i.invited_at <= clock.now() - $1::interval and i.deadline_at > clock.now() + $2::interval
         order by i.id limit $3 for update of i skip locked) returning id`,
      [after, before, count]);
  }

  /** Those whose deadline is close. Whoever was invited as shortly before is not reminded of what they have just read. */
  takeForLastReminder(tx: Tx, before: string, count: number): Promise<string[]> {
    return taken(tx,
      `update recruiters.invitation set reminded_last_at = clock.now() where id in (
         select i.id from recruiters.invitation i ${OF_THOSE_WHO_MAY}
         where ${WAITS} and i.reminded_last_at is null and i.deadline_at <= clock.now() + $1::interval and i.invited_at <= clock.now() - $1::interval
         order by i.id limit $2 for update of i skip locked) returning id`,
      [before, count]);
  }

  /** Those past their deadline, with the interviews that were begun. */
  due(tx: Tx, count: number): Promise<{ id: string; interviewId: string | null }[]> {
    return tx.query(`select id, interview_id as "interviewId" from recruiters.invitation where state in ('invited', 'opened', 'in_progress') and deadline_at <= clock.now() order by deadline_at, id limit $1`, [count]);
  }

  /** Those whose period is over. */
  async forgettable(tx: Tx, count: number): Promise<string[]> {
    const rows = await tx.query<Row[]>('select id from recruiters.invitation where expires_at <= clock.now() order by expires_at limit $1', [count]);
    return rows.map(({ id }) => id);
  }

  async delete(tx: Tx, gone: readonly string[]): Promise<void> {
    await tx.query('delete from recruiters.invitation where id = any ($1) and expires_at <= clock.now()', [gone]);
  }
}

async function taken(tx: Tx, statement: string, parameters: unknown[]): Promise<string[]> {
  const [rows] = await tx.query<[Row[], number]>(statement, parameters);
  return rows.map(({ id }) => id);
}
