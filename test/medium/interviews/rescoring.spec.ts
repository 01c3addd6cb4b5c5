import { randomUUID } from 'node:crypto';
import { allow, takeBack } from '../../support/consents.js';
import { doubted } from '../../support/doubted-interview.js';
import { personWith, signedIn } from '../../support/people.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';
import { JudgingServer } from './judging-server.js';

interface Rescoring { id: string; total: number; done: number; notScored: number; settled: string | null; counts: number; leftOut: number }
interface Comparison {
  interviews: number;
  figures: { meanDifference: number; pearson: number | null; sameSide: number; largest: { interviewId: string; firstRun: string; secondRun: string; first: string; second: string }[] } | null;
}

const ANTHROPIC = 'anthropic/claude-sonnet-4-6';
const TEXT = 'I read the logs, saw that all failures came from one server, took it out, and fixed the lock, because the customers waited. Failures went from two percent to zero.';
const server = new JudgingServer('anthropic');
let world: World;
let candidate: Visitor;
let candidateId: string;
let operator: Visitor;

beforeAll(async () => {
  world = await World.create({ ANTHROPIC_API_KEY: 'key-of-the-operator', ANTHROPIC_BASE_URL: await server.open(), AI_QUESTIONS: 'none' });
  ({ visitor: candidate, id: candidateId } = await person('grace.hopper@example.com', 'candidate'));
  ({ visitor: operator } = await person('operator@example.com', 'operator'));
  await setUpSecondFactor(operator);
  await allow(world, candidateId, 'ai_processing', 'anthropic');
});
afterAll(async () => {
  await world.destroy();
  await server.close();
});
beforeEach(async () => {
  Object.assign(server, { asked: 0, isAway: false, scores: 60 });
  await world.database.query('delete from interviews.rescoring');
  await world.database.query('delete from interviews.interview');
});

async function person(email: string, role: 'candidate' | 'operator'): Promise<{ visitor: Visitor; id: string }> {
  const id = await personWith(world, { email, roles: [role] });
  const visitor = new Visitor(world.url);
  visitor.keep(`viva.session_token=${await signedIn(world, id)}; Path=/`);
  return { visitor, id };
}

const scored = async (aiProcessing = false): Promise<string> => {
  const { id } = (await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3, aiProcessing })).body as { id: string };
  await candidate.put(`/api/interviews/${id}/answers/1`, { text: TEXT, baseRevision: 0 });
  await candidate.post(`/api/interviews/${id}/submission`);
  await world.settle();
  return id;
};
/** As if another version of the evaluator, or another rubric, had scored it before today. */
const scoredLongAgo = (id: string, { overall = '1/1', version = '0', rubric = 'vv-1' } = {}) => world.database.query(
  `with r as (update interviews.run set overall = $2, evaluator_version = $3, rubric = $4 where interview_id = $1)
   update interviews.interview set overall = $2, evaluator_version = $3, rubric = $4 where id = $1`, [id, overall, version, rubric]);
const overallOf = async (id: string): Promise<string | null> => (await world.database.query<{ overall: string | null }>('select overall from interviews.interview where id = $1', [id]))[0]?.overall ?? null;
const rescore = (body: object) => operator.post('/api/operations/rescorings', body);
const asked = async (body: object): Promise<string> => {
  const { status, body: made } = await rescore(body);
  expect(status).toBe(201);
  return (made as Rescoring).id;
};
const look = async (id: string): Promise<Rescoring | undefined> => ((await operator.get('/api/operations/rescorings')).body as { rescorings: Rescoring[] }).rescorings.find((each) => each.id === id);
const adopt = (id: string) => operator.post(`/api/operations/rescorings/${id}/adoption`);
const scoresOf = (rescoringId: string) => world.database.query<{ runs: number; scores: number }>(
  'select count(distinct r.id)::int as runs, count(s.*)::int as scores from interviews.run r left join interviews.answer_score s on s.run_id = r.id where r.rescoring_id = $1', [rescoringId]);
const keyOf = (evaluator: string, version: string): string => `${evaluator}|${version}|vv-1`;

