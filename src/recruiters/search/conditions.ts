import { VISIBLE } from '../talent/listed-talent.js';
import { type SavedQuery } from './search.dto.js';

/** A search with its skills as the numbers of the index, asked at a time by an organisation. */
export interface Sought {
  readonly query: SavedQuery;
  readonly allSkills: readonly number[];
  readonly anySkills: readonly number[];
  readonly now: Date;
  /** Whoever blocked one of these is not there. */
  readonly blockTokens: readonly string[];
}

/** The part of a statement about `recruiters.talent_listing l` that says who fits, and its parameters: the time first, the block tokens second. */
export class Conditions {
  private readonly said: string[] = [VISIBLE];
  readonly values: unknown[];

  constructor({ query, allSkills, anySkills, now, blockTokens }: Sought) {
    this.values = [now, blockTokens];
    if (allSkills.length > 0) this.add('l.skill_ids @> ?::int[]', allSkills);
    if (anySkills.length > 0) this.add('l.skill_ids && ?::int[]', anySkills);
    if (query.text) this.add(`l.search @@ plainto_tsquery('simple', recruiters.plain(?))`, query.text);
    if (query.role) this.add('(lower(l.role_title) = lower(?) or l.role_id = ?)', query.role);
    if (query.level) this.add('l.level_id = ?', query.level);
    if (query.place) this.add(/^[a-z]{2}$/i.test(query.place) ? 'l.country = upper(?)' : 'l.plain_place = recruiters.plain(?)', query.place);
    if (query.remote) this.add('l.remote = any (?::text[])', [query.remote, 'any']);
    if (query.language) this.add('l.languages @> array[?::text]', query.language);
    if (query.availability) this.add('l.availability = any (?::text[])', readyBy(query.availability));
    if (query.certificate) this.add('l.certificate_expires_at > ?', this.values[0]);
    this.addFloors(query);
  }

  /** One more condition; each `?` in it is `value`. */
  add(condition: string, value: unknown): this {
    const place = this.parameter(value);
    this.said.push(condition.replaceAll('?', place));
    return this;
  }

  /** A parameter that belongs to no condition: its name in the statement. */
  parameter(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** Whether nothing was asked for: the statement is then the same for everybody. */
  get asksNothing(): boolean {
    return this.values.length === 2;
  }

  get where(): string {
    return this.said.join(' and ');
  }

  /** Nobody is found by scores that they do not share, or that are over. */
  private addFloors(query: SavedQuery): void {
    if (query.minScore) this.add('l.top_score >= ?::numeric and l.score_expires_at > $1', query.minScore);
    for (const [competency, least] of floorsOf(query)) {
      this.add(`(l.competency_scores ->> ${this.parameter(competency)})::numeric >= ?::numeric and l.score_expires_at > $1`, least);
    }
  }
}

/** Whether only those can fit who share their scores. */
export function asksForScores({ minScore, ...query }: SavedQuery): boolean {
  return Boolean(minScore) || floorsOf(query).length > 0;
}

/** The floors of competencies, by id. */
export function floorsOf(query: SavedQuery): [competency: string, least: number][] {
  return Object.entries(query).flatMap(([name, least]) => (name.startsWith('min.') && typeof least === 'number' && least > 0 ? [[name.slice(4), least]] : []));
}

const READY = ['now', 'month', 'quarter'] as const;

/** Whoever can begin at once can begin within a month, too. */
function readyBy(wanted: NonNullable<SavedQuery['availability']>): readonly string[] {
  return wanted === 'looking_later' ? [wanted] : READY.slice(0, READY.indexOf(wanted) + 1);
}
