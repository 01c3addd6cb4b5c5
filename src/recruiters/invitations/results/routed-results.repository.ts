import { Injectable } from '@nestjs/common';
import { type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';

/** An invited interview that was handed in, with who reads it from now on. */
export interface HandedIn {
  readonly id: string;
  readonly templateId: string;
  readonly organisationId: string;
  readonly candidateId: string;
  readonly jobTitle: string;
  readonly clientName: string | null;
  readonly name: string;
  readonly domain: string;
  readonly isDomainVerified: boolean;
}

/** Statements that let an organisation read what came back. */
@Injectable()
export class RoutedResultRepository {
  constructor(private readonly policy: Policy) {}

  /** Opens what was handed in, for as long as the policy keeps it; null when it is open already, or nobody's. */
  async open(tx: Tx, interviewId: string, submittedAt: Date): Promise<HandedIn | null> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update recruiters.report_access set submitted_at = $2, ends_at = $2::timestamptz + $3::interval where interview_id = $1 and submitted_at is null returning invitation_id as id`,
      [interviewId, submittedAt, this.policy.periodOf('invitedResults').iso]);
    const [opened] = rows;
    if (!opened) return null;
    const [[found]] = await tx.query<[HandedIn[], number]>(
      `update recruiters.invitation i set state = 'complete', completed_at = a.submitted_at, expires_at = a.ends_at
       from recruiters.report_access a, recruiters.organisation o, recruiters.template_version v
       where i.id = $1 and a.invitation_id = i.id and o.id = i.organisation_id and v.id = i.template_version_id and i.state = 'in_progress'
       returning i.id, i.template_id as "templateId", i.organisation_id as "organisationId", a.candidate_id as "candidateId", v.job_title as "jobTitle", v.client_name as "clientName", o.name, o.domain, o.domain_verified_at is not null as "isDomainVerified"`,
      [opened.id]);
    return found ?? null;
  }

  async scored(tx: Tx, interviewId: string, scoredAt: Date): Promise<void> {
    await tx.query('update recruiters.report_access set scored_at = $2 where interview_id = $1 and submitted_at is not null and scored_at is null', [interviewId, scoredAt]);
  }

  /** Interviews that are still awaited, or their scores, after one of them; in the order of their ids. */
  awaited(tx: Tx, after: string | null, count: number): Promise<{ interviewId: string }[]> {
    return tx.query(
      `select a.interview_id as "interviewId" from recruiters.report_access a join recruiters.invitation i on i.id = a.invitation_id
       where (a.submitted_at is null or (a.scored_at is null and i.judged_by = 'ai' and a.ends_at > clock.now())) and ($1::uuid is null or a.interview_id > $1) order by a.interview_id limit $2`, [after, count]);
  }
}
