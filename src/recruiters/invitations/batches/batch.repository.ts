import { Injectable } from '@nestjs/common';
import { notFound } from '../../../kernel/index.js';
import { deleteEnded, type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';

/** Many invitations at once, as whoever sent them follows them. */
export interface Batch {
  readonly id: string;
  readonly templateId: string;
  readonly jobTitle: string;
  readonly lines: number;
  readonly sent: number;
  readonly passedOver: number;
  readonly madeAt: Date;
  readonly finishedAt: Date | null;
}

export interface NewBatch {
  readonly id: string;
  readonly organisationId: string;
  readonly senderId: string;
  readonly versionId: string;
  readonly eventId: string;
  readonly message: string | null;
}

/** Somebody whose turn it is. `id`: of the invitation that takes the place of the line. */
export interface Line {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
}

/** Long enough for a job that was lost to have come back by itself. */
const STUCK_AFTER = '10 minutes';
const SHOWN = `select b.id, v.template_id as "templateId", v.job_title as "jobTitle", b.lines, b.sent, b.passed_over as "passedOver", b.made_at as "madeAt", b.finished_at as "finishedAt"
  from recruiters.invitation_batch b join recruiters.template_version v on v.id = b.template_version_id where b.organisation_id = $1 and b.expires_at > clock.now()`;

/** Statements about batches and the lines of them that wait. */
@Injectable()
export class BatchRepository {
  constructor(private readonly policy: Policy) {}

  async getMine(tx: Tx, organisationId: string, id: string): Promise<Batch> {
    const [row] = await tx.query<Batch[]>(`${SHOWN} and b.id = $2`, [organisationId, id]);
    if (!row) throw notFound();
    return row;
  }

  /** What an act of the organisation made before; null when it is new. */
  async findByEvent(tx: Tx, organisationId: string, eventId: string): Promise<Batch | null> {
    const [row] = await tx.query<Batch[]>(`${SHOWN} and b.event_id = $2`, [organisationId, eventId]);
    return row ?? null;
  }

  async add(tx: Tx, { id, organisationId, senderId, versionId, eventId, message }: NewBatch, lines: readonly Line[]): Promise<void> {
    await tx.query(
      `insert into recruiters.invitation_batch (id, organisation_id, sender_id, template_version_id, event_id, message, lines, expires_at) values ($1, $2, $3, $4, $5, $6, $7, clock.now() + $8::interval)`,
      [id, organisationId, senderId, versionId, eventId, message, lines.length, this.policy.periodOf('invitations').iso],
    );
    await tx.query(
      `insert into recruiters.invitation_line (batch_id, place, invitation_id, email, name) select $1, place, (line->>'id')::uuid, line->>'email', line->>'name' from jsonb_array_elements($2::jsonb) with ordinality as l (line, place)`, [id, JSON.stringify(lines)]);
  }

  /** How many an organisation may invite in a day at most, and how many of them it has not invited in the last one, nor is about to. */
  async today(tx: Tx, organisationId: string): Promise<{ most: number; left: number }> {
    const [row] = await tx.query<{ count: number }[]>(
      `select (select count(*) from recruiters.invitation where organisation_id = $1 and invited_at > clock.now() - interval '1 day')::int
         + (select count(*) from recruiters.invitation_line l join recruiters.invitation_batch b on b.id = l.batch_id where b.organisation_id = $1)::int as count`, [organisationId]);
    const most = this.policy.values.limits.rates.interviewInvitationsPerDay;
    return { most, left: most - (row?.count ?? 0) };
  }

  /** The next whose turn it is, by no other process; they come again only if `tx` is undone. */
  async takeLines(tx: Tx, id: string, count: number): Promise<Line[]> {
    const [rows] = await tx.query<[Line[], number]>(
      `delete from recruiters.invitation_line where (batch_id, place) in (
         select batch_id, place from recruiters.invitation_line where batch_id = $1 order by place limit $2 for update skip locked) returning invitation_id as id, email, name`, [id, count]);
    return rows;
  }

  /** It is through with the last of its lines. */
  async count(tx: Tx, id: string, { sent, passedOver }: { sent: number; passedOver: number }): Promise<void> {
    await tx.query(
      `update recruiters.invitation_batch set sent = sent + $2, passed_over = passed_over + $3, moved_at = clock.now(),
         finished_at = case when sent + passed_over + $2 + $3 = lines then clock.now() end where id = $1`, [id, sent, passedOver]);
  }

  /** Those that have not gone on for a while; each is named again only after another while. */
  async stuck(tx: Tx): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update recruiters.invitation_batch set moved_at = clock.now() where finished_at is null and moved_at <= clock.now() - $1::interval and expires_at > clock.now() returning id`, [STUCK_AFTER]);
    return rows.map(({ id }) => id);
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'recruiters.invitation_batch');
  }
}