describe('scoring interviews once more', () => {
  it('stands beside what counts until an operator lets it count; then the report says so, and its candidate is told', async () => {
    const ids = [await scored(), await scored()];
    const today = await overallOf(ids[0] ?? '');
    for (const id of ids) await scoredLongAgo(id);
    const batch = await asked({ evaluator: 'built-in' });
    expect((await adopt(batch)).body).toMatchObject({ code: 'interviews.rescoring_under_way' });
    await world.settle();
    expect(await look(batch)).toMatchObject({ total: 2, done: 2, notScored: 0, settled: null });
    for (const id of ids) expect(await overallOf(id)).toBe('1/1');
    expect((await adopt(batch)).status).toBe(202);
    await world.settle();
    expect(await look(batch)).toMatchObject({ settled: 'adopted', counts: 2, leftOut: 0 });
    expect(await overallOf(ids[0] ?? '')).toBe(today);
    const report = (await candidate.get(`/api/interviews/${ids[0]}/report`)).body as { evaluator: { version: string } };
    expect(report.evaluator.version).not.toBe('0');
    const { notes } = (await candidate.get('/api/notes')).body as { notes: { kind: string }[] };
    expect(notes.filter(({ kind }) => kind === 'interviews.scored_again')).toHaveLength(2);
    expect((await adopt(batch)).body).toMatchObject({ code: 'interviews.rescoring_settled' });
    expect((await operator.delete(`/api/operations/rescorings/${batch}`)).body).toMatchObject({ code: 'interviews.rescoring_settled' });
  });

  it('leaves nothing that points to a run which is gone, and nothing points to a run of another interview', async () => {
    const [id, other] = [await scored(), await scored()];
    const [theirs] = await world.database.query<{ id: string }>('select id from interviews.run where interview_id = $1', [other]);
    await doubted(world, id);
    const runOf = (why: string): string => `(select id from interviews.run where interview_id = '${id}' and why = '${why}' order by evaluator limit 1)`;
    for (const wrong of [theirs?.id, randomUUID()]) {
      for (const pointing of ['interviews.interview set run_id = $1 where id = $2', 'interviews.review set second_run = $1 where interview_id = $2', 'interviews.run set based_on = $1 where interview_id = $2']) {
        await expect(world.database.query(`update ${pointing}`, [wrong, id])).rejects.toThrow('points to a run that is not there');
      }
    }
    await world.database.query(`update interviews.run set based_on = ${runOf('first')} where interview_id = $1 and why = 'second'`, [id]);
    const before = await world.database.query<{ counts: boolean; based: boolean }>(`select i.run_id = ${runOf('first')} as counts, r.based_on = i.run_id as based from interviews.interview i join interviews.run r on r.interview_id = i.id and r.why = 'second' where i.id = $1`, [id]);
    expect(before).toEqual([{ counts: true, based: true }]);
    await world.database.query(`delete from interviews.run where id = ${runOf('first')}`);
    expect(await world.database.query(`select i.run_id, r.based_on from interviews.interview i join interviews.run r on r.interview_id = i.id and r.why = 'second' where i.id = $1`, [id])).toEqual([{ run_id: null, based_on: null }]);
    expect(await world.database.query('select 1 from interviews.review where interview_id = $1', [id])).toEqual([]);
    expect(await world.database.query('select 1 from interviews.interview where id = $1 and run_id is not null', [other])).toHaveLength(1);
  });

  it('goes on where a killed worker ended, and makes nothing twice', async () => {
    for (let made = 0; made < 3; made += 1) await scored();
    const batch = await asked({ evaluator: 'built-in' });
    await world.database.query(`update interviews.run set lease_token = gen_random_uuid(), lease_until = clock.now() + interval '150 seconds' where id = (select id from interviews.run where rescoring_id = $1 limit 1)`, [batch]);
    await world.settle();
    expect(await look(batch)).toMatchObject({ total: 3, done: 2 });
    await world.database.moveClock('160 seconds');
    await world.settle();
    expect(await look(batch)).toMatchObject({ total: 3, done: 3 });
    expect(await scoresOf(batch)).toEqual([{ runs: 3, scores: 9 }]);
  });

  it('by another rubric takes the stored integers, and asks nobody', async () => {
    const id = await scored(true);
    expect(server.asked).toBe(1);
    const exact = await overallOf(id);
    await scoredLongAgo(id, { overall: '1/3', version: '1', rubric: 'vv-0' });
    const batch = await asked({ evaluator: null });
    await world.settle();
    await adopt(batch);
    await world.settle();
    expect([await overallOf(id), server.asked]).toEqual([exact, 1]);
    expect((await candidate.get(`/api/interviews/${id}/report`)).body).toMatchObject({ evaluator: { name: ANTHROPIC }, rubric: { id: 'vv-1' } });
  });

  it('by an AI provider sends answers of those alone who wanted AI and still allow it', async () => {
    await scored();
    const [id] = [await scored(true), await scored(true)];
    server.asked = 0;
    const { body } = await rescore({ evaluator: ANTHROPIC });
    expect(body).toMatchObject({ total: 2 });
    await takeBack(world, candidateId, 'ai_processing', 'anthropic');
    await world.settle();
    expect(server.asked).toBe(0);
    expect(await look((body as Rescoring).id)).toMatchObject({ total: 0 });
    await allow(world, candidateId, 'ai_processing', 'anthropic');
    const one = await asked({ evaluator: ANTHROPIC, interviewId: id });
    await world.settle();
    expect([server.asked, (await look(one))?.done]).toEqual([1, 1]);
    expect((await rescore({ evaluator: 'nobody/knows' })).body).toMatchObject({ code: 'interviews.unknown_evaluator' });
    expect((await rescore({ evaluator: 'built-in', of: keyOf('built-in', '99') })).body).toMatchObject({ code: 'interviews.nothing_to_rescore' });
  });

  it('waits while its provider is away, and goes on by itself', async () => {
    await scored(true);
    Object.assign(server, { isAway: true, asked: 0 });
    const batch = await asked({ evaluator: ANTHROPIC });
    await world.settle();
    expect(await look(batch)).toMatchObject({ total: 1, done: 0 });
    Object.assign(server, { isAway: false });
    await world.database.moveClock('21 minutes');
    await world.settle();
    expect(await look(batch)).toMatchObject({ total: 1, done: 1, notScored: 0 });
  });

  it('does not wait with the others for an answer whose judgement cannot be used', async () => {
    for (let made = 0; made < 2; made += 1) await scored(true);
    Object.assign(server, { scores: 101, asked: 0 });
    const batch = await asked({ evaluator: ANTHROPIC });
    await world.settle();
    // Each is asked for once more, and put off.
    expect(server.asked).toBe(4);
    Object.assign(server, { scores: 60 });
    await world.database.moveClock('21 minutes');
    await world.settle();
    expect(await look(batch)).toMatchObject({ total: 2, done: 2, notScored: 0 });
  });

  it('leaves an answer that we cannot judge without a score in the end, and does not try for ever', async () => {
    await scored();
    const { Evaluators } = await import('../../../src/interviews/evaluators.js');
    const [builtIn] = world.app.get(Evaluators).all();
    Object.assign(builtIn!, { evaluate: () => Promise.reject(new TypeError('a fault of ours')) });
    const batch = await asked({ evaluator: 'built-in' });
    for (let tries = 0; tries < 8; tries += 1) {
      await world.settle();
      await world.database.moveClock('6 minutes');
    }
    Reflect.deleteProperty(builtIn!, 'evaluate');
    expect(await look(batch)).toMatchObject({ total: 1, done: 1, notScored: 1 });
  });

  it('sends nothing of an interview that was deleted or has expired while it is judged', async () => {
    const ids = [await scored(true), await scored(true)];
    for (const [index, end] of [`delete from interviews.interview where id = $1`, `update interviews.interview set expires_at = clock.now() where id = $1`].entries()) {
      const interviewId = ids[index];
      Object.assign(server, { scores: 101, asked: 0, meanwhile: () => world.database.query(end, [interviewId]) });
      await asked({ evaluator: ANTHROPIC, interviewId });
      await world.settle();
      expect(server.asked).toBe(1);
    }
  });

  it('comes to count in the end although its worker died', async () => {
    const id = await scored();
    await scoredLongAgo(id);
    const batch = await asked({ evaluator: 'built-in' });
    await world.settle();
    await world.database.query(`update interviews.rescoring set settled = 'adopted', settled_at = clock.now() where id = $1`, [batch]);
    await world.database.moveClock('31 minutes');
    await world.settle();
    expect(await look(batch)).toMatchObject({ counts: 1, leftOut: 0 });
  });

  it('never counts over the word of a person, over a score that is newer, or across the mark from close by', async () => {
    const [persons, newer, near] = [await scored(true), await scored(true), await scored(true)];
    await world.database.query(`update interviews.run set why = 'person', reason = 'Because.' where interview_id = $1`, [persons]);
    await scoredLongAgo(near, { overall: '8/1', version: '1' });
    const batch = await asked({ evaluator: ANTHROPIC });
    await world.settle();
    await world.database.query(`update interviews.run set overall = '29/4' where rescoring_id = $1 and interview_id = $2`, [batch, near]);
    await world.database.query(`update interviews.interview set run_id = (select id from interviews.run where interview_id = $1 and rescoring_id is not null) where id = $1`, [newer]);
    await adopt(batch);
    await world.settle();
    expect(await look(batch)).toMatchObject({ settled: 'adopted', counts: 0, leftOut: 3 });
    expect(await overallOf(near)).toBe('8/1');
  });

  it('is thrown away with all it made', async () => {
    await scored();
    const batch = await asked({ evaluator: 'built-in' });
    await world.settle();
    expect((await operator.delete(`/api/operations/rescorings/${batch}`)).status).toBe(204);
    expect(await scoresOf(batch)).toEqual([{ runs: 0, scores: 0 }]);
    expect(await look(batch)).toMatchObject({ settled: 'dropped' });
    for (const path of [`rescorings/${batch.replace(/^./, '1')}/adoption`, 'rescorings/no-id/adoption']) expect((await operator.post(`/api/operations/${path}`)).status).toBe(404);
  });
});

