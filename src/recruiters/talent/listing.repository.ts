import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Listing } from './listing-material.js';

/** Statements that write listings. What ends a listing is no business of theirs: a listing falls with its consent. */
@Injectable()
export class ListingRepository {
  /** One at a time writes the listing of somebody, until the transaction ends. */
  async hold(tx: Tx, candidateId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('listing ' || $1, 0))`, [candidateId]);
  }

  /** Nobody writes the listing of somebody until the transaction ends; others may look at it meanwhile, too. */
  async holdToLook(tx: Tx, candidateId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended('listing ' || $1, 0))`, [candidateId]);
  }

  /** Shows `listing`, under the alias and the id it has, or under new ones. */
  async put(tx: Tx, { subjectId, fields, expiresAt }: Consented<'discovery'>, listing: Listing, alias: string): Promise<void> {
    const { scores, certificate, answers } = listing;
    await tx.query(
      `insert into recruiters.talent_listing as l (candidate_id, fields, grant_expires_at, alias, headline, role_id, role_title, level_id, skills, skill_ids, place, country, remote,
         languages, availability, interview_id, score_certificate_id, top_score, competency_scores, evaluator, score_expires_at, certificate_id, certificate_role, certificate_score, certificate_expires_at, certificate_slug, answers_interview_id, answers_expire_at, blocked)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, case when 'name' = any ($2) then $26 end, $27, $28,
         (select coalesce(array_agg(token), '{}') from recruiters.talent_block where candidate_id = $1))
       on conflict (candidate_id) do update set headline = excluded.headline, role_id = excluded.role_id, role_title = excluded.role_title, level_id = excluded.level_id,
         skills = excluded.skills, skill_ids = excluded.skill_ids, place = excluded.place, country = excluded.country, remote = excluded.remote,
         languages = excluded.languages, availability = excluded.availability, interview_id = excluded.interview_id, score_certificate_id = excluded.score_certificate_id, top_score = excluded.top_score,
         competency_scores = excluded.competency_scores, evaluator = excluded.evaluator, score_expires_at = excluded.score_expires_at, score_is_due = false,
         certificate_id = excluded.certificate_id, certificate_role = excluded.certificate_role, certificate_score = excluded.certificate_score,
         certificate_expires_at = excluded.certificate_expires_at, certificate_slug = excluded.certificate_slug,
         answers_interview_id = excluded.answers_interview_id, answers_expire_at = excluded.answers_expire_at, blocked = excluded.blocked, updated_at = clock.now()`,
      [subjectId, fields, expiresAt ?? 'infinity', alias, listing.headline, listing.roleId, listing.roleTitle, listing.levelId, listing.skills, listing.skillIds,
        listing.place, listing.country, listing.remote, listing.languages, listing.availability, scores?.interviewId ?? null, scores?.certificateId ?? null, scores?.overall ?? null,
        scores && JSON.stringify(scores.competencies), scores?.evaluator ?? null, scores && (scores.until ?? 'infinity'),
        certificate?.certificateId ?? null, certificate?.role ?? null, certificate?.score ?? null, certificate?.validUntil ?? null, certificate?.slug ?? null,
        answers?.interviewId ?? null, answers && (answers.until ?? 'infinity')],
    );
    await this.learnWords(tx, listing);
  }

  /** Nothing is shown of somebody who has nothing to show any more, although they would let it be. */
  async remove(tx: Tx, candidateId: string): Promise<void> {
    await tx.query('delete from recruiters.talent_listing where candidate_id = $1', [candidateId]);
  }

  /** People whose scores or answers are over or were deleted, so that their next best ones are to be looked for. */
  async withScoresDue(tx: Tx, count: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `(select candidate_id as id from recruiters.talent_listing where score_is_due and grant_expires_at > clock.now() limit $1)
       union (select candidate_id from recruiters.talent_listing where score_expires_at <= clock.now() and score_expires_at < 'infinity' and grant_expires_at > clock.now() limit $1)
       union (select candidate_id from recruiters.talent_listing where answers_expire_at <= clock.now() and answers_expire_at < 'infinity' and grant_expires_at > clock.now() limit $1)`,
      [count],
    );
    return rows.map(({ id }) => id);
  }

  /** Words of nobody who is listed are suggested to nobody, and need not be kept. Returns how many went. */
  async forgetWords(tx: Tx): Promise<number> {
    const [, count] = await tx.query<[object[], number]>(
      `delete from recruiters.talent_word w
       where kind = 'skill' and not exists (select from recruiters.talent_listing l where l.skill_ids @> array[w.number])
          or kind = 'role' and not exists (select from recruiters.talent_listing l where lower(l.role_title) = lower(w.word))
          or kind = 'place' and not exists (select from recruiters.talent_listing l where l.plain_place = recruiters.plain(w.word))`,
    );
    return count;
  }

  private async learnWords(tx: Tx, { skills, skillIds, roleTitle, place }: Listing): Promise<void> {
    await tx.query(
      `insert into recruiters.talent_word (kind, word, number)
       select 'skill', s.word, s.number from unnest($1::text[], $2::int[]) as s (word, number)
       union all select 'role', $3, null where $3 <> '' union all select 'place', $4, null where $4 <> ''
       on conflict do nothing`,
      [skills, skillIds, roleTitle, place],
    );
  }
}
