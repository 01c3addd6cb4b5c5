import { randomUUID } from 'node:crypto';
import { type CertificateFacts } from '../../src/certificates/facts.js';
import { allow } from './consents.js';
import { sample } from './media/samples.js';
import { type Answer, type Visitor } from './visitor.js';
import { type World } from './world.js';

/** An interview that was taken whole and without help, spoken where there is a video. */
export interface MadeUpEarning {
  /** With two places: `'7.51'`. */
  readonly score?: string;
  readonly questions?: number;
  /** The answer to the first question was kept as a video. */
  readonly video?: boolean;
  /** What was said to each question; words nobody else says unless it is given. */
  readonly answers?: readonly string[];
}

const ROLE = { id: 'software-engineer', title: 'Software engineer', level: 'mid' } as const;

/** Whose cookie it is. */
export async function accountOf(visitor: Visitor): Promise<string> {
  return ((await visitor.get('/api/session')).body as { account: { id: string } }).account.id;
}

/** A scored interview that earns a certificate, written as rows; its id, and that of its video. */
export async function earned(world: World, accountId: string, { score = '8.04', questions = 5, video = false, answers = [] }: MadeUpEarning = {}): Promise<{ interviewId: string; takeId: string | null }> {
  const { QuestionBank } = await import('../../src/interviews/bank/question-bank.js');
  const interviewId = randomUUID();
  const takeId = video ? randomUUID() : null;
  const asked = world.app.get(QuestionBank).questionsFor(ROLE.id, ROLE.level).slice(0, questions);
  const rows = asked.map(({ id, version, text, kind, competencies }, index) => ({
    position: index + 1, id, version, text, kind, competencies, spoken: video && index === 0, answer: answers[index] ?? nobodysWords(), criteria: criteriaFor(score),
  }));
  await world.database.query(
    `insert into interviews.interview (id, candidate_id, role_id, role_title, level_id, mode, state, started_at, expires_at) values ($1, $2, $3, $4, $5, 'live', 'in_progress', clock.now(), clock.now() + interval '90 days')`,
    [interviewId, accountId, ROLE.id, ROLE.title, ROLE.level]);
  if (video) await allow(world, accountId, 'recording', interviewId);
  await world.database.query(
    `with given as (select * from jsonb_to_recordset($2::jsonb) as g (position smallint, id text, version int, text text, kind text, competencies jsonb, spoken boolean, answer text, criteria jsonb)),
       asked as (insert into interviews.question (interview_id, position, question_id, question_version, text, kind, competencies, think_seconds, answer_seconds)
         select $1, position, id, version, text, kind, array(select jsonb_array_elements_text(competencies)), 30, 120 from given),
       said as (insert into interviews.answer (interview_id, position, text, revision, kind, transcriber)
         select $1, position, answer, 1, case when spoken then 'video' else 'text' end, case when spoken then 'device' else 'candidate' end from given),
       run as (insert into interviews.run (id, interview_id, why, state, evaluator, evaluator_version, rubric, overall, ended_at) values ($1, $1, 'first', 'scored', 'built-in', '1', 'vv-1', $3, clock.now())),
       judged as (insert into interviews.answer_score (run_id, interview_id, position, state, criteria, points, advice, outline) select $1, $1, position, 'scored', criteria, '[]', '[]', '[]' from given)
     update interviews.interview set state = 'scored', submitted_at = clock.now(), scored_at = clock.now(), evaluator = 'built-in', evaluator_version = '1', rubric = 'vv-1', overall = $3, run_id = $1 where id = $1`,
    [interviewId, JSON.stringify(rows), `${Math.round(Number(score) * 100)}/100`]);
  if (takeId !== null) await keptVideo(world, accountId, interviewId, takeId, rows[0]?.answer ?? '');
  return { interviewId, takeId };
}