describe('two evaluators beside each other', () => {
  it('are compared over the interviews both have scored, of five on, and each is opened for a reason that its candidate reads', async () => {
    const ids = [];
    for (let made = 0; made < 5; made += 1) ids.push(await scored(true));
    const batch = await asked({ evaluator: 'built-in' });
    await world.settle();
    expect(await look(batch)).toMatchObject({ done: 5 });
    // Which questions are asked is left to chance, and so is what they score: here each two differ, and no two pairs by the same.
    for (const [index, [theirs, ours]] of [['4/1', '9/2'], ['2/1', '1/1'], ['3/1', '9/2'], ['5/1', '7/1'], ['6/1', '7/2']].entries()) {
      await world.database.query(`update interviews.run set overall = case evaluator when 'built-in' then $3 else $2 end where interview_id = $1`, [ids[index], theirs, ours]);
    }
    const { known, configured } = (await operator.get('/api/operations/evaluations')).body as { known: { key: string; evaluator: string; interviews: number }[]; configured: { evaluator: string }[] };
    expect(configured.map(({ evaluator }) => evaluator)).toEqual(['built-in', ANTHROPIC]);
    expect(known.map(({ evaluator, interviews }) => [evaluator, interviews])).toEqual([[ANTHROPIC, 5], ['built-in', 5]]);
    const compare = async (): Promise<Comparison> => {
      const [first, second] = known.map(({ key }) => encodeURIComponent(key));
      return (await operator.get(`/api/operations/evaluations/comparison?first=${first}&second=${second}`)).body as Comparison;
    };
    const { interviews, figures } = await compare();
    expect(interviews).toBe(5);
    expect(figures).toMatchObject({ pearson: expect.any(Number), sameSide: 1 });
    const lines = figures?.largest ?? [];
    const apart = lines.map(({ first, second }) => Number(second) - Number(first));
    expect(figures?.meanDifference).toBeCloseTo(apart.reduce((sum, each) => sum + each, 0) / 5, 1);
    expect(apart.map(Math.abs)).toEqual(apart.map(Math.abs).toSorted((a, b) => b - a));
    const [line] = lines;
    const reading = { interviewId: line?.interviewId, runs: [line?.firstRun, line?.secondRun] };
    expect(await operator.post('/api/operations/evaluations/readings', { ...reading, reason: '' })).toMatchObject({ status: 422, body: { code: 'interviews.no_reason' } });
    const read = await operator.post('/api/operations/evaluations/readings', { ...reading, reason: 'The largest difference.' });
    expect(read).toMatchObject({ status: 200, body: { runs: [{ evaluator: ANTHROPIC }, { evaluator: 'built-in' }] } });
    expect((await operator.post('/api/operations/evaluations/readings', { ...reading, interviewId: ids.find((id) => id !== line?.interviewId), reason: 'Runs of another.' })).status).toBe(404);
    const { disclosures } = (await candidate.get('/api/consents/disclosures')).body as { disclosures: object[] };
    expect(disclosures).toEqual([expect.objectContaining({ kind: 'operator', reason: 'The largest difference.', matter: line?.interviewId })]);
    await candidate.delete(`/api/interviews/${ids[0]}`);
    expect(await compare()).toMatchObject({ interviews: 4, figures: null });
  });

  it('are not found by what no database can hold', async () => {
    expect((await operator.get('/api/operations/evaluations/comparison?first=%00&second=a')).status).toBe(422);
    expect((await rescore({ evaluator: 'built-in', of: '\0' })).status).toBe(422);
  });

  it('are for those alone who run this place', async () => {
    for (const [method, path] of [
      ['GET', 'reviews'], ['POST', `reviews/${candidateId}/opening`], ['GET', `reviews/${candidateId}`], ['POST', `reviews/${candidateId}/decision`], ['GET', 'rescorings'], ['POST', 'rescorings'],
      ['GET', 'evaluations'], ['POST', 'evaluations/readings'],
    ] as const) {
      expect([path, (await candidate.send(method, `/api/operations/${path}`)).status, (await world.visitor().send(method, `/api/operations/${path}`)).status]).toEqual([path, 403, 401]);
    }
  });
});
