import { handedIn, type Invited, type PublishedTemplate, publishedTemplate } from '../../support/invited.js';
import { takeBack } from '../../support/consents.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';
import { Speaker } from '../interviews/speaker.js';

let world: World;
let ada: { visitor: Visitor; accountId: string; organisationId: string };
let bea: { visitor: Visitor; accountId: string };
let template: PublishedTemplate;

interface Card { version: number; mean: string | null; recommendation: string | null; summary: string; marks: { position: number; mark: number; note: string }[] }
interface Review {
  answers: Record<string, unknown>[];
  evaluation: null | { overall: { shown: string } | null; competencies: unknown[]; answers: Record<string, unknown>[]; [key: string]: unknown };
  isEvaluationHidden: boolean;
  overrides: null | { overall: string; insteadOf: string | null; author: string | null; isYours: boolean; reason: string }[];
  colleagues: null | { author: string | null; submitted: Card[] }[];
  mine: { draft: Card | null; submitted: Card[] };
  people: null | { mean: string; count: number; spread: string };
  standing: null | { shown: string; from: string; outOf: number };
  judgedBy: string;
  state: string;
}

beforeAll(async () => {
  world = await World.create();
  ada = await world.recruiter({ name: 'Ada Reader' });
  bea = await world.recruiter({ name: 'Bea Reader', organisationId: ada.organisationId });
  template = await publishedTemplate(world, ada.organisationId);
});
afterAll(() => world.destroy());

const at = ({ invitationId }: Invited, rest = 'report'): string => `/api/invitations/${invitationId}/${rest}`;
const read = async (who: { visitor: Visitor }, invited: Invited): Promise<Review> => (await who.visitor.get(at(invited))).body as Review;
const rating = (marks: readonly number[], recommendation: string | null = 'yes') => ({ marks: marks.map((mark, index) => ({ position: index + 1, mark, note: '' })), recommendation, summary: 'Knows what to look at first.' });
const rate = (who: { visitor: Visitor }, invited: Invited, marks: readonly number[]) => who.visitor.post(at(invited, 'scorecard/submission'), rating(marks));

