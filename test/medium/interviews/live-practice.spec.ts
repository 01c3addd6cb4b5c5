import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { goodAnswerTo } from '../../support/good-answers.js';
import { pdf } from '../../support/sample-resumes.js';
import { until } from '../../support/until.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Question { position: number; follows: number | null; takesUp: string | null; text: string; competencies: string[] }
interface Interview { id: string; state: string; roleTitle: string; questionSet: { id: string; title: string }; goals: string | null; questions: Question[]; progress: { scored: number; total: number } }
interface Attempt { number: number; state: string; shown: string | null; text: string; criteria: object[]; points: { covered: boolean }[] }
interface Report {
  overall: { shown: string } | null;
  goals: { text: string; about: { id: string; shown: string | null; next: string }[] } | null;
  competencies: { id: string; shown: string }[];
  answers: {
    position: number; text: string; shown: string | null; followUp: { question: string; takesUp: string | null; startsAt: number | null } | null;
    points: { id: string; covered: boolean }[]; criteria: { quotes: { start: number; end: number; text: string }[] }[]; attempts: Attempt[];
  }[];
}

const PLAIN = { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 };

describe('an interview as one meets it in life', () => {
  let world: World;
  let candidate: Visitor;
  let stranger: Visitor;

  beforeAll(async () => {
    world = await World.create();
    candidate = await world.candidate();
    stranger = await world.candidate();
  });
  afterAll(() => world.destroy());

  const start = async (wish: object = {}): Promise<Interview> => (await candidate.post('/api/interviews', { ...PLAIN, ...wish })).body as Interview;
  const answer = (id: string, position: number, text: string, baseRevision = 0) => candidate.put(`/api/interviews/${id}/answers/${position}`, { text, baseRevision });
  const next = async (id: string, position: number): Promise<Interview> => (await candidate.post(`/api/interviews/${id}/answers/${position}/follow-up`)).body as Interview;
  const report = async (id: string): Promise<Report> => (await candidate.get(`/api/interviews/${id}/report`)).body as Report;
  const bank = async () => world.app.get((await import('../../../src/interviews/bank/question-bank.js')).QuestionBank);
  const sample = async (id: string, position: number, kind: 'good' | 'thin') => {
    const [row] = await world.database.query<{ question: string }>('select question_id as question from interviews.question where interview_id = $1 and position = $2', [id, position]);
    const question = (await bank()).question(row?.question ?? '')!;
    return { question, text: kind === 'good' ? await goodAnswerTo(question.id) : question.weakAnswers.thin[0] ?? '' };
  };
  const submitted = async (id: string): Promise<void> => {
    expect((await candidate.post(`/api/interviews/${id}/submission`)).status).toBe(202);
    await world.settle();
  };

  it('takes a role in the candidate’s own words, and says whose questions serve: the nearest role’s, or everybody’s', async () => {
    const sets = async (named: string) => ((await candidate.get(`/api/practice/roles?named=${encodeURIComponent(named)}`)).body as { sets: { id: string; isGeneral: boolean }[] }).sets;
    expect((await sets('Full-stack programmer')).map(({ id, isGeneral }) => [id, isGeneral])).toEqual([['software-engineer', false]]);
    const [general, ...others] = await sets('Marine biologist');
    expect([general?.id, general?.isGeneral, others]).toEqual(['general', true, []]);
    const interview = await start({ roleId: 'general', roleTitle: 'Marine biologist', questionCount: 4, jobDescription: 'You keep our message queues (Kafka, Redis) running.' });
    expect(interview).toMatchObject({ roleTitle: 'Marine biologist', questionSet: { id: 'general', title: 'General questions' } });
    const asked = await world.database.query<{ id: string }>('select question_id as id from interviews.question where interview_id = $1', [interview.id]);
    expect(asked).toHaveLength(4);
    expect(asked.map(({ id }) => id)).toContain('notification-delivery');
    expect(await start({ roleTitle: 'Backend developer' })).toMatchObject({ roleTitle: 'Backend developer', questionSet: { id: 'software-engineer', title: 'Software engineer' } });
    expect((await start({ roleTitle: ' Backend\r\ndeveloper\t' })).roleTitle).toBe('Backend developer');
    expect((await candidate.post('/api/interviews', { ...PLAIN, roleTitle: 'x'.repeat(121) })).body).toMatchObject({ status: 422, fields: { roleTitle: expect.any(String) } });
  });

  it('[IM03] plans the questions by resume, role, level and goals: each of them changes what is asked', async () => {
    const planFor = async (who: Visitor, wish: object): Promise<string[]> => {
      const { id } = (await who.post('/api/interviews', { ...PLAIN, ...wish })).body as Interview;
      return (await world.database.query<{ id: string }>('select question_id as id from interviews.question where interview_id = $1 order by position', [id])).map((row) => row.id);
    };
    const withResume = async (): Promise<Visitor> => {
      const who = await world.candidate();
      await who.putFile('/api/resume', await pdf((doc) => {
        doc.fontSize(18).text('Software engineer').fontSize(11).text('Skills: Kafka, RabbitMQ, Redis, message queues, distributed systems.');
        doc.text('I have run queues for eight years in three companies, and I know how they fail: slowly, at night, and all at once. '.repeat(4));
      }));
      return who;
    };
    const questions = await bank();
    expect((await planFor(await withResume(), {}))[0]).toBe('notification-delivery');
    expect(await planFor(await withResume(), { levelId: 'junior' })).not.toContain('notification-delivery');
    for (const id of await planFor(await withResume(), { roleId: 'data-analyst' })) expect(questions.question(id)?.roles).toContain('data-analyst');
    const [first = ''] = await planFor(await withResume(), { goals: 'I want to handle conflict better.' });
    expect(questions.question(first)?.competencies).toContain('collaboration');
  });

  it('asks about the goals first, keeps them as they were written, and comes back to them in the report', async () => {
    const goals = 'I want to handle conflict with colleagues better. – “for real” ☕';
    const interview = await start({ goals });
    expect(interview.goals).toBe(goals);
    expect(interview.questions[0]?.competencies).toContain('collaboration');
    for (const { position } of interview.questions) await answer(interview.id, position, (await sample(interview.id, position, 'good')).text);
    await submitted(interview.id);
    const { goals: shown, competencies } = await report(interview.id);
    expect(shown).toMatchObject({ text: goals, about: [{ id: 'collaboration', next: expect.stringMatching(/\w/) }] });
    expect(shown?.about[0]?.shown).toBe(competencies.find(({ id }) => id === 'collaboration')?.shown);
    expect((await candidate.post('/api/interviews', { ...PLAIN, goals: 'x'.repeat(1_001) })).status).toBe(422);
    expect((await start({ goals: ' \n ' })).goals).toBeNull();
  });

  it('comes back once to what was said, in the candidate’s own words, and to half of the questions at most', async () => {
    const { id } = await start();
    const { question, text } = await sample(id, 1, 'thin');
    expect((await next(id, 1)).questions).toHaveLength(3);
    await answer(id, 1, text);
    const [main, followUp, ...others] = (await next(id, 1)).questions;
    expect(main).toMatchObject({ position: 1, follows: null });
    expect(followUp).toMatchObject({ position: 101, follows: 1 });
    expect(question.followUps).toContain(followUp?.text);
    expect(text).toContain(followUp?.takesUp ?? '');
    expect(others.map(({ position }) => position)).toEqual([2, 3]);
    expect((await next(id, 1)).questions).toHaveLength(4);
    await answer(id, 2, (await sample(id, 2, 'thin')).text);
    await answer(id, 3, (await sample(id, 3, 'thin')).text);
    expect((await next(id, 2)).questions).toHaveLength(5);
    expect((await next(id, 3)).questions).toHaveLength(5);
    expect((await candidate.post(`/api/interviews/${id}/answers/101/follow-up`)).status).toBe(404);
    expect((await stranger.post(`/api/interviews/${id}/answers/1/follow-up`)).status).toBe(404);
    const list = (await candidate.get('/api/interviews')).body as { items: { id: string; questionCount: number; answeredCount: number; nextPosition: number | null }[] };
    expect(list.items.find((item) => item.id === id)).toMatchObject({ questionCount: 3, answeredCount: 3, nextPosition: null });
  });

  it('keeps nothing about a question that was not asked, and changes none that was', async () => {
    const { id } = await start();
    for (const about of [
      `interviews.answer (interview_id, position, text, revision) values ($1, 50, 'Words', 1)`,
      `interviews.take (id, interview_id, position, number, kind) values (gen_random_uuid(), $1, 50, 1, 'audio')`,
      `interviews.question (interview_id, position, follows, question_id, question_version, text, kind, competencies, think_seconds, answer_seconds) values ($1, 150, 50, 'q', 1, 'Why?', 'behavioural', '{}', 1, 1)`,
    ]) await expect(world.database.query(`insert into ${about}`, [id])).rejects.toMatchObject({ code: '23503' });
    const rights = await world.database.query<{ may: boolean }>(`select has_table_privilege('viva_application', 'interviews.question', p) as may from unnest(array['update', 'delete', 'truncate']) p`);
    expect(rights.map(({ may }) => may)).toEqual([false, false, false]);
  });

  it('leaves nothing of what seldom hangs from an interview when that goes, not even what is being written meanwhile, and nothing is about one that is not there', async () => {
    const [{ id }, { id: other }] = [await start(), await start()];
    const about = [
      `interviews.attempt (interview_id, position, number, text, state, points, advice, judged_by) values ($1, 1, 2, 'Words', 'not_scored', '[]', '[]', 'built-in')`,
      `interviews.take (id, interview_id, position, number, kind) values (gen_random_uuid(), $1, 1, 1, 'audio')`,
      `interviews.room_note (interview_id, position, visit, times_left, pastes, pasted_characters) values ($1, 1, gen_random_uuid(), 0, 0, 0)`,
    ];
    const alike = (one: string, two: string) => world.database.query(`insert into interviews.likeness (interview_id, position, what, other_id, share) values ($1, 1, 'words', $2, 1)`, [one, two]);
    for (const one of [id, other]) for (const row of about) await world.database.query(`insert into ${row}`, [one]);
    await alike(id, other);
    await alike(other, id);
    for (const row of about) await expect(world.database.query(`insert into ${row}`, [randomUUID()])).rejects.toMatchObject({ code: '23503' });
    await expect(alike(id, randomUUID())).rejects.toMatchObject({ code: '23503' });
    await expect(alike(randomUUID(), id)).rejects.toMatchObject({ code: '23503' });

    const writing = new Client({ connectionString: world.database.ownerUrl });
    await writing.connect();
    await writing.query('begin');
    await writing.query(`insert into interviews.take (id, interview_id, position, number, kind) values (gen_random_uuid(), $1, 1, 2, 'audio')`, [id]);
    const deleted = candidate.delete(`/api/interviews/${id}`);
    await until('somebody waits for the one who writes', async () => (await writing.query(`select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`)).rowCount);
    await writing.query('commit');
    await writing.end();
    expect((await deleted).status).toBe(204);
    const left = await world.database.query(
      `select t, count(*)::int as count from (select 'attempt' as t, interview_id from interviews.attempt union all select 'take', interview_id from interviews.take union all select 'room_note', interview_id from interviews.room_note
         union all select 'likeness', interview_id from interviews.likeness) hangs group by t, interview_id order by t`);
    expect(left).toEqual([{ t: 'attempt', count: 1 }, { t: 'room_note', count: 1 }, { t: 'take', count: 1 }]);
  });

  it('takes nothing that is written while it goes', async () => {
    const [{ id }, { id: stays }] = [await start(), await start()];
    const deleting = new Client({ connectionString: world.database.ownerUrl });
    await deleting.connect();
    await deleting.query('begin');
    await deleting.query('delete from interviews.interview where id = $1', [id]);
    const written = Promise.allSettled([
      `interviews.attempt (interview_id, position, number, text, state, points, advice, judged_by) values ($1, 1, 2, 'Words', 'not_scored', '[]', '[]', 'built-in')`,
      `interviews.take (id, interview_id, position, number, kind) values (gen_random_uuid(), $1, 1, 1, 'audio')`,
      `interviews.room_note (interview_id, position, visit, times_left, pastes, pasted_characters) values ($1, 1, gen_random_uuid(), 0, 0, 0)`,
      `interviews.likeness (interview_id, position, what, other_id, share) values ('${stays}', 1, 'words', $1, 1)`,
    ].map((row) => world.database.query(`insert into ${row}`, [id])));
    await until('all of them wait', async () => (await deleting.query(`select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`)).rowCount === 4);
    await deleting.query('commit');
    await deleting.end();
    const refusals = (await written).map((one) => (one.status === 'rejected' ? String(one.reason) : 'written'));
    expect(refusals).toEqual(['attempt', 'take', 'room_note', 'likeness'].map((table) => `error: interviews.${table} is about an interview that is not there`));
  });

  it('quotes no words that the candidate has taken back since', async () => {
    const { id } = await start();
    const position = 1;
    const { text: said } = await sample(id, position, 'thin');
    await answer(id, position, said);
    await next(id, position);
    // Whether a follow-up takes a sentence up depends on the question: this one does.
    await world.database.query('update interviews.question set takes_up = $2 where interview_id = $1 and follows = 1', [id, said.slice(0, 40)]);
    const taken = async () => ((await candidate.get(`/api/interviews/${id}`)).body as Interview).questions.find(({ follows }) => follows === position)?.takesUp;
    expect(await taken()).toBe(said.slice(0, 40));
    for (const misplaced of ['position = 150, follows = null', 'follows = null']) {
      await expect(world.database.query(`update interviews.question set ${misplaced} where interview_id = $1 and follows = 1`, [id])).rejects.toThrow(/check constraint/);
    }
    await answer(id, position, 'Something else entirely: I moved our invoices in three nights, and nobody noticed.', 1);
    expect(await taken()).toBeNull();
    await submitted(id);
    const { followUp } = (await report(id)).answers[position - 1]!;
    expect(followUp).toMatchObject({ question: expect.any(String), takesUp: null });
  });

  it('asks no follow-up where there is help', async () => {
    const { id } = await start({ mode: 'coach' });
    await answer(id, 1, (await sample(id, 1, 'thin')).text);
    expect((await next(id, 1)).questions).toHaveLength(3);
  });

  it('reads the answer to a follow-up together with the first, as one, and takes nothing for one that is left out', async () => {
    for (const saysMore of [true, false]) {
      const { id } = await start({ competencyId: 'problem-solving' });
      const { question, text } = await sample(id, 1, 'thin');
      await answer(id, 1, text);
      await next(id, 1);
      const more = await goodAnswerTo(question.id);
      if (saysMore) await answer(id, 101, more);
      await submitted(id);
      const [first] = (await report(id)).answers;
      expect(first?.text).toBe(saysMore ? `${text}\n\n${more}` : text);
      expect(first?.followUp?.startsAt).toBe(saysMore ? text.length + 2 : null);
      for (const quote of first?.criteria.flatMap(({ quotes }) => quotes) ?? []) expect(first?.text.slice(quote.start, quote.end)).toBe(quote.text);
      const { BuiltInEvaluator } = await import('../../../src/interviews/scoring/built-in-evaluator.js');
      const alone = new BuiltInEvaluator(await bank()).evaluate({ question, answer: text, earlierAnswers: [] });
      const coveredAlone = alone.state === 'scored' ? alone.points.filter(({ covered }) => covered).length : 0;
      const covered = first?.points.filter((point) => point.covered).length ?? 0;
      if (saysMore) expect(covered).toBeGreaterThan(coveredAlone);
      else expect(covered).toBe(coveredAlone);
      expect(await world.database.query('select 1 from interviews.answer_score where interview_id = $1', [id])).toHaveLength(3);
      expect((await candidate.get(`/api/interviews/${id}`)).body).toMatchObject({ state: 'scored', progress: { scored: 3, total: 3 } });
    }
  });

  it('lets a question be tried again from the report: attempts stand beside the first, whose score never changes', async () => {
    const { id } = await start();
    expect((await candidate.post(`/api/interviews/${id}/answers/1/attempts`, { text: 'too early' })).body).toMatchObject({ code: 'interviews.not_reported_yet' });
    await answer(id, 1, (await sample(id, 1, 'thin')).text);
    await submitted(id);
    const before = await report(id);
    const stored = () => world.database.query('select i.overall, i.scored_at, s.position, s.criteria, s.points from interviews.interview i join interviews.answer_score s on s.interview_id = i.id where i.id = $1 order by s.position', [id]);
    const storedBefore = await stored();
    const tryAgain = (position: number, text: string, who = candidate) => who.post(`/api/interviews/${id}/answers/${position}/attempts`, { text });
    const good = (await sample(id, 1, 'good')).text;
    const [second, third] = [await tryAgain(1, good), await tryAgain(1, 'Ich habe damals die Fehlersuche übernommen und mit meinem Team die Ursache gefunden, weil wir die Protokolle gelesen haben.')];
    expect(second).toMatchObject({ status: 201, body: { number: 2, state: 'scored', text: good } });
    expect(Number((second.body as Attempt).shown)).toBeGreaterThan(Number(before.answers[0]?.shown));
    expect(third).toMatchObject({ status: 201, body: { number: 3, state: 'not_scored', shown: null } });
    const twice = await Promise.all([tryAgain(2, good), tryAgain(2, good)]);
    expect(twice.map(({ status, body }) => [status, (body as Attempt).number])).toEqual([[201, 2], [201, 2]]);
    const after = await report(id);
    expect(after.answers[0]?.attempts.map(({ number, shown }) => [number, shown])).toEqual([[2, (second.body as Attempt).shown], [3, null]]);
    expect({ ...after, answers: after.answers.map((each) => ({ ...each, attempts: [] })) }).toEqual(before);
    expect(await stored()).toEqual(storedBefore);
    expect((await tryAgain(1, '  ')).body).toMatchObject({ code: 'interviews.nothing_to_judge' });
    expect((await tryAgain(1, 'x'.repeat(20_001))).body).toMatchObject({ code: 'interviews.answer_too_long' });
    expect([(await tryAgain(9, good)).status, (await tryAgain(1, good, stranger)).status]).toEqual([404, 404]);
    await world.database.query(`update interviews.attempt set number = 20 where interview_id = $1 and number = 3`, [id]);
    expect((await tryAgain(1, good)).body).toMatchObject({ code: 'interviews.attempts_used_up' });
    const { interviewsHolder } = await import('../../../src/interviews/interviews.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const [owner] = await world.database.query<{ account: string }>('select candidate_id as account from interviews.interview where id = $1', [id]);
    expect(JSON.stringify(await interviewsHolder.export(world.app.get(Database).alone, owner?.account ?? ''))).toContain(JSON.stringify(good));
    await candidate.delete(`/api/interviews/${id}`);
    expect(await world.database.query('select 1 from interviews.attempt where interview_id = $1', [id])).toEqual([]);
  });
});
