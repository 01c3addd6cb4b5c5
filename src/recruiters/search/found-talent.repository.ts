import { Injectable } from '@nestjs/common';
import { prepared, type Tx } from '../../platform/db/index.js';
import { TALENT_COLUMNS, type TalentRow } from '../talent/listed-talent.js';
import { asksForScores, Conditions, type Sought } from './conditions.js';
import { type Cursor } from './page-cursor.js';

/** As much is counted; of more it is only said that there are more. */
export const COUNTED = 1000;
/** Relevance is found among the best of those who fit: ranking every hit takes a hundred times as long. */
export const RANKED = 500;
const MOST_VALUES = 12;

const SCORED = 'l.top_score is not null and l.score_expires_at > $1';
const UNSCORED = '(l.top_score is null or l.score_expires_at <= $1)';

/** Somebody who was found, and where the page goes on after them. */
export type FoundRow = TalentRow & { readonly rank?: number };

/** How often a value stands among those who were counted. */
export interface Tally {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The statements of the search. They run as `viva_talent`, which can read nothing but what is listed. */
@Injectable()
export class FoundTalentRepository {
  /** The highest score first, then those without one. */
  async byScore(tx: Tx, sought: Sought, after: Cursor | null, count: number): Promise<FoundRow[]> {
    const scored = after?.at === 'unscored' ? [] : await this.scored(tx, sought, after?.at === 'scored' ? after : null, count);
    if (scored.length === count || asksForScores(sought.query)) return scored;
    return [...scored, ...(await this.unscored(tx, sought, after?.at === 'unscored' ? after.id : null, count - scored.length))];
  }

  newest(tx: Tx, sought: Sought, after: Cursor | null, count: number): Promise<FoundRow[]> {
    const conditions = new Conditions(sought);
    if (after?.at === 'listed') conditions.add(`(l.listed_at, l.talent_id) < (?, ${conditions.parameter(after.id)}::uuid)`, after.by);
    return tx.query(
      `select ${TALENT_COLUMNS} from recruiters.talent_listing l where ${conditions.where}
       order by l.listed_at desc, l.talent_id desc limit ${conditions.parameter(count)}`, conditions.values);
  }

  /**
   * Those who use the words of `text` most, among the first 500 by a score that still counts. Asked for in two parts, each of
   * which an index has in order; sorted by an expression, every hit would be read.
   */
  byRelevance(tx: Tx, sought: Sought, text: string, after: Cursor | null, count: number): Promise<FoundRow[]> {
    const conditions = new Conditions(sought);
    const words = conditions.parameter(text);
    const past = after?.at === 'ranked' ? `where (l.rank, l.talent_id) < (${conditions.parameter(after.by)}::float4, ${conditions.parameter(after.id)}::uuid)` : '';
    return tx.query(
      `select ${TALENT_COLUMNS}, l.rank from (
         select l.*, ts_rank_cd(l.search, plainto_tsquery('simple', recruiters.plain(${words}))) as rank from (
           (select 1 as part, ${READ} from recruiters.talent_listing l where ${conditions.where} and ${SCORED} order by l.top_score desc nulls last, l.talent_id desc limit ${RANKED})
           union all
           (select 2, ${READ} from recruiters.talent_listing l where ${conditions.where} and ${UNSCORED} order by l.talent_id desc limit ${RANKED})
           order by part, top_score desc, talent_id desc limit ${RANKED}) l) l
       ${past} order by l.rank desc, l.talent_id desc limit ${conditions.parameter(count)}`, conditions.values);
  }

  /** How many fit, up to one more than are counted, and the values of their fields, the most frequent first. */
  async tally(tx: Tx, sought: Sought): Promise<{ found: number; tallies: Tally[] }> {
    const conditions = new Conditions(sought);
    const statement =
      `with found as materialized (
         select l.role_id, l.role_title, l.level_id, l.skills, l.place, l.remote, l.languages, l.availability, case when l.certificate_expires_at > $1 then 'valid' end as certificate
         from recruiters.talent_listing l where ${conditions.where} limit ${COUNTED + 1}),
       counted as (select * from found limit ${COUNTED}),
       said (id, value, label) as (
         select 'role', coalesce(role_id, role_title), role_title from counted
         union all select 'level', level_id, level_id from counted
         union all select 'skills', skill, skill from counted, unnest(skills) as skill
         union all select 'place', place, place from counted
         union all select 'remote', remote, remote from counted
         union all select 'language', language, language from counted, unnest(languages) as language
         union all select 'availability', availability, availability from counted
         union all select 'certificate', certificate, certificate from counted),
       tallied as (
         select id, value, min(label) as label, count(*)::int as count, row_number() over (partition by id order by count(*) desc, value) as place
         from said where value is not null group by id, value)
       select '' as id, '' as value, '' as label, count(*)::int as count, 0 as place from found
       union all select * from tallied where place <= ${MOST_VALUES} order by id, place`;
    // Without conditions it is the same for everybody; with some, its plan should know them.
    const rows = await tx.query<Tally[]>(conditions.asksNothing ? prepared(statement) : statement, conditions.values);
    const [total, ...tallies] = rows;
    return { found: total?.count ?? 0, tallies };
  }

  /** How many who fit were listed in (after, until], up to one more than are counted. */
  async countListed(tx: Tx, sought: Sought, after: Date, until: Date): Promise<number> {
    const conditions = new Conditions(sought).add('l.listed_at > ?', after).add('l.listed_at <= ?', until);
    const [row] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from (select from recruiters.talent_listing l where ${conditions.where} limit ${COUNTED + 1}) found`, conditions.values);
    return row?.count ?? 0;
  }

  private scored(tx: Tx, sought: Sought, after: { by: string | Date; id: string } | null, count: number): Promise<FoundRow[]> {
    const conditions = new Conditions(sought);
    if (after) conditions.add(`(l.top_score, l.talent_id) < (?::numeric, ${conditions.parameter(after.id)}::uuid)`, after.by);
    return tx.query(
      `select ${TALENT_COLUMNS} from recruiters.talent_listing l where ${conditions.where} and ${SCORED}
       order by l.top_score desc nulls last, l.talent_id desc limit ${conditions.parameter(count)}`, conditions.values);
  }

  private unscored(tx: Tx, sought: Sought, after: string | null, count: number): Promise<FoundRow[]> {
    const conditions = new Conditions(sought);
    if (after) conditions.add('l.talent_id < ?::uuid', after);
    return tx.query(
      `select ${TALENT_COLUMNS} from recruiters.talent_listing l where ${conditions.where} and ${UNSCORED}
       order by l.talent_id desc limit ${conditions.parameter(count)}`, conditions.values);
  }
}

const READ = `l.talent_id, l.fields, l.grant_expires_at, l.alias, l.headline, l.role_id, l.role_title, l.level_id, l.skills, l.place, l.country, l.remote, l.languages,
  l.availability, l.score_expires_at, l.top_score, l.evaluator, l.competency_scores, l.certificate_role, l.certificate_score, l.certificate_expires_at, l.certificate_slug, l.listed_at, l.search`;
