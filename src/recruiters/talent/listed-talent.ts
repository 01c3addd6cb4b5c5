/** What may be shown of somebody, as a search finds it; null (or an empty list) where it is not shared. */
export interface TalentRow {
  readonly talentId: string;
  readonly fields: readonly string[];
  readonly grantExpiresAt: Date;
  readonly alias: string;
  readonly headline: string | null;
  readonly roleId: string | null;
  readonly roleTitle: string | null;
  readonly levelId: string | null;
  readonly skills: readonly string[];
  readonly place: string | null;
  readonly country: string | null;
  readonly remote: string | null;
  readonly languages: readonly string[];
  readonly availability: string | null;
  readonly scores: ListedScores | null;
  readonly certificate: ShownCertificate | null;
  readonly listedAt: Date;
}

/** The best results somebody shares. Scores are decimals with three places, cut off and not rounded: `'7.421'`. */
export interface ListedScores {
  readonly overall: string;
  readonly evaluator: string;
  /** Null when they stay until they are deleted. ISO 8601. */
  readonly expiresAt: string | null;
  readonly competencies: Readonly<Record<string, string>>;
}

/** The best valid certificate somebody shares. The score as in `ListedScores`, `validUntil` in ISO 8601. */
export interface ShownCertificate {
  readonly role: string;
  readonly score: string;
  readonly validUntil: string;
  /** Of its page, which bears a name; null where the name is not shared. */
  readonly slug: string | null;
}

/** A listed person as one organisation may see them; name and address only where they allow it to this organisation. */
export interface ListedTalent extends TalentRow {
  readonly name?: string;
  readonly email?: string;
}

/** The columns of `TalentRow`, for a statement about `recruiters.talent_listing l` whose first parameter is the time it is. */
export const TALENT_COLUMNS = `l.talent_id as "talentId", l.fields, l.grant_expires_at as "grantExpiresAt", l.alias, l.headline, l.role_id as "roleId",
  l.role_title as "roleTitle", l.level_id as "levelId", l.skills, l.place, l.country, l.remote, l.languages, l.availability,
  case when l.score_expires_at > $1 then jsonb_build_object('overall', l.top_score::text, 'evaluator', l.evaluator, 'competencies', l.competency_scores,
    'expiresAt', case when l.score_expires_at < 'infinity' then to_char(l.score_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end) end as scores,
  case when l.certificate_expires_at > $1 then jsonb_build_object('role', l.certificate_role, 'score', l.certificate_score::text, 'slug', l.certificate_slug,
    'validUntil', to_char(l.certificate_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as certificate, l.listed_at as "listedAt"`;

/** Who may be shown to whom: a live consent, nobody who is hidden, and nobody who blocked the organisation. First parameter the time, second its block tokens. */
export const VISIBLE = 'l.grant_expires_at > $1 and not l.blocked && $2::text[] and (l.hidden_until is null or l.hidden_until <= $1)';
