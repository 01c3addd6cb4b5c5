with found as materialized (
select l.role_id, l.role_title, l.level_id, l.skills, l.place, l.remote, l.languages, l.availability, case when l.certificate_expires_at > $1 then 'valid' end as certificate
from recruiters.talent_listing l where l.grant_expires_at > $1 and not l.blocked && $2::text[] and (l.hidden_until is null or l.hidden_until <= $1) and l.skill_ids @> $3::int[] and l.search @@ plainto_tsquery('simple', recruiters.plain($4)) limit 1001),
counted as (select * from found limit 1000),
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
union all select * from tallied where place <= 12 order by id, place;
