select l.talent_id as "talentId", l.fields, l.grant_expires_at as "grantExpiresAt", l.alias, l.headline, l.role_id as "roleId",
l.role_title as "roleTitle", l.level_id as "levelId", l.skills, l.place, l.country, l.remote, l.languages, l.availability,
case when l.score_expires_at > $1 then jsonb_build_object('overall', l.top_score::text, 'evaluator', l.evaluator, 'competencies', l.competency_scores,
'expiresAt', case when l.score_expires_at < 'infinity' then to_char(l.score_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end) end as scores,
case when l.certificate_expires_at > $1 then jsonb_build_object('role', l.certificate_role, 'score', l.certificate_score::text, 'slug', l.certificate_slug,
'validUntil', to_char(l.certificate_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as certificate, l.listed_at as "listedAt", l.rank from (
select l.*, ts_rank_cd(l.search, plainto_tsquery('simple', recruiters.plain($4))) as rank from (
(select 1 as part, l.talent_id, l.fields, l.grant_expires_at, l.alias, l.headline, l.role_id, l.role_title, l.level_id, l.skills, l.place, l.country, l.remote, l.languages,
l.availability, l.score_expires_at, l.top_score, l.evaluator, l.competency_scores, l.certificate_role, l.certificate_score, l.certificate_expires_at, l.certificate_slug, l.listed_at, l.search from recruiters.talent_listing l where l.grant_expires_at > $1 and not l.blocked && $2::text[] and (l.hidden_until is null or l.hidden_until <= $1) and l.search @@ plainto_tsquery('simple', recruiters.plain($3)) and l.top_score is not null and l.score_expires_at > $1 order by l.top_score desc nulls last, l.talent_id desc limit 500)
union all
(select 2, l.talent_id, l.fields, l.grant_expires_at, l.alias, l.headline, l.role_id, l.role_title, l.level_id, l.skills, l.place, l.country, l.remote, l.languages,
l.availability, l.score_expires_at, l.top_score, l.evaluator, l.competency_scores, l.certificate_role, l.certificate_score, l.certificate_expires_at, l.certificate_slug, l.listed_at, l.search from recruiters.talent_listing l where l.grant_expires_at > $1 and not l.blocked && $2::text[] and (l.hidden_until is null or l.hidden_until <= $1) and l.search @@ plainto_tsquery('simple', recruiters.plain($3)) and (l.top_score is null or l.score_expires_at <= $1) order by l.talent_id desc limit 500)
order by part, top_score desc, talent_id desc limit 500) l) l
where (l.rank, l.talent_id) < ($5::float4, $6::uuid) order by l.rank desc, l.talent_id desc limit $7;