/** The video of the first answer, playable, with when its words were said. */
async function keptVideo(world: World, accountId: string, interviewId: string, takeId: string, said: string): Promise<void> {
  const { ObjectStore } = await import('../../src/platform/storage/index.js');
  const body = sample('video-vp8.webm');
  const [{ expiresAt } = { expiresAt: new Date() }] = await world.database.query<{ expiresAt: Date }>('select expires_at as "expiresAt" from interviews.interview where id = $1', [interviewId]);
  // No two videos of two people are the same bytes; what stands behind the last packet is read by nobody.
  const object = await world.app.get(ObjectStore).put({ subject: accountId, owner: 'interviews', contentType: 'video/webm', body: Buffer.concat([body, ebmlVoid(takeId)]), maxBytes: 1_000_000, expiresAt });
  await world.database.query(
    `with take as (insert into interviews.take (id, interview_id, position, number, kind, kept_until) values ($1, $2, 1, 1, 'video', $5)),
       told as (insert into interviews.delivery (take_id, duration_ms, speech, timings) values ($1, $6, $7, $8))
     insert into interviews.recording (take_id, subject_id, purpose, scope, fields, grant_expires_at, content_type, state, object, bytes, duration_ms, sent_at, expires_at)
       select $1, subject_id, purpose, scope, fields, expires_at, 'video/webm', 'ready', $3, $4, $6, clock.now(), $5 from consent.live_grant where subject_id = $9 and purpose = 'recording' and scope = $2::uuid::text`,
    [takeId, interviewId, object.id, object.bytes, expiresAt, VIDEO_MS, JSON.stringify([[0, VIDEO_MS]]), JSON.stringify([{ from: 0, to: said.length, startMs: 0, endMs: VIDEO_MS }]), accountId]);
}

const VIDEO_MS = 3_000;

/** An element that readers of the container pass over. */
function ebmlVoid(words: string): Buffer {
  return Buffer.concat([Buffer.from([0xec, 0x80 | words.length]), Buffer.from(words)]);
}

/** Whole numbers of the rubric that make exactly this score. */
function criteriaFor(score: string): Record<string, { score: number; reason: string; quotes: string[] }> {
  const thousandths = Math.round(Number(score) * 1000);
  const base = Math.floor(thousandths / 100);
  // Clarity weighs ten parts in a thousand, so that one of it is a hundredth of the score.
  const scores = { relevance: base, specificity: base, structure: base, reasoning: base, clarity: base + (thousandths - base * 100) / 10 };
  return Object.fromEntries(Object.entries(scores).map(([criterion, value]) => [criterion, { score: value, reason: `It deserves ${value}.`, quotes: [] }]));
}

/** An answer that is like no other. */
function nobodysWords(): string {
  const word = (): string => `w${randomUUID().slice(0, 6)}`;
  return Array.from({ length: 40 }, word).join(' ');
}

/** Asks for the certificate of an interview over HTTP, with what was allowed for it; its id, and the answer. */
export async function askedFor(world: World, visitor: Visitor, interviewId: string, { name = 'Ada Example', takeId = null, published = false }: { name?: string; takeId?: string | null; published?: boolean } = {}): Promise<{ certificateId: string; answer: Answer }> {
  const { id } = (await visitor.post(`/api/interviews/${interviewId}/certificate`)).body as { id: string };
  const accountId = await accountOf(visitor);
  if (takeId !== null) await allow(world, accountId, 'certificate_clip', id);
  if (published) await allow(world, accountId, 'public_certificate', id);
  return { certificateId: id, answer: await visitor.post(`/api/certificates/${id}/issuing`, { name, takeId, eventId: randomUUID() }) };
}

/** As many certificates that were asked for as wanted, without video, whose interviews are gone already; their ids. */
export async function waitingToBeIssued(world: Pick<World, 'database'>, accountId: string, count: number): Promise<string[]> {
  const rows = await world.database.query<{ id: string }>(
    `with made as (insert into certificates.certificate (id, slug, candidate_id, state, step, asked_at, asked_event)
         select gen_random_uuid(), rtrim(translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/', '-_'), '='), $1, 'issuing', 'waiting', clock.now(), gen_random_uuid() from generate_series(1, $2) returning id),
       said as (insert into certificates.content (certificate_id, name, facts) select id, 'Ada Example', $3 from made),
       work as (insert into jobs.outbox (id, kind, name, queue, payload, run_at) select gen_random_uuid(), 'job', 'certificates.issue', 'media', jsonb_build_object('certificateId', id), clock.now() from made)
     select id from made`,
    [accountId, count, JSON.stringify(factsOf('8.04', false))]);
  return rows.map(({ id }) => id);
}

/** A certificate that was issued; what is left out is believable. */
export interface MadeUpCertificate extends MadeUpEarning {
  readonly name?: string;
  /** Whether anybody with the link may see it; true unless it says otherwise. */
  readonly published?: boolean;
  /** Whether it has a part of a video. */
  readonly clip?: boolean;
}

/** What was written down; `slug` ends the address of its page. */
export interface IssuedCertificate {
  readonly certificateId: string;
  readonly interviewId: string;
  readonly slug: string;
  readonly accountId: string;
}

