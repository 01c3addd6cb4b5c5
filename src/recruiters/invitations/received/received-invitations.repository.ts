import { Injectable } from '@nestjs/common';
import { notFound } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { type Named } from '../../organisations/named.js';
import { type TemplateContent } from '../../templates/template-content.js';
import { allowableUntil, ENDED_BECAUSE, WAITS_TO_BE_ALLOWED } from '../ended-because.js';
import { type InvitationState, type Judge } from '../invitation.js';

/** The word of the ledger: `invalidated` is a notice that was changed. */
export const endings = ['withdrawn', 'expired', 'terminated', 'invalidated'] as const;
export type EndedBecause = (typeof endings)[number];

/** An invitation as whoever was invited sees it. */
export interface ReceivedInvitation {
  readonly id: string;
  readonly state: InvitationState;
  readonly email: string | null;
  readonly name: string | null;
  readonly candidateId: string | null;
  readonly personalMessage: string | null;
  readonly organisationId: string;
  readonly templateId: string;
  readonly organisation: Named & { readonly kind: 'employer' | 'agency' };
  /** Whether the organisation may invite at this moment. */
  readonly isStanding: boolean;
  readonly versionId: string;
  readonly client: string | null;
  readonly jobTitle: string;
  readonly content: TemplateContent;
  readonly invitedAt: Date;
  readonly acceptedAt: Date | null;
  readonly startedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly scoredAt: Date | null;
  readonly endedAt: Date | null;
  /** Why what was allowed for it ended; null for what is not withdrawn. */
  readonly endedBecause: EndedBecause | null;
  /** Until when it can be allowed anew, because a changed notice ended it; null for every other one. */
  readonly mayAllowUntil: Date | null;
  readonly deadlineAt: Date;
  readonly sharedUntil: Date | null;
  readonly decidedAt: Date | null;
  readonly interviewId: string | null;
  readonly judgedBy: Judge | null;
  readonly seenAt: Date;
}

/** The same address was invited anew, and that waits for an answer: only one of them can go on. */
const WAITS_ELSEWHERE = `exists (select from recruiters.invitation n where n.template_id = i.template_id and n.email = i.email and n.state in ('invited', 'opened', 'in_progress'))`;

const received = (keptFor: string): string => `select i.id, recruiters.state_of(i) as state, i.email, i.name, i.candidate_id as "candidateId", i.message as "personalMessage", i.organisation_id as "organisationId", i.template_id as "templateId",
    jsonb_build_object('name', o.name, 'domain', o.domain, 'isDomainVerified', o.domain_verified_at is not null, 'kind', o.kind) as organisation, o.state = 'approved' as "isStanding",
    v.id as "versionId", v.client_name as client, v.job_title as "jobTitle", v.content, i.invited_at as "invitedAt", i.accepted_at as "acceptedAt", i.started_at as "startedAt", i.completed_at as "submittedAt",
    a.scored_at as "scoredAt", i.ended_at as "endedAt", case when i.state = 'withdrawn' then ${ENDED_BECAUSE} end as "endedBecause", case when o.state = 'approved' and ${WAITS_TO_BE_ALLOWED} and not ${WAITS_ELSEWHERE} and ${allowableUntil(keptFor)} > clock.now() then ${allowableUntil(keptFor)} end as "mayAllowUntil",
    i.deadline_at as "deadlineAt", a.ends_at as "sharedUntil", (select max(d.decided_at) from recruiters.decision d where d.invitation_id = i.id) as "decidedAt", i.interview_id as "interviewId", i.judged_by as "judgedBy", clock.now() as "seenAt"
  from recruiters.invitation i join recruiters.organisation o on o.id = i.organisation_id join recruiters.template_version v on v.id = i.template_version_id
  left join recruiters.report_access a on a.invitation_id = i.id and a.grant_expires_at > clock.now() and coalesce(a.ends_at > clock.now(), true)
  where i.expires_at > clock.now()`;

/** Statements about the invitations that somebody got. */
@Injectable()
export class ReceivedInvitationRepository {
  private readonly received: string;

  constructor(private readonly policy: Policy) {
    this.received = received(policy.periodOf('invitations').iso);
  }

  /** The newest first. */
  listMine(tx: Tx, candidateId: string, count: number): Promise<ReceivedInvitation[]> {
    return tx.query(`${this.received} and i.candidate_id = $1 order by i.id desc limit $2`, [candidateId, count]);
  }

  /** Those of these ids that are this person's. */
  findMine(tx: Tx, candidateId: string, ids: readonly string[]): Promise<ReceivedInvitation[]> {
    return tx.query(`${this.received} and i.candidate_id = $1 and i.id = any ($2)`, [candidateId, ids]);
  }

  async getMine(tx: Tx, candidateId: string, id: string): Promise<ReceivedInvitation> {
    const [row] = await tx.query<ReceivedInvitation[]>(`${this.received} and i.candidate_id = $1 and i.id = $2`, [candidateId, id]);
    if (!row) throw notFound();
    return row;
  }

  /** Held against every change until the transaction ends. */
  async holdMine(tx: Tx, candidateId: string, id: string): Promise<ReceivedInvitation> {
    await tx.query('select from recruiters.invitation where id = $2 and candidate_id = $1 for update', [candidateId, id]);
    return this.getMine(tx, candidateId, id);
  }

  /** What a link leads to, while the organisation may invite. */
  async findByLink(tx: Tx, tokenHash: string): Promise<ReceivedInvitation | null> {
    const [row] = await tx.query<ReceivedInvitation[]>(`${this.received} and o.state = 'approved' and i.id = (select invitation_id from recruiters.invitation_link where token_hash = $1)`, [tokenHash]);
    return row ?? null;
  }

  async open(tx: Tx, id: string): Promise<void> {
    await tx.query(`update recruiters.invitation set state = 'opened', opened_at = clock.now() where id = $1 and state = 'invited' and deadline_at > clock.now()`, [id]);
  }

  /** From now on it is this account's, and nobody else's. False when it is another's already, or over. */
  async accept(tx: Tx, id: string, candidateId: string): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update recruiters.invitation set state = 'opened', opened_at = coalesce(opened_at, clock.now()), accepted_at = clock.now(), candidate_id = $2
       where id = $1 and candidate_id is null and state in ('invited', 'opened') and deadline_at > clock.now()`, [id, candidateId]);
    return changed > 0;
  }

  /** The interview has begun, or goes on: the organisation may read it once it is handed in, for as long as the consent lives that this hangs from. */
  async start(tx: Tx, { subjectId, scope, fields, expiresAt }: { subjectId: string; scope: string; fields: readonly string[]; expiresAt: Date | null }, { organisationId, interviewId, judgedBy }: { organisationId: string; interviewId: string; judgedBy: Judge }): Promise<void> {
    await tx.query(
      'insert into recruiters.report_access (invitation_id, organisation_id, candidate_id, scope, fields, grant_expires_at, interview_id) values ($1::uuid, $2, $3, $1::text, $4, $5, $6)',
      [scope, organisationId, subjectId, fields, expiresAt ?? 'infinity', interviewId]);
    await tx.query(`update recruiters.invitation set state = 'in_progress', started_at = coalesce(started_at, clock.now()), begun_at = coalesce(begun_at, clock.now()), interview_id = $2, judged_by = $3, ended_at = null, expires_at = deadline_at + $4::interval where id = $1`,
      [scope, interviewId, judgedBy, this.policy.periodOf('invitations').iso]);
  }
}