describe('an interview that came back', () => {
  it('shows what was said and what was noticed, and nothing of any score, until one has rated it oneself', async () => {
    const invited = await handedIn(world, template, { scores: [8, 6] });
    await rate(bea, invited, [4, 3]);
    await bea.visitor.post(at(invited, 'overrides'), { overall: '6.5', reason: 'The second answer leaves out what to do next.' });
    const answer = await ada.visitor.get(at(invited));
    expect(answer.body).toMatchObject({
      name: 'Maren Holt', isEvaluationHidden: true, evaluation: null, overrides: null, colleagues: null, people: null, standing: null,
      answers: [{ position: 1, text: expect.stringContaining('signups-halved'), anchors: { 1: expect.any(String) }, facts: { pastes: 0 } }, { position: 2 }],
    });
    expect(answer.text).not.toMatch(/It deserves|6\.50|leaves out|Bea Reader|"covered"/);
    await rate(ada, invited, [5, 3]);
    const rated = await read(ada, invited);
    expect(rated).toMatchObject({
      isEvaluationHidden: false, people: { mean: '3.750', count: 2, spread: '0.50' }, standing: { shown: '6.50', from: 'override', outOf: 10 },
      overrides: [{ overall: '6.50', author: 'Bea Reader', isYours: false }], colleagues: [{ author: 'Bea Reader', submitted: [{ mean: '3.500' }] }],
    });
    expect(rated.evaluation?.overall?.shown).toBe(rated.overrides?.[0]?.insteadOf);
  });

  it('says of scores to the letter what the report of the candidate says', async () => {
    const invited = await handedIn(world, template, { scores: [9, 4] });
    await rate(ada, invited, [4, 2]);
    const { evaluation } = await read(ada, invited);
    const own = (await invited.visitor.get(`/api/interviews/${invited.interviewId}/report`)).body as Record<string, unknown> & { answers: Record<string, unknown>[] };
    const { answers, state, ...said } = evaluation ?? { answers: [], state: null };
    expect(state).toBe('scored');
    expect(said).toEqual(Object.fromEntries(Object.keys(said).map((key) => [key, own[key]])));
    expect(answers).toEqual(own.answers.map(({ position, state: judged, message, shown, criteria, points }) => ({ position, state: judged, message, shown, criteria, points })));
    expect(own.answers).toHaveLength(2);
  });

  it('shows the evaluation at once where the template does not have people rate first, but never what colleagues think', async () => {
    const open = await publishedTemplate(world, ada.organisationId, { content: { rateFirst: false } });
    const invited = await handedIn(world, open);
    await rate(bea, invited, [1, 1]);
    expect(await read(ada, invited)).toMatchObject({ isEvaluationHidden: false, evaluation: { overall: { shown: expect.any(String) } }, colleagues: null, people: null, standing: { from: 'evaluation' } });
  });

  it('is scored by the people who rate it where its candidate asked for people', async () => {
    const invited = await handedIn(world, template, { scores: null });
    await rate(ada, invited, [4, 5]);
    expect(await read(ada, invited)).toMatchObject({ judgedBy: 'people', state: 'for_people', evaluation: null, isEvaluationHidden: false, standing: { shown: '4.50', from: 'people', outOf: 5 } });
  });

  it('is written down for the candidate once for each reader and day, with what was shown', async () => {
    const invited = await handedIn(world, template);
    for (let times = 0; times < 3; times += 1) await ada.visitor.get(at(invited));
    await rate(ada, invited, [3, 3]);
    await ada.visitor.get(at(invited));
    await bea.visitor.get(at(invited));
    const { disclosures } = (await invited.visitor.get(`/api/consents/disclosures?matter=${invited.invitationId}`)).body as { disclosures: { what: string; fields: string[] }[] };
    expect(disclosures.map(({ what, fields }) => [what, fields])).toEqual([
      ['invited_report', ['answers', 'email', 'name']], ['invited_report', ['scores']], ['invited_report', ['answers', 'email', 'name']],
    ]);
  });

  it('shows whoever rates it what good answers say; with that they earn no certificate of their own', async () => {
    const cleo = await world.recruiter({ organisationId: ada.organisationId });
    const invited = await handedIn(world, template, { scores: null });
    const shownTo = async ({ accountId }: { accountId: string }): Promise<string[]> => (await world.database.query<{ id: string }>('select question_id as id from interviews.shown_outline where account_id = $1 order by 1', [accountId])).map(({ id }) => id);
    expect(await shownTo(cleo)).toEqual([]);
    expect((await read(cleo, invited)).answers.every(({ expected }) => (expected as string[]).length > 0)).toBe(true);
    expect(await shownTo(cleo)).toEqual(template.content.questions.map(({ questionId }) => questionId).sort());
    // Whoever said it reads nothing of the kind where people rate.
    expect(await shownTo(invited)).toEqual([]);
    // Whoever waits for a report of their own has been shown them from the earlier moment on.
    const waiting = await world.recruiter({ organisationId: ada.organisationId });
    await handedIn(world, await publishedTemplate(world, ada.organisationId, { content: { copyDelayDays: 7 } }), { accountId: waiting.accountId });
    const isShownTo = async (): Promise<boolean[]> => (await world.database.query<{ isShown: boolean }>('select first_shown_at <= clock.now() as "isShown" from interviews.shown_outline where account_id = $1', [waiting.accountId])).map(({ isShown }) => isShown);
    expect(await isShownTo()).toEqual([false, false]);
    await read(waiting, invited);
    expect(await isShownTo()).toEqual([true, true]);
    const since = await world.database.query('select question_id, first_shown_at from interviews.shown_outline where account_id = $1 order by 1', [waiting.accountId]);
    await read(waiting, invited);
    expect(await world.database.query('select question_id, first_shown_at from interviews.shown_outline where account_id = $1 order by 1', [waiting.accountId])).toEqual(since);
  });

  it('[MO15] is a 404 for everybody else, and for everybody from the moment it is taken back', async () => {
    const invited = await handedIn(world, template);
    const [other, billing, somebody] = [await world.recruiter(), await world.recruiter({ organisationId: ada.organisationId, roles: ['billing'] }), await handedIn(world, template)];
    const absent = (await ada.visitor.get('/api/invitations/0198aaaa-0000-7000-8000-000000000000/report'));
    expect(absent.status).toBe(404);
    const foreign = [await other.visitor.get(at(invited)), await other.visitor.put(at(invited, 'scorecard'), rating([3, 3])), await other.visitor.post(at(invited, 'overrides'), { overall: '3', reason: 'Because it is what I think of it.' })];
    for (const { status, text } of foreign) expect([status, text]).toEqual([404, absent.text]);
    expect((await billing.visitor.get(at(invited))).status).toBe(403);
    expect((await somebody.visitor.get(at(invited))).status).toBe(403);
    await rate(ada, invited, [3, 3]);
    await takeBack(world, invited.accountId, 'invited_result', invited.invitationId);
    const over = await ada.visitor.get(at(invited));
    expect([over.status, over.text]).toEqual([404, absent.text]);
    expect(await world.database.query('select 1 from recruiters.scorecard where invitation_id = $1', [invited.invitationId])).toEqual([]);
  });
});

