import { PASSWORD, World } from '../../support/world.js';
import { type Visitor } from '../../support/visitor.js';

interface Interview {
  id: string;
  state: string;
  expiresAt: string;
  questions: { position: number; text: string; answer: { text: string; revision: number } | null }[];
  progress: { scored: number; total: number };
}

interface Report {
  overall: { shown: string; aboveThreshold: boolean } | null;
  evaluator: { name: string; builtIn: boolean };
  rubric: { id: string };
  competencies: { id: string; shown: string }[];
  answers: { state: string; text: string; criteria: { id: string; score: number; reason: string; quotes: { start: number; end: number; text: string }[] }[]; advice: string[] }[];
}

const GOOD = 'Last March our checkout failed for one customer in fifty. I read the logs, compared the failing requests with the good ones and saw that all of them came from one server. I took that server out, wrote a test that reproduced the race, fixed the lock, and shipped it behind a flag. Failures went from two percent to zero within a day, and I added an alert because I wanted us to see it before customers do.';

describe('the first way through', () => {
  let world: World;
  let candidate: Visitor;

  beforeAll(async () => {
    world = await World.create();
    candidate = await world.candidate();
  });
  afterAll(() => world.destroy());

  const start = async (questionCount = 3): Promise<Interview> =>
    (await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount })).body as Interview;
  const answer = (id: string, position: number, text: string, baseRevision = 0) => candidate.put(`/api/interviews/${id}/answers/${position}`, { text, baseRevision });
  const read = async (id: string): Promise<Interview> => (await candidate.get(`/api/interviews/${id}`)).body as Interview;

  it('leads from the first question to a report whose scores rest on quoted words', async () => {
    const interview = await start();
    expect(interview.questions).toHaveLength(3);
    for (const { position } of interview.questions) expect((await answer(interview.id, position, `${GOOD} (${position})`)).status).toBe(200);
    expect((await candidate.get(`/api/interviews/${interview.id}/report`)).status).toBe(404);
    expect((await candidate.post(`/api/interviews/${interview.id}/submission`)).status).toBe(202);
    await world.settle();
    expect(await read(interview.id)).toMatchObject({ state: 'scored', progress: { scored: 3, total: 3 } });
    const report = (await candidate.get(`/api/interviews/${interview.id}/report`)).body as Report;
    expect(report).toMatchObject({ evaluator: { name: 'built-in', builtIn: true }, rubric: { id: 'vv-1' } });
    expect(report.overall?.shown).toMatch(/^\d+\.\d{2,3}$/);
    const [first] = report.answers;
    expect(first?.criteria.map(({ id }) => id)).toEqual(['relevance', 'specificity', 'structure', 'reasoning', 'clarity']);
    for (const { quotes, reason, score } of first?.criteria ?? []) {
      expect(reason).not.toBe('');
      expect(Number.isInteger(score)).toBe(true);
      for (const quote of quotes) expect(first?.text.slice(quote.start, quote.end)).toBe(quote.text);
    }
  });

  it('names no AI provider where none is set up, and starts no interview that asks for one', async () => {
    expect((await candidate.get('/api/policy')).body).toMatchObject({ ai: [] });
    const refused = await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3, aiProcessing: true });
    expect(refused).toMatchObject({ status: 422, body: { code: 'interviews.ai_not_offered' } });
  });

  it('keeps every answer as it was typed, byte for byte, and gives it back after a reload', async () => {
    const { id } = await start();
    const typed = '  Café ☕ – “quoted”\n\ttabbed, е́ and \u202Eright to left\u202C  ';
    await answer(id, 2, typed);
    expect((await read(id)).questions[1]?.answer).toMatchObject({ text: typed, revision: 1 });
  });

  it('keeps the version of another tab from being overwritten unseen', async () => {
    const { id } = await start();
    await answer(id, 1, 'from the first tab');
    const conflict = await answer(id, 1, 'from the second tab', 0);
    expect(conflict).toMatchObject({ status: 409, body: { code: 'interviews.answer_changed_elsewhere' } });
    expect((await answer(id, 1, 'from the first tab', 0)).status).toBe(200);
    expect((await answer(id, 1, 'chosen', 1)).body).toMatchObject({ revision: 2 });
  });

  it('hands in once, however often and from however many tabs it is pressed', async () => {
    const { id } = await start();
    await answer(id, 1, GOOD);
    const presses = await Promise.all(Array.from({ length: 6 }, () => candidate.post(`/api/interviews/${id}/submission`)));
    expect(presses.map(({ status }) => status)).toEqual(Array(6).fill(202));
    await world.settle();
    const [jobs] = await world.database.query<{ count: number }>(`select count(*)::int as count from jobs.outbox where name = 'interviews.score' and payload->>'interviewId' = $1`, [id]);
    expect(jobs?.count).toBe(1);
    expect((await answer(id, 1, 'too late', 1)).body).toMatchObject({ code: 'interviews.already_submitted' });
  });

  it('says what is wrong and changes nothing: unknown role, too few questions, nothing answered, too long, NUL', async () => {
    expect((await candidate.post('/api/interviews', { roleId: 'astronaut', levelId: 'mid', questionCount: 3 })).body).toMatchObject({ code: 'interviews.unknown_role' });
    expect((await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 1 })).body).toMatchObject({ code: 'interviews.question_count' });
    expect((await candidate.post('/api/interviews', { roleId: 'software-engineer' })).body).toMatchObject({ status: 422, code: 'http.invalid_body', fields: { levelId: expect.any(String) } });
    const { id } = await start();
    expect((await candidate.post(`/api/interviews/${id}/submission`)).body).toMatchObject({ code: 'interviews.nothing_answered' });
    expect((await answer(id, 1, 'x'.repeat(20_001))).body).toMatchObject({ code: 'interviews.answer_too_long' });
    expect((await answer(id, 1, 'a\0b')).body).toMatchObject({ code: 'http.invalid_body' });
    expect((await answer(id, 9, 'there is no ninth question')).status).toBe(404);
    expect((await read(id)).state).toBe('in_progress');
  });

  it('gives an answer it cannot read no number, and no overall score in which it would be left out', async () => {
    const { id } = await start();
    await answer(id, 1, 'Ich habe damals die Fehlersuche übernommen und mit meinem Team die Ursache gefunden, weil wir die Protokolle gelesen haben und dann wussten, woran es lag.');
    await candidate.post(`/api/interviews/${id}/submission`);
    await world.settle();
    const report = (await candidate.get(`/api/interviews/${id}/report`)).body as Report;
    expect((await read(id)).state).toBe('not_scored');
    expect(report.overall).toBeNull();
    expect(report.answers.map(({ state }) => state)).toEqual(['not_scored', 'skipped', 'skipped']);
    expect((await candidate.post(`/api/interviews/${id}/scoring`)).status).toBe(202);
    await world.settle();
    expect((await read(id)).state).toBe('not_scored');
  });

  it('does not ask the same person the same question twice while others are left', async () => {
    const someone = await world.candidate();
    const texts: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { questions } = (await someone.post('/api/interviews', { roleId: 'software-engineer', levelId: 'senior', questionCount: 3 })).body as Interview;
      texts.push(...questions.map(({ text }) => text));
    }
    expect(new Set(texts).size).toBe(9);
  });

  it('answers a foreign, a malformed and an absent interview with the same bytes', async () => {
    const { id } = await start();
    const stranger = await world.candidate();
    const answers = await Promise.all([id, 'not-an-id', '00000000-0000-7000-8000-000000000000'].map((one) => stranger.get(`/api/interviews/${one}`)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await stranger.delete(`/api/interviews/${id}`)).status).toBe(404);
    expect((await stranger.put(`/api/interviews/${id}/answers/1`, { text: 'x', baseRevision: 0 })).status).toBe(404);
  });

  it('deletes an interview at once when its owner says so', async () => {
    const { id } = await start();
    expect((await candidate.delete(`/api/interviews/${id}`)).status).toBe(204);
    expect((await candidate.get(`/api/interviews/${id}`)).status).toBe(404);
    expect(await world.database.query('select 1 from interviews.question where interview_id = $1', [id])).toEqual([]);
  });
});