/** A certificate as rows, with consents and stored objects, but small stand-ins for its papers and pictures, and nothing signed. */
export async function issued(world: World, accountId: string, wish: MadeUpCertificate = {}): Promise<IssuedCertificate> {
  const { newToken } = await import('../../src/kernel/index.js');
  const { name = 'Ada Example', score = '8.04', published = true, clip = false } = wish;
  const { interviewId, takeId } = await earned(world, accountId, { ...wish, video: clip });
  const [certificateId, slug] = [randomUUID(), newToken()];
  await world.database.query(
    `with made as (insert into certificates.certificate (id, slug, candidate_id, interview_id, state, expires_at) values ($1, $2, $3, $4, 'draft', clock.now() + interval '7 days'))
     insert into certificates.content (certificate_id, name, facts, take_id, clip_from, clip_to) values ($1, $5, $6, $7, case when $7::uuid is not null then 0 end, case when $7::uuid is not null then 3000 end)`,
    [certificateId, slug, accountId, interviewId, name, JSON.stringify(factsOf(score, clip)), takeId]);
  if (published) await allow(world, accountId, 'public_certificate', certificateId);
  if (clip) await allow(world, accountId, 'certificate_clip', certificateId);
  await finished(world, accountId, certificateId, clip);
  return { certificateId, interviewId, slug, accountId };
}

async function finished(world: World, accountId: string, certificateId: string, clip: boolean): Promise<void> {
  // A place at random as the product draws it, and like there one that nobody has.
  await world.database.query(
    `update certificates.certificate mine set state = 'issued', asked_at = clock.now(), issued_at = clock.now(), valid_until = clock.now() + interval '6 months', expires_at = null,
       status_index = (select place from (select floor(random() * 131072)::int as place from generate_series(1, 9)) drawn
         where not exists (select from certificates.certificate other where other.status_list = mine.status_list and other.status_index = place) limit 1)
     where id = $1`,
    [certificateId]);
  const objects = [...FILES, ...(clip ? [['clip', 'video/webm'] as const] : [])].map(([kind, contentType]) => standIn(world, accountId, kind, contentType));
  for (const { kind, object, bytes, sha256 } of await Promise.all(objects)) {
    if (kind !== 'clip') await world.database.query('insert into certificates.file (certificate_id, kind, object, bytes, sha256) values ($1, $2, $3, $4, $5)', [certificateId, kind, object, bytes, sha256]);
    else await world.database.query(
      `insert into certificates.clip (certificate_id, candidate_id, scope, fields, grant_expires_at, object, bytes, sha256, content_type, duration_ms, captions)
       select $1, subject_id, scope, fields, expires_at, $3, $4, $5, 'video/webm', 3000, $6 from consent.live_grant where subject_id = $2 and purpose = 'certificate_clip' and scope = $1::uuid::text`,
      [certificateId, accountId, object, bytes, sha256, 'WEBVTT\n\n00:00:00.000 --> 00:00:03.000\nI read the logs.\n']);
  }
  await world.database.query(
    `insert into certificates.publication (certificate_id, candidate_id, scope, fields, grant_expires_at)
     select $1, subject_id, scope, fields, expires_at from consent.live_grant where subject_id = $2 and purpose = 'public_certificate' and scope = $1::uuid::text on conflict do nothing`,
    [certificateId, accountId]);
}

const FILES = [['pdf_a4', 'application/pdf'], ['pdf_letter', 'application/pdf'], ['badge_png', 'image/png'], ['badge_svg', 'image/svg+xml'], ['card_png', 'image/png']] as const;

async function standIn(world: World, subject: string, kind: (typeof FILES)[number][0] | 'clip', contentType: string) {
  const { ObjectStore } = await import('../../src/platform/storage/index.js');
  const body = kind === 'clip' ? sample('video-vp8.webm') : Buffer.from(`This stands in for ${kind}.`);
  const [{ until } = { until: new Date() }] = await world.database.query<{ until: Date }>(`select clock.now() + interval '6 months' as until`);
  const { id, bytes, sha256 } = await world.app.get(ObjectStore).put({ subject, owner: 'certificates', contentType, body, maxBytes: 1_000_000, expiresAt: until });
  return { kind, object: id, bytes, sha256 };
}

function factsOf(score: string, clip: boolean): CertificateFacts {
  return {
    roleTitle: ROLE.title, levelTitle: 'Mid-level', overall: score, exact: `${Math.round(Number(score) * 100)}/100`, mark: '7.5',
    competencies: [{ title: 'Problem solving', score }, { title: 'System design', score }], questions: 5,
    evaluator: { name: 'built-in', version: '1', builtIn: true, person: false }, rubric: 'vv-1', transcripts: ['typed'], transcribers: [], takenAt: new Date().toISOString(),
    clip: clip ? { question: 'Tell me about the hardest bug you found.', score, durationMs: 3000 } : null,
  };
}
