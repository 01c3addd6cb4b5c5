import { Injectable } from '@nestjs/common';
import { notFound } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { isHidden, SHOWN_END, SHOWN_STATE } from '../hidden-people.js';
import { type InvitationState } from '../invitation.js';
import { type TrackedInvitation } from './tracked-invitation.js';

/** What is shared is there as long as the grant lives that it hangs from, its own clock runs, and nobody is hidden: all of it in this one join. */
const SENT = `select * from (
  select i.id, i.organisation_id as "organisationId", i.template_id as "templateId", v.id as "versionId", v.job_title as "jobTitle", v.client_name as "clientName", i.email, i.name, ${SHOWN_STATE} as state, i.refusal,
    i.sender_id as "senderId", i.batch_id as "batchId", i.candidate_id as "candidateId", i.invited_at as "invitedAt", i.opened_at as "openedAt", i.started_at as "startedAt", i.completed_at as "completedAt", ${SHOWN_END} as "endedAt",
    i.deadline_at as "deadlineAt", greatest(i.reminded_at, i.reminded_last_at) as "remindedAt", jsonb_array_length(v.content->'questions') as "questionCount", i.judged_by as "judgedBy", v.content->'newYork'->>'auditDate' as "auditDate",
    a.interview_id as "sharedInterviewId", i.interview_id as "interviewId", a.scored_at as "scoredAt", a.ends_at as "readableUntil",
    exists (select from recruiters.decision d where d.invitation_id = i.id) as "isDecided",
    exists (select from recruiters.copy c where c.invitation_id = i.id) or exists (select from recruiters.deletion d where d.invitation_id = i.id) as "isPassedOn"
  from recruiters.invitation i join recruiters.template_version v on v.id = i.template_version_id
  left join recruiters.report_access a on a.invitation_id = i.id and a.organisation_id = i.organisation_id and a.grant_expires_at > clock.now() and coalesce(a.ends_at > clock.now(), true) and not ${isHidden('a.candidate_id')}
  where i.expires_at > clock.now()) sent where "organisationId" = $1`;

const IS_OPEN = `state in ('invited', 'opened', 'in_progress') and deadline_at > clock.now()`;

/** Statements about the invitations of one organisation; another's are not found. */
@Injectable()
export class SentInvitationRepository {
  constructor(private readonly policy: Policy) {}

  async getMine(tx: Tx, organisationId: string, id: string): Promise<TrackedInvitation> {
    const [row] = await tx.query<TrackedInvitation[]>(`${SENT} and id = $2`, [organisationId, id]);
    if (!row) throw notFound();
    return row;
  }

  /** The newest first, those before `after` when it is given. */
  list(tx: Tx, organisationId: string, { templateId, state, after, count }: { templateId: string; state: InvitationState | null; after: string | null; count: number }): Promise<TrackedInvitation[]> {
    return tx.query(`${SENT} and "templateId" = $2 and ($3::text is null or state = $3) and ($4::uuid is null or id < $4) order by id desc limit $5`, [organisationId, templateId, state, after, count]);
  }

  /** How many of a template stand how. */
  async counts(tx: Tx, organisationId: string, templateId: string): Promise<Partial<Record<InvitationState, number>>> {
    const rows = await tx.query<{ state: InvitationState; count: number }[]>(
      `select ${SHOWN_STATE} as state, count(*)::int as count from recruiters.invitation i where organisation_id = $1 and template_id = $2 and expires_at > clock.now() group by 1`, [organisationId, templateId]);
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  /** Whoever gets the invitation anew is not reminded of it besides. False when it is no longer open. */
  async sentAgain(tx: Tx, id: string): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(`update recruiters.invitation set reminded_at = coalesce(reminded_at, clock.now()) where id = $1 and email is not null and ${IS_OPEN}`, [id]);
    return changed > 0;
  }

  /** The last reminder goes out before the new deadline, too. False when it is no longer open, or its deadline is not before. */
  async moveDeadline(tx: Tx, id: string, at: Date): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update recruiters.invitation set deadline_at = $2, expires_at = $2::timestamptz + $3::interval, reminded_last_at = null where id = $1 and ${IS_OPEN} and deadline_at < $2`, [id, at, this.policy.periodOf('invitations').iso]);
    return changed > 0;
  }

  /** As if it was sent for the first time, with the whole time of its template; whoever had accepted it accepts it anew. */
  async beginAnew(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update recruiters.invitation i set state = 'invited', invited_at = clock.now(), deadline_at = d.deadline, expires_at = d.deadline + $2::interval, candidate_id = null, interview_id = null, judged_by = null,
         opened_at = null, accepted_at = null, started_at = null, completed_at = null, ended_at = null, reminded_at = null, reminded_last_at = null
       from (select v.id, clock.now() + make_interval(days => (v.content->>'deadlineDays')::int) as deadline from recruiters.template_version v) d
       where i.id = $1 and d.id = i.template_version_id`,
      [id, this.policy.periodOf('invitations').iso],
    );
  }
}