describe('the end of an interview', () => {
  let world: World;
  let candidate: Visitor;
  let id: string;

  beforeAll(async () => {
    world = await World.create();
    candidate = await world.candidate();
    ({ id } = (await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 })).body as Interview);
    await candidate.put(`/api/interviews/${id}/answers/1`, { text: GOOD, baseRevision: 0 });
    await candidate.post(`/api/interviews/${id}/submission`);
    await world.settle();
  });
  afterAll(() => world.destroy());

  it('[MO11] [MP20] comes 90 days after it was submitted: unreadable from that second, deleted by the next sweep', async () => {
    const [row] = await world.database.query<{ submitted: Date; expires: Date }>('select submitted_at as submitted, expires_at as expires from interviews.interview where id = $1', [id]);
    expect((row?.expires.getTime() ?? 0) - (row?.submitted.getTime() ?? 0)).toBe(90 * 86_400_000);
    const left = (row?.expires.getTime() ?? 0) - Date.now();
    await world.database.moveClock(`${Math.floor(left / 1000) - 30} seconds`);
    // The sign-in of 90 days ago has ended as well.
    await candidate.post('/api/session', { email: 'candidate1@example.com', password: PASSWORD });
    expect((await candidate.get(`/api/interviews/${id}/report`)).status).toBe(200);
    await world.database.moveClock('31 seconds');
    expect((await candidate.get(`/api/interviews/${id}/report`)).status).toBe(404);
    expect((await candidate.get(`/api/interviews/${id}`)).status).toBe(404);
    expect((await candidate.get('/api/interviews')).body).toEqual({ items: [], next: null });
    await world.settle();
    for (const table of ['interview', 'question', 'answer', 'answer_score']) expect(await world.database.query(`select 1 from interviews.${table}`)).toEqual([]);
  });
});