describe('a recording of an invited interview', () => {
  it('[MO15] plays for the organisation as long as its candidate keeps it and shares the interview, range by range, and each day it is written down', async () => {
    const speaker = await Speaker.in(world);
    let takeId = '';
    const invited = await handedIn(world, template, {
      accountId: speaker.accountId, before: async (id) => { await speaker.allow(id); takeId = await speaker.recorded(id); },
    });
    const media = at(invited, `recordings/${takeId}/media`);
    const whole = await ada.visitor.send('GET', media);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, expect.stringContaining('video/webm')]);
    const part = await ada.visitor.get(media, { range: 'bytes=0-99' });
    expect([part.status, part.headers.get('content-length')]).toEqual([206, '100']);
    expect(await read(ada, invited)).toMatchObject({ answers: [{ given: { take: { takeId, recording: { state: 'ready' } } } }, {}] });
    const absent = await ada.visitor.get('/api/invitations/0198aaaa-0000-7000-8000-000000000000/report');
    const other = await world.recruiter();
    const closed = async (who: { visitor: Visitor }, path = media): Promise<void> => {
      const { status, text } = await who.visitor.get(path);
      expect([status, text]).toEqual([404, absent.text]);
    };
    await closed(other);
    await closed(ada, at(await handedIn(world, template), `recordings/${takeId}/media`));
    const { disclosures } = (await speaker.visitor.get(`/api/consents/disclosures?matter=${invited.invitationId}`)).body as { disclosures: { fields: string[] }[] };
    expect(disclosures.filter(({ fields }) => fields.includes('recordings'))).toHaveLength(1);
    await speaker.takeBack(invited.interviewId);
    await closed(ada);
  });

  it('[MO15] is gone for the organisation with the consent to share, though its candidate keeps it', async () => {
    const speaker = await Speaker.in(world);
    let takeId = '';
    const invited = await handedIn(world, template, { accountId: speaker.accountId, before: async (id) => { await speaker.allow(id); takeId = await speaker.recorded(id); } });
    expect((await ada.visitor.get(at(invited, `recordings/${takeId}/media`), { range: 'bytes=0-9' })).status).toBe(206);
    await takeBack(world, speaker.accountId, 'invited_result', invited.invitationId);
    expect((await ada.visitor.get(at(invited, `recordings/${takeId}/media`), { range: 'bytes=10-19' })).status).toBe(404);
    expect((await speaker.play(takeId)).status).toBe(200);
  });
});

describe('ratings', () => {
  it('are a draft for their author alone until every answer has a mark and there is a recommendation', async () => {
    const invited = await handedIn(world, template);
    expect((await ada.visitor.put(at(invited, 'scorecard'), rating([4], null))).status).toBe(200);
    expect((await ada.visitor.post(at(invited, 'scorecard/submission'), rating([4]))).body).toMatchObject({ code: 'recruiters.marks_missing', detail: expect.stringContaining('2 has none') });
    expect((await ada.visitor.post(at(invited, 'scorecard/submission'), rating([4, 4], null))).status).toBe(422);
    expect((await ada.visitor.put(at(invited, 'scorecard'), rating([4, 4, 4]))).body).toMatchObject({ code: 'recruiters.no_such_answer' });
    expect((await ada.visitor.put(at(invited, 'scorecard'), rating([6, 4]))).status).toBe(422);
    await rate(bea, invited, [2, 2]);
    expect(await read(bea, invited)).toMatchObject({ colleagues: [], people: { count: 1 } });
    expect(await read(ada, invited)).toMatchObject({ mine: { draft: { marks: [{ position: 1, mark: 4 }], recommendation: null }, submitted: [] }, colleagues: null });
  });

  it('can be changed after they were submitted; both versions stay, and the last one counts', async () => {
    const invited = await handedIn(world, template);
    await rate(ada, invited, [2, 2]);
    await ada.visitor.put(at(invited, 'scorecard'), rating([5, 5]));
    expect(await read(ada, invited)).toMatchObject({ people: { mean: '2.000' }, mine: { draft: { version: 2 }, submitted: [{ version: 1 }] } });
    await rate(ada, invited, [5, 4]);
    expect(await read(ada, invited)).toMatchObject({ people: { mean: '4.500', count: 1 }, mine: { draft: null, submitted: [{ version: 2, mean: '4.500' }, { version: 1, mean: '2.000' }] } });
    await expect(world.database.query(`update recruiters.scorecard_version set summary = 'Other words' where submitted_at is not null`)).rejects.toThrow(/does not change/);
  });

  it('count once when they are submitted twice at the same time', async () => {
    const invited = await handedIn(world, template);
    const answers = await Promise.all([rate(ada, invited, [3, 3]), rate(ada, invited, [3, 3])]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await read(ada, invited)).people).toMatchObject({ count: 1 });
  });
});

describe('a score that somebody overrides', () => {
  it('needs a reason and one\'s own ratings first; the evaluation stays beside it', async () => {
    const invited = await handedIn(world, template, { scores: [8, 8] });
    const wish = { overall: '5.25', reason: 'The numbers of the second answer were read to us.' };
    expect((await ada.visitor.post(at(invited, 'overrides'), wish)).body).toMatchObject({ code: 'recruiters.rate_first' });
    await rate(ada, invited, [3, 2]);
    for (const wrong of [{ ...wish, reason: 'No.' }, { ...wish, overall: '11' }, { ...wish, overall: '5.255' }, { overall: '5' }]) expect((await ada.visitor.post(at(invited, 'overrides'), wrong)).status).toBe(422);
    expect((await ada.visitor.post(at(invited, 'overrides'), wish)).body).toMatchObject({
      standing: { shown: '5.25', from: 'override' }, evaluation: { overall: { shown: '8.00' } }, overrides: [{ overall: '5.25', insteadOf: '8.00', author: 'Ada Reader', isYours: true }],
    });
    expect((await invited.visitor.get(`/api/interviews/${invited.interviewId}/report`)).body).toMatchObject({ overall: { shown: '8.00' } });
  });
});
