import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** What stands above the answers of somebody who was invited. */
export interface Reviewed {
  readonly invitationId: string;
  readonly templateId: string;
  readonly candidateId: string;
  readonly interviewId: string;
  /** What whoever invited them called them; null when they did not. */
  readonly name: string | null;
  readonly email: string | null;
  readonly jobTitle: string;
  readonly clientName: string | null;
  readonly judgedBy: 'ai' | 'people';
  /** Whether the scores of others are kept from whoever has not rated yet. */
  readonly rateFirst: boolean;
  readonly submittedAt: Date;
  readonly scoredAt: Date | null;
  readonly endsAt: Date;
}

/** Statements about interviews that an organisation may read; whoever calls has asked whether it may. */
@Injectable()
export class ReviewedRepository {
  of(tx: Tx, invitationIds: readonly string[]): Promise<Reviewed[]> {
    return tx.query<Reviewed[]>(
      `select i.id as "invitationId", i.template_id as "templateId", a.candidate_id as "candidateId", a.interview_id as "interviewId", i.name, i.email, v.job_title as "jobTitle", v.client_name as "clientName",
         coalesce(i.judged_by, 'ai') as "judgedBy", coalesce((v.content ->> 'rateFirst')::boolean, true) as "rateFirst", a.submitted_at as "submittedAt", a.scored_at as "scoredAt", a.ends_at as "endsAt"
       from recruiters.report_access a join recruiters.invitation i on i.id = a.invitation_id join recruiters.template_version v on v.id = i.template_version_id
       where a.invitation_id = any ($1::uuid[]) and a.submitted_at is not null and a.ends_at > clock.now() order by a.submitted_at desc, i.id`,
      [invitationIds],
    );
  }
}
