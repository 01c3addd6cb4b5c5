import { randomUUID } from 'node:crypto';
import { InvitedInterviews, InterviewScores } from '../../../src/interviews/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { takeBack } from '../../support/consents.js';
import { publishedTemplate, type PublishedTemplate } from '../../support/invited.js';
import { World } from '../../support/world.js';
import { Invitee, OWN } from './invitee.js';
import { sample } from './speaker.js';

const GOOD = `First I stay calm and listen to her, I say I am sorry and that I will call her back in ten minutes. Then I phone the driver and ask where the van is. At Brot und Butter in Bremen a van stood in a traffic jam with four cakes, so I asked a colleague to bring another cake by taxi from the shop window, because I did not want to rely on the van alone. It arrived 25 minutes before the wedding.`;
const OTHER = `At a travel agency in Porto the booking page froze every Monday. I could trigger it on purpose with two hundred calls at once, so I ruled out the database first and then halved what was left. It turned out to be one lock that two threads wanted. I changed their order, let it run all night, and it never came back. Since then we have a test for it.`;

interface Line { id: string; score: string | null; invited: { ref: string | null; by: string; deadlineAt: string | null; delayedUntil: string | null } | null }
interface Read { overall: { shown: string } | null; judgedBy: string; evaluator: { name: string } | null; answers: { state: string; message: string | null; shown: string | null; points: { covered: boolean }[] }[] }

