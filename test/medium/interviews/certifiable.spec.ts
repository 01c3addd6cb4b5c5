import { randomUUID } from 'node:crypto';
import { type CertifiableInterviews } from '../../../src/interviews/index.js';
import { heardText } from '../../../src/interviews/speech/heard-text.js';
import { goodAnswerTo } from '../../support/good-answers.js';
import { unpacked } from '../../support/media/samples.js';
import { World } from '../../support/world.js';
import { Speaker } from './speaker.js';

type Standing = Awaited<ReturnType<CertifiableInterviews['standing']>>;
type NearCopies = Awaited<ReturnType<CertifiableInterviews['likenesses']>>;

/** Like no answer of anybody else in here. */
const SAID_TWICE = 'Our lighthouse keeper had counted forty gulls each morning, so I drew a chart of them, found that storms came two days after the count fell, and told the harbour to move its deliveries; in a year they lost no crate.';

describe('what an interview says about a certificate', () => {
  let world: World;
  let me: Speaker;

  beforeAll(async () => {
    world = await World.create();
  });
  beforeEach(async () => {
    me = await Speaker.in(world);
  });
  afterAll(() => world.destroy());

  const asked = (id: string) => world.database.query<{ position: number; id: string; text: string }>('select position, question_id as id, text from interviews.question where interview_id = $1 and follows is null order by position', [id]);
  const answered = async (id: string, text: (questionId: string, position: number) => Promise<string> | string = goodAnswerTo, who = me): Promise<void> => {
    for (const { position, id: questionId } of await asked(id)) {
      const words = await text(questionId, position);
      if (words) expect((await who.write(id, position, words)).status).toBe(200);
    }
  };
  const handedIn = async (id: string, who = me): Promise<string> => {
    expect((await who.submit(id)).status).toBe(202);
    await world.settle();
    return id;
  };
  const begin = (wish: object = {}, who = me) => who.begin({ questionCount: 5, answerKind: 'text', ...wish });
  const taken = async (wish: object = {}, who = me): Promise<string> => {
    const { id } = await begin(wish, who);
    await answered(id, goodAnswerTo, who);
    return handedIn(id, who);
  };
  const standing = async (id: string, who = me): Promise<Standing> => (await who.visitor.get(`/api/interviews/${id}/standing`)).body as Standing;
  const says = (id: string, columns: string) => world.database.query(`update interviews.interview set ${columns} where id = $1`, [id]);
  const asks = (id: string, position: number, questionId: string) => world.database.query('update interviews.question set question_id = $3 where interview_id = $1 and position = $2', [id, position, questionId]);
  const certifiable = async (): Promise<CertifiableInterviews> => {
    const { CertifiableInterviews } = await import('../../../src/interviews/index.js');
    return world.app.get(CertifiableInterviews);
  };
  const alone = async () => {
    const { Database } = await import('../../../src/platform/db/index.js');
    return world.app.get(Database);
  };

  it('[MO10] earns nothing at exactly 7.50, and one at 7.51 and at anything above 7.5', async () => {
    const id = await taken();
    const at = async (overall: string): Promise<Pick<Standing, 'fit' | 'why' | 'overall'>> => {
      await says(id, `overall = '${overall}'`);
      const { fit, why, overall: shown } = await standing(id);
      return { fit, why, overall: shown };
    };
    expect(await at('15/2')).toEqual({ fit: false, why: ['not_above'], overall: '7.50' });
    expect(await at('751/100')).toEqual({ fit: true, why: [], overall: '7.51' });
    expect(await at('75000001/10000000')).toEqual({ fit: true, why: [], overall: '7.500…' });
    expect(await at('74999999/10000000')).toEqual({ fit: false, why: ['not_above'], overall: '7.49' });
    expect(await standing(id)).toMatchObject({ mark: '7.5', questions: 5, needed: 5, seen: [], weakest: { competencyId: expect.any(String), title: expect.any(String), score: expect.stringMatching(/^\d+\.\d\d/) } });
  });

  it('[MO10] says everything that keeps it from one: no score yet or none at all, a coach, a drill, too few questions with a score', async () => {
    const { id } = await begin();
    expect((await standing(id)).why).toEqual(['waiting']);
    await answered(id, (questionId, position) => (position === 2 ? '' : goodAnswerTo(questionId)));
    await handedIn(id);
    await says(id, `overall = '9/1'`);
    expect(await standing(id)).toMatchObject({ fit: false, why: ['too_few_questions'], questions: 4 });
    await says(id, `mode = 'coach', competency_id = 'ownership', overall = '1/1'`);
    expect((await standing(id)).why).toEqual(['coach', 'drill', 'too_few_questions', 'not_above']);
    for (const state of ['in_review', 'not_scored'] as const) {
      await says(id, `mode = 'live', competency_id = null, state = '${state}', overall = null`);
      expect(await standing(id)).toMatchObject({ fit: false, why: [state], overall: null });
    }
  });

  it('is not there for anybody else, nor for an interview that somebody was invited to', async () => {
    const id = await taken({ questionCount: 3 });
    const stranger = await Speaker.in(world);
    const look = async (path: string, who = me): Promise<unknown> => (({ status, text }) => ({ status, text: text.replaceAll(/"(instance|traceId|incident)":"[^"]*"/g, '') }))(await who.visitor.get(`/api/interviews/${path}/standing`));
    const absent = await look(randomUUID());
    expect(absent).toMatchObject({ status: 404 });
    expect(await look(id, stranger)).toEqual(absent);
    expect(await look('nothing')).toEqual(absent);
    await says(id, `origin = 'invited', invited_by = 'Acme'`);
    expect(await look(id)).toEqual(absent);
    const interviews = await certifiable();
    await expect((await alone()).transaction((tx) => interviews.material(tx, me.accountId, id))).rejects.toMatchObject({ status: 404 });
  });

  it('[MO10] earns nothing with a question whose outline was read before it was handed in, even when the interview it was read in is deleted', async () => {
    const first = await taken({ questionCount: 5 });
    const [known] = await asked(first);
    const unseen = async (): Promise<unknown> => (await me.visitor.get('/api/practice/unseen-questions?roleId=software-engineer&levelId=mid')).body;
    const before = (await unseen()) as { unseen: number; all: number; needed: number };
    expect(before).toEqual({ unseen: before.all - 5, all: before.all, needed: 5 });
    await me.visitor.delete(`/api/interviews/${first}`);
    expect(await unseen()).toEqual(before);
    const { id } = await begin();
    const questions = await asked(id);
    expect(questions.map((question) => question.id)).not.toContain(known!.id);
    await answered(id);
    await asks(id, 3, known!.id);
    await handedIn(id);
    await says(id, `overall = '9/1'`);
    expect(await standing(id)).toMatchObject({ fit: false, why: ['outline_seen'], seen: [questions[2]!.text] });
  });

  it('[MO10] counts what a coach told, and what was read between beginning and handing in', async () => {
    const [coached, second, first] = [await begin({ mode: 'coach', questionCount: 3 }), await begin(), await begin({ questionCount: 3 })];
    const [hinted, unasked] = await asked(coached.id);
    expect((await me.visitor.get(`/api/interviews/${coached.id}/answers/1/hint`)).status).toBe(200);
    await me.visitor.delete(`/api/interviews/${coached.id}`);
    await answered(first.id);
    await handedIn(first.id);
    const [read] = await asked(first.id);
    await answered(second.id);
    const words = (await asked(second.id)).map(({ text }) => text);
    for (const [position, question] of [[1, hinted], [2, unasked], [3, read]] as const) await asks(second.id, position, question!.id);
    await handedIn(second.id);
    await says(second.id, `overall = '9/1'`);
    expect((await standing(second.id)).seen).toEqual([words[0], words[2]]);
  });

  it('earns nothing once it is older than a certificate is valid, however long it is kept: one interview, one certificate', async () => {
    const id = await taken();
    await says(id, `expires_at = null`);
    // Reckoned from when it was handed in: half a year before the last of August is no day there is.
    const [row] = await world.database.query<{ by: string }>(`select (submitted_at + interval '6 months' - clock.now() - interval '1 minute')::text as by from interviews.interview where id = $1`, [id]);
    await world.database.moveClock(row!.by);
    await me.signIn();
    expect(await standing(id)).toMatchObject({ fit: true });
    await world.database.moveClock('1 minute');
    expect(await standing(id)).toMatchObject({ fit: false, why: ['too_old'] });
  });

  it('counts what was typed only where the policy does', async () => {
    const id = await taken();
    await says(id, `overall = '9/1'`);
    const [{ Standings }, { Policy }, { InterviewRepository }, { AnswerRepository }, { ShownOutlines }, { QuestionBank }, { Clock }] = await Promise.all([
      import('../../../src/interviews/certifiable/standings.js'), import('../../../src/platform/policy/index.js'), import('../../../src/interviews/interviews.repository.js'),
      import('../../../src/interviews/answers.repository.js'), import('../../../src/interviews/certifiable/shown-outlines.repository.js'), import('../../../src/interviews/bank/question-bank.js'), import('../../../src/platform/clock/index.js'),
    ]);
    const { values } = world.app.get(Policy);
    const strict = Object.assign(Object.create(Policy.prototype) as InstanceType<typeof Policy>, { values: { ...values, certificate: { ...values.certificate, typedAnswers: 'refused' } } });
    const standings = new Standings(world.app.get(InterviewRepository), world.app.get(AnswerRepository), world.app.get(ShownOutlines), world.app.get(QuestionBank), strict, world.app.get(Clock));
    const db = (await alone()).alone;
    expect(await standings.ofMine(db, me.accountId, id)).toMatchObject({ fit: false, why: ['typed'] });
    const by = (transcriber: string) => world.database.query(`update interviews.answer set kind = 'audio', transcriber = $2 where interview_id = $1`, [id, transcriber]);
    await by('device_edited');
    expect(await standings.ofMine(db, me.accountId, id)).toMatchObject({ fit: false, why: ['typed'] });
    // What was never spoken, nobody has heard.
    await world.database.query(`insert into interviews.take (id, interview_id, position, number, kind) select gen_random_uuid(), interview_id, position, 1, 'audio' from interviews.answer where interview_id = $1`, [id]);
    expect(await standings.ofMine(db, me.accountId, id)).toMatchObject({ fit: true });
    // And a program that was never asked has written nothing down, whatever the page says.
    await by('openai/whisper-1_edited');
    expect(await standings.ofMine(db, me.accountId, id)).toMatchObject({ fit: false, why: ['typed'] });
  });

  it('still names the program that wrote an answer down when it was begun to be spoken again and given up', async () => {
    const BY = 'openai/whisper-1';
    const { id } = await begin({ mode: 'coach', answerKind: 'audio', questionCount: 3 });
    const spoken = async (position: number): Promise<string> => {
      const takeId = await me.taken(id, { position, kind: 'audio' });
      await world.database.query('update interviews.take set heard = $2 where id = $1', [takeId, JSON.stringify([heardText(takeId, BY, SAID_TWICE)])]);
      expect((await me.write(id, position, SAID_TWICE, { kind: 'audio', transcriber: BY })).status).toBe(200);
      return takeId;
    };
    await spoken(1);
    await me.taken(id, { position: 1, kind: 'audio' });
    await spoken(2);
    expect((await me.visitor.delete(`/api/takes/${await me.taken(id, { position: 2, kind: 'audio' })}`)).status).toBe(204);
    // The only one that was thrown away counts as never spoken.
    expect((await me.visitor.delete(`/api/takes/${await spoken(3)}`)).status).toBe(204);
    await handedIn(id);
    const { answers } = (await me.visitor.get(`/api/interviews/${id}/report`)).body as { answers: { given: { transcriber: string } }[] };
    expect(answers.map(({ given }) => given.transcriber)).toEqual([BY, BY, 'candidate']);
  });

  it('finds what is nearly the same as an earlier answer of somebody who practised, or of the same person, and the very recording', async () => {
    const other = await Speaker.in(world);
    const wish = { answerKind: 'video', questionCount: 3 };
    const [theirs, mine] = [await begin(wish, other), await begin(wish)];
    await asks(mine.id, 1, (await asked(theirs.id))[0]!.id);
    for (const [who, id] of [[other, theirs.id], [me, mine.id]] as const) {
      await who.allow(id);
      await who.recorded(id, { position: 2 });
      await who.write(id, 1, `${who === me ? 'Well. ' : ''}${SAID_TWICE}`);
      await who.write(id, 2, `What ${id} says is like nothing else at all, and it goes on for a while so that it can be compared with others of the same length.`, { kind: 'video' });
      await handedIn(id, who);
    }
    const found = async (id = mine.id): Promise<NearCopies> => (await certifiable()).likenesses((await alone()).alone, id);
    expect(await found()).toEqual([{ position: 2, what: 'recording', otherIsOwn: false, share: 1 }, { position: 1, what: 'words', otherIsOwn: false, share: expect.any(Number) }]);
    expect(await found(theirs.id)).toEqual([]);
    await says(theirs.id, `submitted_at = submitted_at - interval '91 days'`);
    expect(await found()).toEqual([]);
    await says(theirs.id, `candidate_id = '${me.accountId}'`);
    expect((await found()).map(({ otherIsOwn }) => otherIsOwn)).toEqual([true, true]);
    await says(theirs.id, `candidate_id = '${other.accountId}', submitted_at = submitted_at + interval '91 days', origin = 'invited', invited_by = 'Acme'`);
    expect(await found()).toEqual([]);
  });

  it('hands over what a certificate copies, and the best videos first; a part of one plays from its own beginning, with captions', async () => {
    const { id } = await begin({ answerKind: 'video' });
    await me.allow(id);
    const [thin, good] = [await me.recorded(id, { position: 1 }), await me.recorded(id, { position: 2 })];
    await answered(id, (questionId, position) => (position === 1 ? 'I would look at it.' : goodAnswerTo(questionId)));
    const words = await goodAnswerTo((await asked(id))[1]!.id);
    await world.database.query(`update interviews.answer set kind = 'video', transcriber = case position when 2 then 'whisper/base.en_edited' else 'device' end where interview_id = $1 and position in (1, 2)`, [id]);
    await world.database.query(`update interviews.take set heard = '[{"by": "whisper/base.en", "characters": 3, "sha256": ""}]' where id = $1`, [good]);
    await handedIn(id);
    const interviews = await certifiable();
    const { alone: db } = await alone();
    const { facts, clips, expiresAt } = await (await alone()).transaction((tx) => interviews.material(tx, me.accountId, id));
    expect(facts).toMatchObject({
      levelTitle: 'Mid-level', mark: '7.5', questions: 5, evaluator: { name: 'built-in', builtIn: true, person: false }, rubric: 'vv-1', exact: expect.stringMatching(/^\d+\/\d+$/),
      transcribers: ['their own device', 'Whisper (base.en)'], takenAt: expect.stringMatching(/Z$/),
    });
    expect(new Set(facts.transcripts)).toEqual(new Set(['typed', 'program', 'edited']));
    expect(expiresAt).toBeInstanceOf(Date);
    expect(clips.map(({ takeId }) => takeId)).toEqual([good, thin]);
    expect(clips[0]).toMatchObject({ position: 2, from: 0, to: clips[0]!.durationMs });
    const clip = await interviews.cut(db, me.accountId, good, { from: 1_500, to: clips[0]!.to });
    expect(clip.contentType).toBe('video/webm');
    expect((await unpacked(clip.body)).picture[0]).toMatchObject({ type: 'key', timestamp: 0 });
    const [first = ''] = clip.captions!.match(/\d\d:\d\d:\d\d\.\d+ --> /) ?? [];
    expect(first).toBe('00:00:00.000 --> ');
    expect(clip.captions).toContain(words.split(' ').at(-1));
    const stranger = await Speaker.in(world);
    await expect(interviews.cut(db, stranger.accountId, good, { from: 0, to: 2_000 })).rejects.toMatchObject({ status: 404 });
    await me.takeBack(id);
    await expect(interviews.cut(db, me.accountId, good, { from: 0, to: 2_000 })).rejects.toMatchObject({ code: 'consent.required' });
    expect((await (await alone()).transaction((tx) => interviews.material(tx, me.accountId, id))).clips).toEqual([]);
  });
});
