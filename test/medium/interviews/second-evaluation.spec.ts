import { randomUUID } from 'node:crypto';
import { allow, takeBack } from '../../support/consents.js';
import { mailTo } from '../../support/mails.js';
import { PASSWORD } from '../../support/password.js';
import { personWith, signedIn } from '../../support/people.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';
import { JudgingServer } from './judging-server.js';

interface Report {
  overall: { shown: string; aboveThreshold: boolean } | null;
  evaluator: { name: string };
  second: { name: string } | null;
  review: { dueAt: string; decidedAt: string | null; basedOn: { name: string } | null; reason: string | null } | null;
  answers: { state: string; shown: string; criteria: { id: string; score: number; reason: string }[] }[];
}
interface Review {
  id: string;
  shown: { interviewId: string; runs: { id: string; evaluator: string; shown: string }[]; answers: { text: string; judgements: { shown: string; criteria: { quotes: { text: string }[] }[] }[] }[] };
}

const ANTHROPIC = 'anthropic/claude-sonnet-4-6';
const OPENAI = 'openai/gpt-4.1';
const GOOD = 'Last March our checkout failed for one customer in fifty. I read the logs, saw that all failures came from one server, took it out, and fixed the lock. Failures went from two percent to zero within a day.';
const WHY = 'The two evaluations differ by half a point, and somebody has to look.';
const [first, second] = [new JudgingServer('anthropic'), new JudgingServer('openai')];
let world: World;
let candidate: Visitor;
let candidateId: string;
let operator: Visitor;
let colleague: Visitor;

beforeAll(async () => {
  world = await World.create({
    ANTHROPIC_API_KEY: 'key-of-the-operator', ANTHROPIC_BASE_URL: await first.open(), OPENAI_API_KEY: 'key-of-the-operator', OPENAI_BASE_URL: await second.open(),
    AI_EVALUATOR: 'anthropic:claude-sonnet-4-6,openai:gpt-4.1', AI_QUESTIONS: 'none',
  });
  ({ visitor: candidate, id: candidateId } = await person('grace.hopper@example.com', 'candidate', 'operator'));
  ({ visitor: operator } = await person('operator@example.com', 'operator'));
  ({ visitor: colleague } = await person('colleague@example.com', 'operator'));
  for (const one of [operator, colleague, candidate]) await setUpSecondFactor(one);
  for (const provider of ['anthropic', 'openai']) await allow(world, candidateId, 'ai_processing', provider);
});
afterAll(async () => {
  await world.destroy();
  await Promise.all([first.close(), second.close()]);
});
beforeEach(() => {
  for (const server of [first, second]) Object.assign(server, { asked: 0, isAway: false, scores: 80 });
});

async function person(email: string, ...roles: ('candidate' | 'operator')[]): Promise<{ visitor: Visitor; id: string }> {
  const id = await personWith(world, { email, name: 'Grace Hopper', roles });
  const visitor = new Visitor(world.url);
  visitor.keep(`viva.session_token=${await signedIn(world, id)}; Path=/`);
  return { visitor, id };
}

const submitted = async (): Promise<string> => {
  const { id } = (await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3, aiProcessing: true })).body as { id: string };
  for (const position of [1, 2, 3]) await candidate.put(`/api/interviews/${id}/answers/${position}`, { text: `${GOOD} That was number ${position}.`, baseRevision: 0 });
  await candidate.post(`/api/interviews/${id}/submission`);
  return id;
};
const judged = async (one: JudgingServer['scores'], other: JudgingServer['scores']): Promise<string> => {
  Object.assign(first, { scores: one });
  Object.assign(second, { scores: other });
  const id = await submitted();
  await world.settle();
  return id;
};
const report = async (id: string): Promise<Report> => (await candidate.get(`/api/interviews/${id}/report`)).body as Report;
const stateOf = async (id: string): Promise<string> => ((await candidate.get(`/api/interviews/${id}`)).body as { state: string }).state;
const runsOf = (id: string) => world.database.query<{ why: string; evaluator: string; overall: string }>('select why, evaluator, overall from interviews.run where interview_id = $1 order by begun_at, id', [id]);
const waiting = async (who = operator): Promise<{ id: string; heldUntil: string | null; isOverdue: boolean }[]> => ((await who.get('/api/operations/reviews')).body as { reviews: { id: string; heldUntil: string | null; isOverdue: boolean }[] }).reviews;
const reviewOf = async (interviewId: string): Promise<string> => (await world.database.query<{ id: string }>('select id from interviews.review where interview_id = $1', [interviewId]))[0]?.id ?? '';
const opened = async (interviewId: string, who = operator): Promise<Review> => (await who.post(`/api/operations/reviews/${await reviewOf(interviewId)}/opening`, { reason: WHY })).body as Review;

