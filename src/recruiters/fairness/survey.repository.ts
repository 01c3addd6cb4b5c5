import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Group, type Race, type Sex } from './impact.js';

/** What somebody says of themself; null is "I would rather not say". */
export interface SelfDescription {
  readonly sex: Sex | null;
  readonly race: Race | null;
}

/** Statements about the check for fairness. What somebody answered can be written and deleted here, and not read. */
@Injectable()
export class SurveyRepository {
  /** Until when the results of an own interview are there that a program scores; null without any. The row stays until the transaction ends. */
  async countableUntil(tx: Tx, candidateId: string, invitationId: string): Promise<Date | null> {
    const [row] = await tx.query<{ until: Date }[]>(
      `select a.ends_at as until from recruiters.report_access a join recruiters.invitation i on i.id = a.invitation_id
       where i.id::text = $2 and a.candidate_id = $1 and i.judged_by = 'ai' and a.submitted_at is not null and a.ends_at > clock.now() for key share of a`,
      [candidateId, invitationId],
    );
    return row?.until ?? null;
  }

  /** "Acme, Data analyst" by invitation, as far as they are there. */
  async names(tx: Tx, candidateId: string, invitationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; name: string }[]>(
      `select i.id, o.name || ', ' || v.job_title as name from recruiters.invitation i join recruiters.organisation o on o.id = i.organisation_id join recruiters.template_version v on v.id = i.template_version_id
       where i.candidate_id = $1 and i.id::text = any ($2) and i.expires_at > clock.now()`,
      [candidateId, invitationIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async isMine(tx: Tx, candidateId: string, invitationId: string): Promise<boolean> {
    return (await tx.query<object[]>('select 1 from recruiters.invitation where id = $2 and candidate_id = $1 and expires_at > clock.now()', [candidateId, invitationId])).length > 0;
  }

  async isAnswered(tx: Tx, candidateId: string, invitationId: string): Promise<boolean> {
    return (await tx.query<object[]>('select 1 from survey.answer where invitation_id = $2 and subject_id = $1', [candidateId, invitationId])).length > 0;
  }

  /** False when there is an answer already. */
  async add(tx: Tx, { subjectId, scope, fields, expiresAt }: Consented<'demographic_survey'>, { sex, race }: SelfDescription, until: Date): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `insert into survey.answer (invitation_id, subject_id, scope, fields, grant_expires_at, sex, race, expires_at)
       values ($1::uuid, $2, $1, $3, coalesce($4::timestamptz, 'infinity'), $5, $6, $7) on conflict (invitation_id) do nothing returning invitation_id`,
      [scope, subjectId, fields, expiresAt, sex, race, until],
    );
    return rows.length > 0;
  }

  /** The invitation an interview rests on, as long as its results are there. */
  async invitationOf(tx: Tx, interviewId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('select invitation_id as id from recruiters.report_access where interview_id = $1', [interviewId]);
    return row?.id ?? null;
  }

  /** The score that counts from now on, in thousandths. */
  async putScore(tx: Tx, invitationId: string, score: number, tallyKept: string): Promise<void> {
    await tx.query(
      `insert into survey.score (invitation_id, template_id, score, handed_in_at, tally_kept)
         select i.id, i.template_id, $2, coalesce(a.submitted_at, clock.now()), $3::interval from recruiters.report_access a join recruiters.invitation i on i.id = a.invitation_id where i.id = $1
       on conflict (invitation_id) do update set score = excluded.score`,
      [invitationId, score, tallyKept],
    );
  }

  async dropScore(tx: Tx, invitationId: string): Promise<void> {
    await tx.query('delete from survey.score where invitation_id = $1', [invitationId]);
  }

  groups(tx: Tx, templateId: string, year: number): Promise<Group[]> {
    return tx.query('select kind, sex, race, people, above from survey.groups($1, $2)', [templateId, year]);
  }

  /** Makes up to `limit` results that are over part of the count; returns the invitations whose answers are over with them. */
  async countEnded(tx: Tx, limit: number): Promise<string[]> {
    await tx.query('select survey.count(s.invitation_id) from (select invitation_id from survey.score join recruiters.report_access a using (invitation_id) where a.ends_at <= clock.now() limit $1) s', [limit]);
    const rows = await tx.query<{ id: string }[]>(
      `select scope as id from consent.live_grant g where g.purpose = 'demographic_survey'
         and not exists (select from recruiters.report_access a where a.invitation_id::text = g.scope and a.submitted_at is not null and a.ends_at > clock.now())
         and not exists (select from survey.score s where s.invitation_id::text = g.scope) limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** All at once: they are few, and their places may not be read, by which larger tables are emptied in batches. */
  async forgetTallies(tx: Tx): Promise<void> {
    await tx.query('delete from survey.tally where expires_at <= clock.now()');
  }
}