describe('an interview that somebody is invited to', () => {
  let world: World;
  let template: PublishedTemplate;

  beforeAll(async () => {
    world = await World.create();
    template = await publishedTemplate(world, (await world.recruiter()).organisationId);
  });
  afterAll(() => world.destroy());

  const invitee = (): Promise<Invitee> => Invitee.to(world, template);
  const listed = async (who: Invitee, id: string): Promise<Line> => ((await who.speaker.visitor.get('/api/interviews')).body as { items: Line[] }).items.find((line) => line.id === id)!;

  it('asks what was chosen, in those words and times, and says who invites and until when', async () => {
    const ada = await invitee();
    const id = await ada.start({ competencies: ['problem-solving'], questions: [OWN, { source: 'bank', questionId: 'alarm-at-night', answerSeconds: 45 }] });
    expect(await ada.start()).toBe(id);
    expect(await ada.speaker.room(id)).toMatchObject({
      roleTitle: 'Baker', mode: 'live', answerKind: 'text', answerKinds: ['text', 'audio'], retakes: 0, recordingOffered: { audio: true, video: true }, judgedBy: 'ai',
      invited: { ref: ada.ref, by: 'Acme Ltd', delayedUntil: null },
      questions: [{ text: (OWN as { text: string }).text, wordedBy: null, answerSeconds: 120 }, { answerSeconds: 45, competencies: ['problem-solving'] }],
    });
    expect(await listed(ada, id)).toMatchObject({ invited: { ref: ada.ref, by: 'Acme Ltd' } });
    expect(await ada.speaker.visitor.get(`/api/interviews/${id}/answers/1/hint`)).toMatchObject({ status: 409 });
    expect(await ada.speaker.visitor.post(`/api/interviews/${id}/conversations`)).toMatchObject({ status: 409, body: { code: 'interviews.interviewer_not_offered' } });
  });

  it('is answered as the template says: kinds, retakes, recordings; typing is open to whoever cannot speak', async () => {
    const ada = await invitee();
    const id = await ada.start({ recordingOffered: false, answerKinds: ['audio'] });
    expect(await ada.speaker.write(id, 2, OTHER)).toMatchObject({ status: 200 });
    expect(await ada.speaker.write(id, 1, GOOD, { kind: 'video' })).toMatchObject({ status: 422, body: { code: 'interviews.answer_kind_not_offered' } });
    expect(await ada.speaker.take(id)).toMatchObject({ status: 422, body: { code: 'interviews.answer_kind_not_offered' } });
    expect(await ada.speaker.take(id, { kind: 'audio' })).toMatchObject({ status: 201, body: { number: 1, retakesLeft: 0, kept: false } });
    expect(await ada.speaker.take(id, { kind: 'audio' })).toMatchObject({ status: 409, body: { code: 'interviews.no_retakes_left' } });
    expect(await ada.speaker.allow(id, 'audio')).toMatchObject({ status: 409, body: { code: 'interviews.recording_not_offered' } });
  });

  it('takes neither answer nor take nor submission once its deadline is over, by the time of the database, and says what is kept', async () => {
    const ada = await invitee();
    const id = await ada.start({ retakes: 3 });
    await ada.say(id, GOOD);
    await world.app.get(Database).transaction((tx) => world.app.get(InvitedInterviews).moveDeadline(tx, id, new Date(Date.now() + 3_600_000)));
    expect((await ada.speaker.write(id, 2, OTHER)).status).toBe(200);
    await world.database.moveClock('2 hours');
    await ada.speaker.signIn();
    const over = { status: 409, body: { code: 'interviews.deadline_over', detail: expect.stringContaining('What was saved before is kept') } };
    expect(await ada.speaker.write(id, 2, 'More', { baseRevision: 1 })).toMatchObject(over);
    expect(await ada.speaker.take(id, { kind: 'audio' })).toMatchObject(over);
    expect(await ada.speaker.submit(id)).toMatchObject(over);
    expect(await ada.speaker.visitor.post(`/api/interviews/${id}/answers/1/follow-up`)).toMatchObject(over);
    expect((await ada.speaker.question(id, 2)).answer?.text).toBe(OTHER);
    await world.database.moveClock('-2 hours');
  });

  it('is handed in once by twenty submissions at once, which all get the same answer, whatever is being saved meanwhile', async () => {
    const ada = await invitee();
    const id = await ada.start();
    await ada.say(id, GOOD, OTHER);
    const saves = [ada.speaker.write(id, 1, `${GOOD} And more.`, { baseRevision: 1 }), ada.speaker.write(id, 2, `${OTHER} And more.`, { baseRevision: 1 })];
    const [submissions, saved] = await Promise.all([Promise.all(Array.from({ length: 20 }, () => ada.speaker.submit(id))), Promise.all(saves)]);
    expect(submissions.map(({ status }) => status)).toEqual(Array(20).fill(202));
    expect(new Set(submissions.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const room = await ada.speaker.room(id);
    saved.forEach(({ status, body }, at) => {
      if (status === 200) expect(room.questions[at]?.answer?.text).toContain('And more.');
      else expect(body).toMatchObject({ code: 'interviews.already_submitted' });
      expect(room.questions[at]?.answer?.text.endsWith('And more.')).toBe(status === 200);
    });
    const [counted] = await world.database.query<{ events: number; scorings: number }>(
      `select (count(*) filter (where name = 'interviews.submitted'))::int as events, (count(*) filter (where name = 'interviews.score'))::int as scorings from jobs.outbox where payload ->> 'interviewId' = $1`, [id]);
    expect(counted).toEqual({ events: 1, scorings: 1 });
    await world.settle();
    expect(await world.database.query('select 1 from interviews.run where interview_id = $1', [id])).toHaveLength(1);
  });

  it('[MO15] is read by whoever invited, with scores on the organisation’s own question too, and by nobody without that very consent', async () => {
    const [ada, grace] = [await invitee(), await invitee()];
    const id = await ada.start();
    await ada.say(id, GOOD);
    await expect(ada.report(id)).rejects.toMatchObject({ code: 'not_found' });
    await ada.handIn(id);
    expect(await ada.report(id)).toMatchObject({ state: 'submitted', scoredAt: null, overall: null, answers: [{ text: GOOD, state: 'not_scored', expected: expect.arrayContaining(['find out where the cake is']), anchors: { 5: expect.any(String) } }, { text: '' }] });
    await world.settle();
    const report = await ada.report(id);
    expect(report).toMatchObject({ state: 'scored', evaluator: { name: 'built-in' }, answers: [{ state: 'scored', competencies: [{ id: 'problem-solving', title: 'Problem solving' }] }, { state: 'skipped' }] });
    expect(Number(report.answers[0]!.shown?.replace('…', ''))).toBeGreaterThan(7);
    const candidates = (await ada.speaker.visitor.get(`/api/interviews/${id}/report`)).body as Read;
    expect(report.overall?.shown).toBe(candidates.overall?.shown);
    expect(await ada.report(id, { scores: false })).toMatchObject({ overall: null, evaluator: null, competencies: [], answers: [{ text: GOOD, shown: null, criteria: [] }, {}] });
    const scores = await world.app.get(InvitedInterviews).scores(world.app.get(Database).alone, [id]);
    expect(scores.get(id)?.overall?.slice(0, 3)).toBe(report.overall?.shown.slice(0, 3));
    await expect(grace.report(id)).rejects.toMatchObject({ code: 'not_found' });
    await takeBack(world, ada.speaker.accountId, 'invited_result', ada.ref);
    await expect(ada.report(id)).rejects.toMatchObject({ code: 'consent.required' });
  });

  it('counts for nothing but what it was invited to: neither trend, nor best scores, nor a drill', async () => {
    const ada = await invitee();
    await ada.handIn(await ada.start(), GOOD, OTHER);
    await world.settle();
    expect(await world.app.get(InterviewScores).best(world.app.get(Database).alone, ada.speaker.accountId)).toBeNull();
    expect((await ada.speaker.visitor.get('/api/practice/trend')).body).toEqual({ competencies: [], weakest: null });
  });

  it('lets its owner’s own copy wait as long as the template says, and no longer; what is exported never waits', async () => {
    const ada = await invitee();
    const id = await ada.start({ copyDelayDays: 3 });
    await ada.handIn(id, GOOD, OTHER);
    await world.settle();
    const delayed = { status: 409, body: { code: 'interviews.report_delayed' } };
    expect(await ada.speaker.visitor.get(`/api/interviews/${id}/report`)).toMatchObject(delayed);
    expect(await ada.speaker.visitor.get(`/api/interviews/${id}/report/pdf`)).toMatchObject(delayed);
    expect(await ada.speaker.visitor.post(`/api/interviews/${id}/answers/1/attempts`, { text: GOOD })).toMatchObject({ status: 409, body: { code: 'interviews.not_reported_yet' } });
    expect(await listed(ada, id)).toMatchObject({ score: null, invited: { delayedUntil: expect.any(String) } });
    const { interviewsHolder } = await import('../../../src/interviews/interviews.personal-data.js');
    expect(JSON.stringify(await interviewsHolder.export(world.app.get(Database).alone, ada.speaker.accountId))).toContain('"overall":"');
    await world.database.moveClock('3 days');
    await ada.speaker.signIn();
    expect((await ada.speaker.visitor.get(`/api/interviews/${id}/report`)).status).toBe(200);
    expect(await listed(ada, id)).toMatchObject({ score: expect.any(String), invited: { delayedUntil: null } });
  });

  it('is scored by no program when people judge it: no job, no sweep, no asking again, no re-scoring', async () => {
    const ada = await invitee();
    const id = await ada.start({ judgedBy: 'people', aiProcessing: true });
    await ada.handIn(id, GOOD);
    await world.database.moveClock('10 minutes');
    const { JobsRuntime } = await import('../../../src/platform/jobs/index.js');
    const { findUnscored } = await import('../../../src/interviews/interviews.jobs.js');
    const { Outbox } = await import('../../../src/platform/jobs/index.js');
    await world.app.get(Database).transaction((tx) => world.app.get(Outbox).enqueue(tx, findUnscored, {}));
    await world.app.get(JobsRuntime).runDue();
    expect(await ada.speaker.visitor.post(`/api/interviews/${id}/scoring`)).toMatchObject({ status: 409, body: { code: 'interviews.not_scorable' } });
    const { RescoringRepository } = await import('../../../src/interviews/evaluations/rescorings/rescoring.repository.js');
    expect((await world.app.get(RescoringRepository).insert(world.app.get(Database).alone, { evaluator: null, version: null, rubric: 'vv-1', byAi: false }, { of: null, interviewId: id }, ada.speaker.accountId)).runs).toBe(0);
    expect(await world.database.query('select 1 from interviews.run where interview_id = $1', [id])).toEqual([]);
    await ada.speaker.signIn();
    expect((await ada.speaker.visitor.get(`/api/interviews/${id}/report`)).body).toMatchObject({ judgedBy: 'people', evaluator: null, overall: null, answers: [{ state: 'not_scored', message: 'People of Acme Ltd rate this answer. No program does.' }, {}] });
    expect((await ada.speaker.visitor.get(`/api/interviews/${id}/report/pdf`)).status).toBe(200);
    expect(await ada.report(id)).toMatchObject({ state: 'for_people', judgedBy: 'people', overall: null, answers: [{ text: GOOD, shown: null, anchors: { 1: 'Says sorry.' } }, {}] });
  });

  it('ends what was allowed for its invitation when it is deleted, and when it expires', async () => {
    const [ada, grace] = [await invitee(), await invitee()];
    const [deleted, expired] = [await ada.start(), await grace.start()];
    const live = (): Promise<object[]> => world.database.query('select scope from consent.live_grant where scope = any($1)', [[ada.ref, grace.ref]]);
    expect(await live()).toHaveLength(2);
    expect((await ada.speaker.visitor.delete(`/api/interviews/${deleted}`)).status).toBe(204);
    expect(await live()).toEqual([{ scope: grace.ref }]);
    await world.database.query('update interviews.interview set expires_at = clock.now() where id = $1', [expired]);
    const { InterviewRepository } = await import('../../../src/interviews/interviews.repository.js');
    await world.app.get(Database).transaction((tx) => world.app.get(InterviewRepository).deleteExpired(tx, 1_000));
    expect(await live()).toEqual([]);
  });

  it('stays with its owner when the invitation lets go of it, and ends as it stands', async () => {
    const ada = await invitee();
    const id = await ada.start();
    await ada.say(id, GOOD);
    await world.app.get(Database).transaction((tx) => world.app.get(InvitedInterviews).setAside(tx, id));
    expect(await ada.speaker.write(id, 2, OTHER)).toMatchObject({ status: 409, body: { code: 'interviews.deadline_over' } });
    expect(await ada.speaker.room(id)).toMatchObject({ invited: { ref: null, by: 'Acme Ltd' }, questions: [{ answer: { text: GOOD } }, {}] });
    expect(await ada.start()).not.toBe(id);
  });

  describe('of which facts are noted', () => {
    const notes = (who: Invitee, id: string, visit: string, ...all: object[]) => who.speaker.visitor.post(`/api/interviews/${id}/facts`, { visit, notes: all });

    it('counts how often the page was left and what was pasted, each number once however often it is sent, and never in practice', async () => {
      const ada = await invitee();
      const id = await ada.start({ retakes: 2 });
      const visit = randomUUID();
      const counted = { position: 1, timesLeft: 2, pastes: 1, pastedCharacters: 120 };
      expect((await notes(ada, id, visit, counted)).status).toBe(204);
      expect((await notes(ada, id, visit, counted, { ...counted, position: 99 })).status).toBe(204);
      await notes(ada, id, visit, { ...counted, timesLeft: 1 });
      await notes(ada, id, randomUUID(), { ...counted, pastes: 0, pastedCharacters: 0 });
      await ada.speaker.take(id, { kind: 'audio', position: 2 });
      await ada.speaker.take(id, { kind: 'audio', position: 2 });
      await ada.handIn(id, GOOD, OTHER);
      expect((await ada.report(id)).answers.map(({ facts }) => facts)).toEqual([
        { timesLeft: 4, pastes: 1, pastedCharacters: 120, retakes: 0, sameRecording: 0, sameWords: null },
        { timesLeft: 0, pastes: 0, pastedCharacters: 0, retakes: 1, sameRecording: 0, sameWords: null },
      ]);
      expect((await notes(ada, id, visit, counted)).status).toBe(409);
      expect((await notes(ada, (await ada.speaker.begin()).id, visit, counted)).status).toBe(404);
    });

    it('tells of the very recording and of nearly the same words that somebody else handed in before, leaves every score to the digit as it is, and plays what its owner still keeps', async () => {
      const other = await publishedTemplate(world, template.organisationId);
      const [first, second, elsewhere] = [await Invitee.to(world, other), await Invitee.to(world, other), await Invitee.to(world, await publishedTemplate(world, template.organisationId))];
      const spoken = async (who: Invitee, words: string): Promise<string> => {
        const id = await who.start({ answerKinds: ['text', 'video'] });
        await who.speaker.allow(id, 'video');
        const takeId = await who.speaker.taken(id, { position: 2 });
        await who.speaker.send(takeId, sample('video-vp8.webm'));
        await who.speaker.write(id, 2, OTHER, { kind: 'video' });
        await who.handIn(id, words);
        await world.settle();
        return id;
      };
      const ids = [await spoken(first, GOOD), await spoken(second, GOOD.replace('25 minutes', '20 minutes')), await spoken(elsewhere, GOOD)];
      const [earliest, later, apart] = [await first.report(ids[0]!), await second.report(ids[1]!), await elsewhere.report(ids[2]!)];
      expect(later.answers.map(({ facts }) => facts)).toMatchObject([
        { sameRecording: 0, sameWords: { others: 1, share: expect.any(Number) } },
        { sameRecording: 1, sameWords: { others: 1, share: 1 } },
      ]);
      expect([...earliest.answers, ...apart.answers].map(({ facts }) => [facts.sameRecording, facts.sameWords])).toEqual(Array(4).fill([0, null]));
      const marks = (report: typeof later) => [report.overall, report.answers.map(({ shown, criteria }) => [shown, criteria.map(({ score }) => score)])];
      expect(marks(apart)).toEqual(marks(earliest));
      expect(marks(later)).toEqual(marks(apart));
      const played = (): Promise<number> => second.asOrganisation(async (tx, consented) => {
        const takeId = later.answers[1]!.given!.take!.takeId;
        expect(await world.app.get(InvitedInterviews).captions(tx, consented, ids[1]!, takeId)).toMatch(/^WEBVTT/);
        return (await world.app.get(InvitedInterviews).play(tx, consented, ids[1]!, takeId, 'bytes=0-9')).status;
      });
      expect(await played()).toBe(206);
      await second.speaker.takeBack(ids[1]!);
      await expect(played()).rejects.toMatchObject({ code: 'not_found' });
      await takeBack(world, first.speaker.accountId, 'invited_result', first.ref);
      await world.app.get(Database).transaction((tx) => world.app.get(InvitedInterviews).setAside(tx, ids[0]!));
      expect((await second.report(ids[1]!)).answers.map(({ facts }) => [facts.sameRecording, facts.sameWords])).toEqual(Array(2).fill([0, null]));
    });
  });
});
