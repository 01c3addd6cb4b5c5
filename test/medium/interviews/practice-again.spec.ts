import { goodAnswerTo } from '../../support/good-answers.js';
import { pdf, sampleResumePdf } from '../../support/sample-resumes.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Interview {
  id: string;
  state: string;
  mode: string;
  jobDescription: string | null;
  drill: { id: string; title: string } | null;
  questions: { position: number; text: string; thinkSeconds: number; answerSeconds: number }[];
}
interface Summary { id: string; nextPosition: number | null; answeredCount: number; drill: { id: string } | null }
interface Trend {
  competencies: { id: string; points: { interviewId: string; shown: string; value: number }[] }[];
  weakest: { id: string; shown: string; interviews: number; roleId: string; levelId: string } | null;
}

const PLAIN = { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 };

describe('practising again', () => {
  let world: World;
  let candidate: Visitor;

  beforeAll(async () => {
    world = await World.create();
  });
  beforeEach(async () => {
    candidate = await world.candidate();
  });
  afterAll(() => world.destroy());

  const start = async (wish: object = {}): Promise<Interview> => (await candidate.post('/api/interviews', { ...PLAIN, ...wish })).body as Interview;
  const answer = (id: string, position: number, text: string, baseRevision = 0) => candidate.put(`/api/interviews/${id}/answers/${position}`, { text, baseRevision });
  const bank = async () => {
    const { QuestionBank } = await import('../../../src/interviews/bank/question-bank.js');
    return world.app.get(QuestionBank);
  };
  const asked = async (id: string) => world.database.query<{ position: number; id: string }>('select position, question_id as id from interviews.question where interview_id = $1 order by position', [id]);
  const taken = async (wish: object, kindOf: (position: number) => 'good' | 'thin' | 'none'): Promise<string> => {
    const { id } = await start(wish);
    for (const { position, id: questionId } of await asked(id)) {
      const question = (await bank()).question(questionId);
      if (kindOf(position) === 'none') continue;
      await answer(id, position, kindOf(position) === 'good' ? await goodAnswerTo(questionId) : question?.weakAnswers.thin[0] ?? '');
    }
    await candidate.post(`/api/interviews/${id}/submission`);
    await world.settle();
    return id;
  };

  it('[MO08] [MR04] begins with what the job description asks for, and with what the resume shows', async () => {
    const about = async (wish: object): Promise<string[]> => (await asked((await start(wish)).id)).map(({ id }) => id);
    const jobDescription = 'You will run message queues (Kafka, RabbitMQ) and Redis in production.\nNice to have: Terraform.';
    expect((await about({ jobDescription }))[0]).toBe('notification-delivery');
    expect(await about({ levelId: 'junior', jobDescription })).not.toContain('notification-delivery');
    const other = await world.candidate();
    await other.putFile('/api/resume', await pdf((doc) => {
      doc.fontSize(18).text('Software engineer').fontSize(11).text('Skills: Kafka, RabbitMQ, Redis, message queues, distributed systems.');
      doc.text('I have run queues for eight years in three companies, and I know how they fail: slowly, at night, and all at once. '.repeat(4));
    }));
    const first = ((await other.post('/api/interviews', PLAIN)).body as Interview).id;
    expect((await asked(first))[0]?.id).toBe('notification-delivery');
  });

  it('keeps the job description with the interview, byte for byte, and deletes it with it', async () => {
    const jobDescription = `We need “somebody” – naïve ☕\n\t${'x'.repeat(19_900)}`;
    const { id, ...begun } = await start({ jobDescription, mode: 'coach' });
    expect(begun).toMatchObject({ jobDescription, mode: 'coach', drill: null });
    expect((await start({ jobDescription: ' \n ' })).jobDescription).toBeNull();
    expect((await candidate.post('/api/interviews', { ...PLAIN, jobDescription: 'x'.repeat(20_001) })).body).toMatchObject({ status: 422, fields: { jobDescription: expect.any(String) } });
    expect((await candidate.post('/api/interviews', { ...PLAIN, jobDescription: 'a\0b' })).status).toBe(422);
    await candidate.delete(`/api/interviews/${id}`);
    expect(await world.database.query('select 1 from interviews.interview where job_description like $1', ['We need%'])).toEqual([]);
  });

  it('takes half a character: the same answer sent again is no conflict, and a job description is kept', async () => {
    const { id, jobDescription } = await start({ jobDescription: 'Half \ud83d of it' });
    expect(jobDescription).toBe('Half \ufffd of it');
    expect(await answer(id, 1, 'I typed \ud83d')).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(await answer(id, 1, 'I typed \ud83d')).toMatchObject({ status: 200, body: { revision: 1 } });
  });

  it('asks again when the bank has nothing new, and then what was asked longest ago', async () => {
    const all = (await bank()).questionsFor('software-engineer', 'junior').length;
    const rounds: string[][] = [];
    for (let left = all; left > 0; left -= 12) rounds.push((await asked((await start({ levelId: 'junior', questionCount: 12 })).id)).map(({ id }) => id));
    const seen = rounds.flat().slice(0, all);
    expect(new Set(seen).size).toBe(all);
    const again = (await asked((await start({ levelId: 'junior' })).id)).map(({ id }) => id);
    const asked2 = new Map(rounds.flatMap((ids, round) => ids.map((id): [string, number] => [id, round])));
    expect(again.map((id) => asked2.get(id))).toEqual([0, 0, 0]);
  });

  it('tells where an interview goes on, and how long a question suggests to think', async () => {
    const { id, questions } = await start();
    for (const { thinkSeconds, answerSeconds } of questions) expect(Math.min(thinkSeconds, answerSeconds)).toBeGreaterThan(0);
    const line = async (): Promise<Summary | undefined> => ((await candidate.get('/api/interviews')).body as { items: Summary[] }).items.find((item) => item.id === id);
    expect(await line()).toMatchObject({ nextPosition: 1, answeredCount: 0 });
    await answer(id, 1, 'something');
    await answer(id, 2, ' \n ');
    expect(await line()).toMatchObject({ nextPosition: 2, answeredCount: 1 });
    await answer(id, 2, 'something', 1);
    await answer(id, 3, 'something');
    expect(await line()).toMatchObject({ nextPosition: null, answeredCount: 3 });
  });

  it('[MR11] shows each competency over the interviews that asked about it, and names the weakest, which can be drilled', async () => {
    expect((await candidate.get('/api/practice/trend')).body).toEqual({ competencies: [], weakest: null });
    const first = await taken({ questionCount: 6 }, () => 'thin');
    const second = await taken({ questionCount: 6 }, (position) => (position % 2 === 0 ? 'good' : 'thin'));
    const trend = (await candidate.get('/api/practice/trend')).body as Trend;
    const reports = await Promise.all([first, second].map(async (id) => (await candidate.get(`/api/interviews/${id}/report`)).body as { competencies: { id: string; shown: string }[] }));
    for (const { id, points } of trend.competencies) {
      const inReports = reports.flatMap(({ competencies }) => competencies.filter((competency) => competency.id === id).map(({ shown }) => shown));
      expect(points.map(({ shown }) => shown)).toEqual(inReports);
    }
    expect(new Set(trend.competencies.map(({ id }) => id))).toEqual(new Set(reports.flatMap(({ competencies }) => competencies.map(({ id }) => id))));
    const recentMean = (points: { value: number }[]): number => points.slice(-3).reduce((sum, { value }) => sum + value, 0) / Math.min(3, points.length);
    const lowest = Math.min(...trend.competencies.map(({ points }) => recentMean(points)));
    expect(Number(trend.weakest?.shown)).toBeCloseTo(lowest, 1);
    const { id = '', roleId, levelId } = trend.weakest ?? {};
    const drill = await start({ roleId, levelId, competencyId: id });
    expect(drill.drill?.id).toBe(id);
    for (const question of await asked(drill.id)) expect((await bank()).question(question.id)?.competencies).toContain(id);
    expect((await candidate.post('/api/interviews', { ...PLAIN, competencyId: 'levitation' })).body).toMatchObject({ code: 'interviews.unknown_competency' });
  });

  it('does not call weak what was skipped: the report says it was left, and something that was answered is practised next', async () => {
    const id = await taken({}, (position) => (position === 1 ? 'good' : 'none'));
    const ids = (await asked(id)).map((question) => question.id);
    const answered = (await bank()).question(ids[0] ?? '')?.competencies ?? [];
    const { competencies } = (await candidate.get(`/api/interviews/${id}/report`)).body as { competencies: { id: string; anchor: string }[] };
    const left = competencies.filter((competency) => !answered.includes(competency.id));
    expect(left.length).toBeGreaterThan(0);
    for (const { anchor } of left) expect(anchor).toBe('You left the question about this without an answer. It counts as 0.');
    for (const { anchor } of competencies.filter((competency) => answered.includes(competency.id))) expect(anchor).not.toContain('You left');
    const trend = (await candidate.get('/api/practice/trend')).body as Trend;
    expect(answered).toContain(trend.weakest?.id);
  });

  it('suggests a role where the resume tells one, and none where it does not', async () => {
    expect((await candidate.get('/api/practice/suggestion')).body).toEqual({ suggestion: null });
    await candidate.putFile('/api/resume', await sampleResumePdf());
    expect((await candidate.get('/api/practice/suggestion')).body).toMatchObject({ suggestion: { roleId: 'software-engineer', levelId: 'senior', because: expect.stringContaining('Senior Software Engineer') } });
  });

  it('[MP10] gives hints and feedback in an interview with a coach, keeps nothing of them, and gives none in one without', async () => {
    const { id } = await start({ mode: 'coach' });
    const question = (await bank()).question((await asked(id))[0]?.id ?? '');
    const hint = (await candidate.get(`/api/interviews/${id}/answers/1/hint`)).body as { hint: string };
    expect(question?.points.some(({ text }) => hint.hint.includes(text))).toBe(true);
    expect((await candidate.post(`/api/interviews/${id}/answers/1/feedback`)).body).toMatchObject({ code: 'interviews.nothing_to_judge' });
    await answer(id, 1, question?.weakAnswers.thin[0] ?? '');
    const feedback = (await candidate.post(`/api/interviews/${id}/answers/1/feedback`)).body as { state: string; shown: string; advice: string[]; criteria: object[] };
    expect(feedback).toMatchObject({ state: 'scored', shown: expect.stringMatching(/^\d/) });
    expect(feedback.criteria).toHaveLength(5);
    expect(feedback.advice.length).toBeGreaterThan(0);
    expect(await world.database.query('select 1 from interviews.answer_score where interview_id = $1', [id])).toEqual([]);
    expect((await candidate.get(`/api/interviews/${id}/answers/9/hint`)).status).toBe(404);
    const live = await start();
    expect((await candidate.get(`/api/interviews/${live.id}/answers/1/hint`)).body).toMatchObject({ code: 'interviews.no_help_here' });
    const stranger = await world.candidate();
    expect((await stranger.get(`/api/interviews/${id}/answers/1/hint`)).status).toBe(404);
    expect((await stranger.post(`/api/interviews/${id}/answers/1/feedback`)).status).toBe(404);
  });

  it('exports all of a scored interview: what was asked, saved and judged, with its reasons and its outline', async () => {
    const id = await taken({}, () => 'good');
    const { interviewsHolder } = await import('../../../src/interviews/interviews.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const [owner] = await world.database.query<{ candidate_id: string }>('select candidate_id from interviews.interview where id = $1', [id]);
    const { interviews } = await interviewsHolder.export(world.app.get(Database).alone, owner!.candidate_id) as { interviews: { scoredAt: string; answers: object[] }[] };
    expect(interviews[0]?.scoredAt).toMatch(/^\d{4}-/);
    expect(interviews[0]?.answers[0]).toMatchObject({
      competencies: expect.arrayContaining([expect.any(String)]), savedAt: expect.stringMatching(/^\d{4}-/), scoredAt: expect.stringMatching(/^\d{4}-/), message: null,
      points: expect.arrayContaining([expect.objectContaining({ text: expect.any(String), covered: expect.any(Boolean) })]), outline: expect.arrayContaining([expect.any(String)]),
    });
  });
});

describe('the policy of an operator who allows less', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.create();
    const { Policy } = await import('../../../src/platform/policy/index.js');
    const { limits } = world.app.get(Policy).values;
    limits.jobDescription.characters = 100;
    limits.rates.coachPerHour = 2;
    limits.rates.papersPerHour = 1;
  });
  afterAll(() => world.destroy());

  it('bounds the job description, the help of the coach and the PDFs', async () => {
    const candidate = await world.candidate();
    expect((await candidate.post('/api/interviews', { ...PLAIN, jobDescription: 'x'.repeat(101) })).body)
      .toMatchObject({ status: 422, code: 'interviews.job_description_too_long', fields: { jobDescription: 'Use at most 100 characters.' } });
    const { id } = (await candidate.post('/api/interviews', { ...PLAIN, mode: 'coach', jobDescription: 'x'.repeat(100) })).body as Interview;
    expect((await candidate.put(`/api/interviews/${id}/answers/1`, { text: 'I read the logs and found the one server that failed.', baseRevision: 0 })).status).toBe(200);
    const help = [await candidate.get(`/api/interviews/${id}/answers/1/hint`), await candidate.post(`/api/interviews/${id}/answers/1/feedback`), await candidate.get(`/api/interviews/${id}/answers/1/hint`), await candidate.post(`/api/interviews/${id}/answers/1/feedback`)];
    expect(help.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
    await candidate.post(`/api/interviews/${id}/submission`);
    await world.settle();
    const papers = [await candidate.get(`/api/interviews/${id}/report/pdf`), await candidate.get(`/api/interviews/${id}/report/pdf`)];
    expect(papers.map(({ status }) => status)).toEqual([200, 429]);
  });
});
