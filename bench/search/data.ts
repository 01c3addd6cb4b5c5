import { Client } from 'pg';
import { loadSkillDictionary } from '../../src/candidates/skills/load-skill-dictionary.js';
import { skillNumber } from '../../src/recruiters/talent/skill-number.js';
import { type TestDatabase } from '../../test/support/database.js';

/** Every how manieth candidate is listed, of ten. */
const LISTED_OF_TEN = 3;
export const WORDS = 3000;

/** Skills with the numbers they have in the index, the most frequent first. */
export const benchSkills = loadSkillDictionary().skills.map(({ id, name }) => ({ id, name, number: skillNumber({ id, name }) }));

/**
 * Fills a database with so many candidates, three of ten listed, with their grants and ledger rows. Few skills, words and places
 * are frequent and many are rare, as among people. Triggers and keys are left out while it is written: that the product
 * cannot do so is shown elsewhere.
 */
export async function fill(database: TestDatabase, superuserUrl: string, candidates: number): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = new URL(database.ownerUrl).pathname;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '256MB'; select setseed(0.42)`);
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index where indrelid = 'recruiters.talent_listing'::regclass and not indisunique`);
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await client.query('create temporary table skill (place int primary key, name text, number int)');
    await client.query('insert into skill select * from unnest($1::int[], $2::text[], $3::int[])', [benchSkills.map((_, index) => index), benchSkills.map(({ name }) => name), benchSkills.map(({ number }) => number)]);
    // In one transaction, so that `now()` is the same for a grant and for the listing that hangs from it.
    await client.query('begin');
    for (const statement of statements(candidates)) await client.query(statement);
    await client.query('commit');
    for (const { made } of indexes) await client.query(made);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

const often = (most: number, how = 3): string => `floor(${most} * power(random(), ${how}))::int`;

function statements(candidates: number): string[] {
  const listed = `from person where number % 10 < ${LISTED_OF_TEN}`;
  return [
    `create temporary table person as select number, gen_random_uuid() as id, gen_random_uuid() as record, gen_random_uuid() as interview, random() as luck, gen_random_uuid() as ref,
       array(select distinct ${often(benchSkills.length)} from generate_series(1, 6 + number % 7)) as skills,
       (select string_agg('word' || ${often(WORDS)}, ' ') from generate_series(1, 8 + number % 3)) as headline,
       ${often(8, 1.5)} as role, ${often(4, 1)} as level, ${often(400)} as town
     from generate_series(1, ${candidates}) as number`,
    `insert into auth."user" (id, name, email, "emailVerified") select id, 'Person ' || number, 'person' || number || '@example.com', true from person`,
    `insert into accounts.account (id, roles, declared_age_reached) select id, '{candidate}', 18 from person`,
    `insert into candidates.profile (account_id, headline, role_title, skills, place) select id, headline, 'Role ' || role, array(select name from skill where place = any (person.skills)), 'Town ' || town from person`,
    `insert into consent.subject (account_id, ref) select id, ref ${listed}`,
    `insert into consent.record (id, subject_ref, version, event_id, purpose, fields, status, notice_version, notice_hash, locale, wording, how, place, actor, legal_basis, jurisdiction, at, expires_at, trace_hash, previous_hash, hash)
       select record, ref, 1, gen_random_uuid(), 'discovery', '{headline,languages,place,scores,skills}', 'given', 1, repeat('0', 64), 'en', 'Recruiters can find me', 'switch', '/visibility', 'subject', 'eu-gdpr:A6-1-a', 'European Union',
         date_trunc('milliseconds', now()), date_trunc('milliseconds', now() + interval '1 year'), repeat('0', 64), repeat('0', 64), encode(sha256(record::text::bytea), 'hex') ${listed}`,
    `insert into consent.live_grant (subject_id, purpose, fields, expires_at, notice_version, record_id, given_at)
       select id, 'discovery', '{headline,languages,place,scores,skills}', date_trunc('milliseconds', now() + interval '1 year'), 1, record, now() ${listed}`,
    `insert into interviews.interview (id, candidate_id, role_id, role_title, level_id, mode, state, started_at, submitted_at, scored_at, expires_at, evaluator, evaluator_version, rubric, overall)
       select interview, id, 'software-engineer', 'Software engineer', 'mid', 'live', 'scored', now(), now(), now(), now() + interval '80 days', 'built-in', '1', 'vv-1', '7/1' ${listed} and luck < 0.85`,
    `insert into recruiters.talent_listing (candidate_id, fields, grant_expires_at, alias, headline, role_title, level_id, skills, skill_ids, place, country, remote, languages,
         interview_id, top_score, competency_scores, evaluator, score_expires_at, listed_at)
       select id, '{headline,languages,place,scores,skills}', date_trunc('milliseconds', now() + interval '1 year'), 'Person ' || number, headline, 'Role ' || role, (array['junior', 'mid', 'senior', 'lead'])[level + 1],
         names, numbers, 'Town ' || town, 'PT', (array['onsite', 'hybrid', 'remote', 'any'])[1 + number % 4], array['en', (array['pt', 'de', 'fr', 'es'])[1 + level]],
         case when luck < 0.85 then interview end, case when luck < 0.85 then score end, case when luck < 0.85 then jsonb_build_object('system-design', score::text, 'communication', '6.500') end,
         case when luck < 0.85 then 'built-in' end, case when luck < 0.85 then now() + interval '80 days' end, date_trunc('milliseconds', now() - number * interval '1 second')
       from (select *, (2 + 7.9 * (random() + random() + random()) / 3)::numeric(5, 3) as score from person) person
       cross join lateral (select array_agg(name) as names, array_agg(skill.number) as numbers from skill where place = any (person.skills)) named
       where number % 10 < ${LISTED_OF_TEN}`,
    `insert into recruiters.talent_word (kind, word, number) select 'skill', name, number from skill`,
    'drop table person',
  ];
}