describe('an AI evaluation near the mark', () => {
  it('counts alone from a hair beyond a quarter of a point, and is not repeated', async () => {
    // 72·35 + 72·25 + 72·20 + 76·10 + 72·10 = 7240 thousandths, and 7.76 on the other side.
    for (const [scores, shown] of [[[72, 72, 72, 76, 72], '7.24'], [[77, 77, 77, 83, 77], '7.76']] as const) {
      expect((await report(await judged(scores, 0))).overall?.shown).toBe(shown);
    }
    expect(second.asked).toBe(0);
  });

  it.each([[[72, 72, 72, 77, 72], 20, '7.25'], [[77, 77, 77, 82, 77], 90, '7.75'], [75, 75, '7.50']] as const)(
    'is judged a second time by the next provider; where both say the same of the mark, the first counts and the report names the second (%j and %j)',
    async (one, other, shown) => {
      const id = await judged(one, other);
      expect([first.asked, second.asked]).toEqual([3, 3]);
      expect(await report(id)).toMatchObject({ overall: { shown, aboveThreshold: shown === '7.75' }, evaluator: { name: ANTHROPIC }, second: { name: OPENAI }, review: null });
      expect(await runsOf(id)).toMatchObject([{ why: 'first', evaluator: ANTHROPIC }, { why: 'second', evaluator: OPENAI }]);
    },
  );

  it('is repeated by the same model where no other one is allowed', async () => {
    await takeBack(world, candidateId, 'ai_processing', 'openai');
    const id = await judged(75, 0);
    expect([first.asked, second.asked]).toEqual([6, 0]);
    expect(await report(id)).toMatchObject({ overall: { shown: '7.50', aboveThreshold: false }, second: { name: ANTHROPIC } });
    await allow(world, candidateId, 'ai_processing', 'openai');
  });
});

