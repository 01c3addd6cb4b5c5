import { randomUUID } from 'node:crypto';
import { personWith, signedIn } from './people.js';
import { Visitor } from './visitor.js';
import { type World } from './world.js';

/** What somebody says of themself and shares; what is left out is believable. */
export interface MadeUpTalent {
  readonly name?: string;
  readonly headline?: string;
  readonly roleTitle?: string;
  readonly level?: 'junior' | 'mid' | 'senior' | 'lead';
  readonly skills?: readonly string[];
  readonly place?: string;
  readonly country?: string;
  readonly remote?: 'onsite' | 'hybrid' | 'remote' | 'any';
  readonly languages?: readonly string[];
  readonly availability?: 'now' | 'month' | 'quarter' | 'looking_later';
  /** The fields shared besides headline and skills; all of them unless it says otherwise. */
  readonly shares?: readonly string[];
  /** The best result of an interview, as a decimal. */
  readonly score?: string;
  readonly competencies?: Readonly<Record<string, number>>;
}

export const EVERYTHING = ['availability', 'email', 'languages', 'name', 'place', 'scores'];

/** Somebody recruiters can find, through the same desk as everybody. */
export interface ListedCandidate {
  readonly accountId: string;
  readonly talentId: string;
  readonly email: string;
  readonly visitor: Visitor;
}

export async function listedCandidate(world: World, wish: MadeUpTalent = {}): Promise<ListedCandidate> {
  const email = `talent-${randomUUID().slice(0, 8)}@example.com`;
  const accountId = await personWith(world, { email, name: wish.name ?? 'Maren Holt' });
  await world.database.query(
    `insert into candidates.profile (account_id, headline, role_id, role_title, level_id, skills, place, country, remote, languages, availability)
     values ($1, $2, case when $3 = 'Software engineer' then 'software-engineer' end, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [accountId, wish.headline ?? 'Builds things that last', wish.roleTitle ?? 'Software engineer', wish.level ?? 'mid', wish.skills ?? ['TypeScript', 'PostgreSQL'],
      wish.place ?? 'Lisbon', wish.country ?? 'PT', wish.remote ?? 'hybrid', wish.languages ?? ['en', 'pt'], wish.availability ?? 'month'],
  );
  if (wish.score) await scored(world, accountId, wish.score, wish.competencies);
  await share(world, accountId, wish.shares ?? EVERYTHING);
  const visitor = new Visitor(world.url);
  visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
  return { accountId, talentId: await talentIdOf(world, accountId), email, visitor };
}

/** Gives, renews or changes the consent to be found. */
export async function share(world: World, accountId: string, fields: readonly string[]): Promise<void> {
  const { ConsentDesk } = await import('../../src/consent/index.js');
  const { Database } = await import('../../src/platform/db/index.js');
  const { Policy } = await import('../../src/platform/policy/index.js');
  await world.app.get(Database).transaction((tx) => world.app.get(ConsentDesk).give(tx, { ...act(accountId), fields, noticeVersion: world.app.get(Policy).values.purposes.discovery.version }));
}

/** Takes it back. */
export async function hide(world: World, accountId: string): Promise<void> {
  const { ConsentDesk } = await import('../../src/consent/index.js');
  const { Database } = await import('../../src/platform/db/index.js');
  await world.app.get(Database).transaction((tx) => world.app.get(ConsentDesk).withdraw(tx, act(accountId)));
}

/** The results of a whole interview without help, as if it had been scored just now. Its id. */
export async function scored(world: World, accountId: string, score: string, competencies: Readonly<Record<string, number>> = {}): Promise<string> {
  const id = randomUUID();
  await world.database.query(
    `insert into interviews.interview (id, candidate_id, role_id, role_title, level_id, mode, state, started_at, submitted_at, scored_at, expires_at, evaluator, evaluator_version, rubric, overall)
     values ($1, $2, 'software-engineer', 'Software engineer', 'mid', 'live', 'scored', clock.now(), clock.now(), clock.now(), clock.now() + interval '90 days', 'built-in', '1', 'vv-1', $3)`,
    [id, accountId, `${Math.round(Number(score) * 1000)}/1000`],
  );
  await world.database.query(
    `with run as (insert into interviews.run (id, interview_id, why, state, evaluator, evaluator_version, rubric, overall, ended_at) select id, id, 'first', 'scored', evaluator, evaluator_version, rubric, overall, scored_at from interviews.interview where id = $1 returning id)
     update interviews.interview i set run_id = run.id from run where i.id = $1`, [id]);
  for (const [index, [competency, value]] of Object.entries(competencies).entries()) {
    const criteria = Object.fromEntries(['relevance', 'specificity', 'structure', 'reasoning', 'clarity'].map((criterion) => [criterion, { score: value * 10, reason: '', quotes: [] }]));
    await world.database.query(
      `with asked as (insert into interviews.question (interview_id, position, question_id, question_version, text, kind, competencies, think_seconds, answer_seconds) values ($1, $2, 'q', 1, 'Why?', 'behavioural', array[$3], 30, 120))
       insert into interviews.answer_score (run_id, interview_id, position, state, criteria, points, advice, outline) values ($1, $1, $2, 'scored', $4, '[]', '[]', '[]')`,
      [id, index + 1, competency, JSON.stringify(criteria)],
    );
  }
  return id;
}

/** An answer as it is scored: each criterion by the same number, from 0 to 10. */
export interface MadeUpAnswer {
  readonly question: string;
  readonly text: string;
  readonly score: number;
  readonly followUp?: { readonly question: string; readonly text: string };
}

/** As `scored`, with what was asked and said in it. */
export async function answered(world: World, accountId: string, score: string, answers: readonly MadeUpAnswer[]): Promise<string> {
  const id = await scored(world, accountId, score);
  for (const [index, { question, text, score: mark, followUp }] of answers.entries()) {
    const criteria = Object.fromEntries(['relevance', 'specificity', 'structure', 'reasoning', 'clarity'].map((criterion) => [criterion, { score: Math.round(mark * 10), reason: '', quotes: [] }]));
    await world.database.query(
      `with asked as (insert into interviews.question (interview_id, position, question_id, question_version, text, kind, competencies, think_seconds, answer_seconds, follows)
           select $1::uuid, p.position, 'q', 1, p.text, 'behavioural', array['system-design'], 30, 120, p.follows from (values ($2::int, $3, null), ($2 + 100, $4, $2)) as p (position, text, follows) where p.text is not null),
         said as (insert into interviews.answer (interview_id, position, text, revision, kind, transcriber) select $1, p.position, p.text, 1, 'text', 'candidate' from (values ($2::int, $5), ($2 + 100, $6)) as p (position, text) where p.text is not null)
       insert into interviews.answer_score (run_id, interview_id, position, state, criteria, points, advice, outline) values ($1, $1, $2, 'scored', $7, '[]', '[]', '[]')`,
      [id, index + 1, question, followUp?.question ?? null, text, followUp?.text ?? null, JSON.stringify(criteria)],
    );
  }
  return id;
}

/** The id recruiters know somebody by; the empty text when they are not listed. */
export async function talentIdOf(world: World, accountId: string): Promise<string> {
  const [row] = await world.database.query<{ id: string }>('select talent_id as id from recruiters.talent_listing where candidate_id = $1', [accountId]);
  return row?.id ?? '';
}

function act(subjectId: string) {
  return { subjectId, purpose: 'discovery' as const, wording: 'Recruiters can find me', locale: 'en', how: 'switch' as const, where: '/visibility', eventId: randomUUID() };
}
