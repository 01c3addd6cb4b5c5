select l.talent_id as "talentId", l.fields, l.grant_expires_at as "grantExpiresAt", l.alias, l.headline, l.role_id as "roleId",
l.role_title as "roleTitle", l.level_id as "levelId", l.skills, l.place, l.country, l.remote, l.languages, l.availability,
case when l.score_expires_at > $1 then jsonb_build_object('overall', l.top_score::text, 'evaluator', l.evaluator, 'competencies', l.competency_scores,
'expiresAt', case when l.score_expires_at < 'infinity' then to_char(l.score_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end) end as scores,
case when l.certificate_expires_at > $1 then jsonb_build_object('role', l.certificate_role, 'score', l.certificate_score::text, 'slug', l.certificate_slug,
'validUntil', to_char(l.certificate_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as certificate, l.listed_at as "listedAt" from recruiters.talent_listing l where l.grant_expires_at > $1 and not l.blocked && $2::text[] and (l.hidden_until is null or l.hidden_until <= $1) and l.top_score is not null and l.score_expires_at > $1
order by l.top_score desc nulls last, l.talent_id desc limit $3;

select l.talent_id as "talentId", l.fields, l.grant_expires_at as "grantExpiresAt", l.alias, l.headline, l.role_id as "roleId",
l.role_title as "roleTitle", l.level_id as "levelId", l.skills, l.place, l.country, l.remote, l.languages, l.availability,
case when l.score_expires_at > $1 then jsonb_build_object('overall', l.top_score::text, 'evaluator', l.evaluator, 'competencies', l.competency_scores,
'expiresAt', case when l.score_expires_at < 'infinity' then to_char(l.score_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end) end as scores,
case when l.certificate_expires_at > $1 then jsonb_build_object('role', l.certificate_role, 'score', l.certificate_score::text, 'slug', l.certificate_slug,
'validUntil', to_char(l.certificate_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as certificate, l.listed_at as "listedAt" from recruiters.talent_listing l where l.grant_expires_at > $1 and not l.blocked && $2::text[] and (l.hidden_until is null or l.hidden_until <= $1) and (l.top_score is null or l.score_expires_at <= $1)
order by l.talent_id desc limit $3;