describe('two evaluations on two sides of the mark', () => {
  it('leave the interview without a score until a person decides: the report says so, and by when', async () => {
    const id = await judged(75, 80);
    expect(await stateOf(id)).toBe('in_review');
    const { overall, evaluator, second: other, review, answers } = await report(id);
    expect({ overall, evaluator: evaluator.name, other: other?.name }).toEqual({ overall: null, evaluator: ANTHROPIC, other: OPENAI });
    expect(review).toMatchObject({ decidedAt: null, reason: null });
    expect(Date.parse(review?.dueAt ?? '') - Date.now()).toBeGreaterThan(6 * 86_400_000);
    expect(answers.map(({ state }) => state)).toEqual(['scored', 'scored', 'scored']);
    expect((await candidate.get(`/api/interviews/${id}/report/pdf`)).status).toBe(200);
    expect((await candidate.post(`/api/interviews/${id}/scoring`)).body).toMatchObject({ code: 'interviews.not_scorable' });
    const { notes } = (await candidate.get('/api/notes')).body as { notes: { kind: string }[] };
    expect(notes.map(({ kind }) => kind)).toContain('interviews.in_review');
  });

  it('are opened for a reason alone, by one person at a time, without a name, and whoever was interviewed sees who looked and why', async () => {
    const id = await judged(75, 80);
    const review = await reviewOf(id);
    expect((await waiting()).map((line) => line.id)).toContain(review);
    expect(await operator.get(`/api/operations/reviews/${review}`)).toMatchObject({ status: 409, body: { code: 'interviews.review_not_open' } });
    expect(await operator.post(`/api/operations/reviews/${review}/opening`, { reason: '  ' })).toMatchObject({ status: 422, body: { code: 'interviews.no_reason' } });
    const { status, body, text } = await operator.post(`/api/operations/reviews/${review}/opening`, { reason: WHY });
    expect(status).toBe(200);
    const { shown } = body as Review;
    expect(shown.runs.map(({ evaluator, shown: score }) => [evaluator, score])).toEqual([[ANTHROPIC, '7.50'], [OPENAI, '8.00']]);
    expect(shown.answers[0]).toMatchObject({ text: expect.stringContaining('checkout'), judgements: [{ shown: '7.50' }, { shown: '8.00' }] });
    expect(shown.answers[0]?.judgements[1]?.criteria[0]?.quotes[0]?.text).toBe('Last March');
    expect(text.toLowerCase()).not.toMatch(/hopper|grace|example\.com/);
    expect(text).not.toContain(candidateId);
    // Who has it open reads it again without being asked; nobody else can open it meanwhile.
    expect((await operator.get(`/api/operations/reviews/${review}`)).status).toBe(200);
    expect(await colleague.post(`/api/operations/reviews/${review}/opening`, { reason: WHY })).toMatchObject({ status: 409, body: { code: 'interviews.review_held' } });
    expect((await waiting(colleague)).find((line) => line.id === review)?.heldUntil).not.toBeNull();
    const { disclosures } = (await candidate.get('/api/consents/disclosures')).body as { disclosures: object[] };
    expect(disclosures).toEqual([expect.objectContaining({ kind: 'operator', what: 'review', reason: WHY, matter: id, purpose: null, fields: ['answers', 'scores'] })]);
    const audited = await world.database.query<{ detail: object }>(`select detail from audit.entry where action = 'interviews.read_by_operator' and subject_id = $1`, [id]);
    expect(audited).toEqual([{ detail: {} }]);
    expect((await operator.delete(`/api/operations/reviews/${review}/opening`)).status).toBe(204);
    expect((await colleague.post(`/api/operations/reviews/${review}/opening`, { reason: WHY })).status).toBe(200);
    expect(await operator.post(`/api/operations/reviews/${review}/decision`, { basedOn: shown.runs[0]?.id, reason: WHY })).toMatchObject({ status: 409, body: { code: 'interviews.review_not_open' } });
  });

  it('are decided by a person with a reason: the report is their run, and both evaluations stay', async () => {
    const id = await judged(75, 80);
    const { id: review, shown } = await opened(id);
    const decide = (body: object, who = operator) => who.post(`/api/operations/reviews/${review}/decision`, body);
    const basedOn = shown.runs[1]?.id;
    expect(await decide({ basedOn, reason: '' })).toMatchObject({ status: 422, body: { code: 'interviews.no_reason' } });
    expect(await decide({ basedOn: candidateId, reason: WHY })).toMatchObject({ status: 422, body: { code: 'interviews.no_such_score' } });
    expect(await decide({ basedOn, reason: WHY }, colleague)).toMatchObject({ status: 409 });
    const answers = await Promise.all([decide({ basedOn, reason: 'The second names the figures.' }), decide({ basedOn, reason: 'The second names the figures.' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await report(id)).toMatchObject({
      overall: { shown: '8.00', aboveThreshold: true }, evaluator: { name: 'A person' }, review: { basedOn: { name: OPENAI }, reason: 'The second names the figures.', decidedAt: expect.any(String) },
    });
    expect(await runsOf(id)).toEqual([
      { why: 'first', evaluator: ANTHROPIC, overall: '15/2' }, { why: 'second', evaluator: OPENAI, overall: '8/1' }, { why: 'person', evaluator: 'A person', overall: '8/1' },
    ]);
    expect((await mailTo(world, 'grace.hopper@example.com', /decided about your score/)).text).toContain(`/interviews/${id}/report`);
    const { notes } = (await candidate.get('/api/notes')).body as { notes: { kind: string; link: string }[] };
    expect(notes[0]).toMatchObject({ kind: 'interviews.review_done', link: `/interviews/${id}/report` });
    expect((await waiting()).map((line) => line.id)).not.toContain(review);
    expect(JSON.stringify(await exported())).toContain('The second names the figures.');
  });

  it('give way to integers of the person, and what the candidate reads is exactly what was stored', async () => {
    const id = await judged(75, 80);
    const { id: review, shown } = await opened(id);
    const changes = [{ position: 1, criterion: 'relevance', score: 61 }, { position: 1, criterion: 'clarity', score: 75 }];
    const beyond = await operator.post(`/api/operations/reviews/${review}/decision`, { basedOn: shown.runs[0]?.id, changes: [{ position: 9, criterion: 'clarity', score: 3 }], reason: WHY });
    expect(beyond).toMatchObject({ status: 422, body: { code: 'interviews.no_such_score' } });
    // Whoever thinks longer than half an hour reads it again for a new reason alone, but may decide unless somebody else has taken it.
    await world.database.moveClock('31 minutes');
    expect(await operator.get(`/api/operations/reviews/${review}`)).toMatchObject({ status: 409, body: { code: 'interviews.review_not_open' } });
    expect((await operator.post(`/api/operations/reviews/${review}/decision`, { basedOn: shown.runs[0]?.id, changes, reason: WHY })).status).toBe(200);
    const [one] = (await report(id)).answers;
    // 7500 − 14·35 = 7010 thousandths.
    expect(one).toMatchObject({ shown: '7.01', criteria: expect.arrayContaining([
      expect.objectContaining({ id: 'relevance', score: 61, reason: 'A person read this and gave 61; the evaluation they began from had given 75.' }),
      expect.objectContaining({ id: 'clarity', score: 75, reason: 'As anthropic sees it.' }),
    ]) });
    const [stored] = await world.database.query<{ criteria: Record<string, { score: number; reason: string }> }>(
      `select criteria from interviews.answer_score s join interviews.interview i on i.run_id = s.run_id where i.id = $1 and position = 1`, [id]);
    for (const { id: criterion, score, reason } of one?.criteria ?? []) expect({ score, reason }).toMatchObject({ score: stored?.criteria[criterion]?.score, reason: stored?.criteria[criterion]?.reason });
  });

  it('are decided by a person although the consent to AI was taken back meanwhile, and no provider is asked again', async () => {
    const id = await judged(75, 80);
    const asked = [first.asked, second.asked];
    for (const provider of ['anthropic', 'openai']) await takeBack(world, candidateId, 'ai_processing', provider);
    await world.settle();
    const { id: review, shown } = await opened(id);
    expect((await operator.post(`/api/operations/reviews/${review}/decision`, { basedOn: shown.runs[0]?.id, reason: WHY })).status).toBe(200);
    expect((await report(id)).overall?.shown).toBe('7.50');
    expect([first.asked, second.asked]).toEqual(asked);
    for (const provider of ['anthropic', 'openai']) await allow(world, candidateId, 'ai_processing', provider);
  });

  it('are never read by anybody once the interview is deleted or its owner has left, and never decided by the one who was interviewed', async () => {
    const [id, mine, other] = [await judged(75, 80), await judged(75, 80), await judged(75, 80)];
    const [review, own, gone] = [await reviewOf(id), await reviewOf(mine), await reviewOf(other)];
    expect(await candidate.post(`/api/operations/reviews/${own}/opening`, { reason: WHY })).toMatchObject({ status: 403, body: { code: 'interviews.own_review' } });
    await candidate.delete(`/api/interviews/${id}`);
    await world.database.query(`update interviews.interview set expires_at = clock.now() where id = $1`, [mine]);
    const { visitor: leaver, id: leaverId } = await person('leaver@example.com', 'candidate');
    await world.database.query('update interviews.interview set candidate_id = $2 where id = $1', [other, leaverId]);
    expect((await waiting()).map((line) => line.id)).toContain(gone);
    expect((await leaver.post('/api/account/deletion', { password: PASSWORD, now: false })).status).toBe(200);
    const absent = '00000000-0000-7000-8000-000000000000';
    const answers = [];
    for (const each of [review, own, gone, absent, 'no-id']) answers.push(await operator.post(`/api/operations/reviews/${each}/opening`, { reason: WHY }), await operator.post(`/api/operations/reviews/${each}/decision`, { basedOn: absent, reason: WHY }));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    for (const each of [own, gone]) expect((await waiting()).map((line) => line.id)).not.toContain(each);
  });
});

describe('a provider that is away', () => {
  it('is followed by the next of the order, which judges all answers, and never by the built-in evaluator in silence', async () => {
    Object.assign(first, { isAway: true });
    const id = await submitted();
    await world.settle();
    expect(await stateOf(id)).toBe('submitted');
    expect(second.asked).toBe(0);
    await world.database.moveClock('6 minutes');
    await world.settle();
    expect(second.asked).toBe(3);
    expect(await report(id)).toMatchObject({ overall: { shown: '8.00' }, evaluator: { name: OPENAI } });
    expect(await runsOf(id)).toEqual([{ why: 'first', evaluator: OPENAI, overall: '8/1' }]);
  });

  it('and one that is broken off because this process ends leaves no answer without a score, the last attempt included', async () => {
    const { Scorer } = await import('../../../src/interviews/scorer.js');
    const { scoreInterview } = await import('../../../src/interviews/interviews.jobs.js');
    const id = await submitted();
    const stop = new AbortController();
    Object.assign(first, { meanwhile: () => Promise.resolve(stop.abort(new Error('The worker stops'))) });
    await expect(world.app.get(Scorer).score(id, { jobId: randomUUID(), attempt: scoreInterview.attempts, signal: stop.signal })).rejects.toThrow('The worker stops');
    expect(await stateOf(id)).toBe('submitted');
    await world.database.moveClock('6 minutes');
    await world.settle();
    expect(await report(id)).toMatchObject({ overall: { shown: '8.00' }, evaluator: { name: ANTHROPIC } });
  });

  it('and one whose judgement cannot be used is not said to stand on any side of the mark', async () => {
    const id = await judged(75, 101);
    for (let attempt = 2; attempt <= 6 && (await stateOf(id)) === 'submitted'; attempt += 1) {
      await world.database.moveClock('6 minutes');
      await world.settle();
    }
    expect(await report(id)).toMatchObject({ overall: null, second: null, review: { decidedAt: null } });
    const { id: review, shown } = await opened(id);
    expect(shown.runs.map(({ evaluator, shown: score }) => [evaluator, score])).toEqual([[ANTHROPIC, '7.50'], [OPENAI, null]]);
    expect((await operator.post(`/api/operations/reviews/${review}/decision`, { basedOn: shown.runs[1]?.id, reason: WHY })).body).toMatchObject({ code: 'interviews.no_such_score' });
  });

  it('leaves the decision to a person when no second evaluation can be had', async () => {
    Object.assign(first, { scores: 75 });
    Object.assign(second, { isAway: true });
    const id = await submitted();
    await world.settle();
    await takeBack(world, candidateId, 'ai_processing', 'anthropic');
    await takeBack(world, candidateId, 'ai_processing', 'openai');
    await world.database.moveClock('6 minutes');
    await world.settle();
    expect(await report(id)).toMatchObject({ overall: null, evaluator: { name: ANTHROPIC }, second: null, review: { decidedAt: null } });
    const { shown } = await opened(id);
    expect(shown.runs.map(({ evaluator }) => evaluator)).toEqual([ANTHROPIC]);
  });
});

async function exported(): Promise<unknown> {
  const { interviewsHolder } = await import('../../../src/interviews/interviews.personal-data.js');
  const { Database } = await import('../../../src/platform/db/index.js');
  return interviewsHolder.export(world.app.get(Database).alone, candidateId);
}
