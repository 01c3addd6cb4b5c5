import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type TalentProfileView } from '../../../src/recruiters/profiles/profiles.dto.js';
import { ListingDesk } from '../../../src/recruiters/talent/listing-desk.js';
import { answered, hide, type ListedCandidate, listedCandidate, type MadeUpAnswer, scored, share } from '../../support/listed-candidate.js';
import { Unpacked } from '../../support/unpacked.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

/** Four answers, the worst of them the first. */
const FOUR: readonly MadeUpAnswer[] = [
  { question: 'Why this work?', text: 'Money.', score: 2 },
  { question: 'What broke?', text: 'The turquoise ledger broke on a Monday.', score: 7, followUp: { question: 'And then?', text: 'We slept badly.' } },
  { question: 'Whom did you help?', text: 'A colleague in Tartu.', score: 9 },
  { question: 'What did you refuse?', text: 'A meeting about meetings.', score: 8 },
];

let world: World;
let acme: Awaited<ReturnType<World['recruiter']>>;
beforeAll(async () => {
  world = await World.create();
  acme = await world.recruiter({ organisation: { name: 'Acme Ltd', domain: 'acme-ltd.example' } });
});
afterAll(() => world.destroy());

/** Somebody with one interview of these answers, who shares these fields. */
async function sharing(fields: readonly string[], answers = FOUR): Promise<ListedCandidate & { interviewId: string }> {
  const person = await listedCandidate(world, { shares: [] });
  const interviewId = await answered(world, person.accountId, '6.5', answers);
  await share(world, person.accountId, fields);
  return { ...person, interviewId };
}
async function opened({ talentId }: ListedCandidate, by: Visitor = acme.visitor): Promise<TalentProfileView> {
  const { status, body } = await by.get(`/api/talent/${talentId}`);
  expect(status).toBe(200);
  return body as TalentProfileView;
}
const answersOf = async (person: ListedCandidate): Promise<string[] | null> => (await opened(person)).answers?.said.map(({ text }) => text) ?? null;
const listed = async ({ accountId }: ListedCandidate) => (await world.database.query<{ of: string | null; due: boolean }>(
  'select answers_interview_id as of, score_is_due as due from recruiters.talent_listing where candidate_id = $1', [accountId]))[0];
const THREE = ['The turquoise ledger broke on a Monday.', 'A colleague in Tartu.', 'A meeting about meetings.'];

describe('the best answers that somebody shares', () => {
  it('[MO02] are read in the profile, word for word with their questions, the three best in the order they were asked, without scores that are not shared', async () => {
    const person = await sharing(['answers']);
    const { answers, scores, fields } = await opened(person);
    expect(fields).toEqual(['answers', 'headline', 'skills']);
    expect(scores).toBeNull();
    expect(answers).toEqual({
      evaluator: null, expiresAt: expect.any(String),
      said: [
        { question: 'What broke?', text: 'The turquoise ledger broke on a Monday.', followUp: { question: 'And then?', text: 'We slept badly.' }, score: null },
        { question: 'Whom did you help?', text: 'A colleague in Tartu.', followUp: null, score: null },
        { question: 'What did you refuse?', text: 'A meeting about meetings.', followUp: null, score: null },
      ],
    });
    await share(world, person.accountId, ['answers', 'scores']);
    const both = await opened(person);
    expect(both.answers).toMatchObject({ evaluator: 'built-in', said: [{ score: '7.00' }, { score: '9.00' }, { score: '8.00' }] });
    expect(both.scores?.overall).toBe('6.50');
  });

  it('[MO02] stand nowhere else: not on cards, in searches, suggestions, lists or files', async () => {
    const person = await sharing(['answers', 'scores']);
    const { id } = (await acme.visitor.post('/api/shortlists', { name: 'Turns' })).body as { id: string };
    await acme.visitor.post(`/api/shortlists/${id}/entries`, { talentId: person.talentId });
    const found = (await acme.visitor.get('/api/talent?text=turquoise')).body as { total: { count: number } };
    expect(found.total.count).toBe(0);
    const pages = await Promise.all([
      '/api/talent', '/api/talent/suggestions?like=turq', `/api/shortlists/${id}`, '/api/contact-requests',
    ].map((path) => acme.visitor.get(path)));
    for (const { status, text } of [...pages, await acme.visitor.post(`/api/shortlists/${id}/export`)]) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/turquoise|Tartu|What broke/);
    }
    const [file] = await world.database.query<{ fields: string[] }>(`select fields from consent.disclosure where subject_id = $1 and what = 'export'`, [person.accountId]);
    expect(file?.fields).toEqual(['headline', 'scores', 'skills']);
  });

  it('[MO14] are named in the log that the person reads, only where some were shown, and a look that shows more is another', async () => {
    const person = await sharing([]);
    await opened(person);
    await share(world, person.accountId, ['answers']);
    await opened(person);
    await opened(person);
    const silent = await listedCandidate(world, { shares: ['answers'] });
    expect((await opened(silent)).answers).toBeNull();
    const seen = async ({ visitor }: ListedCandidate) => ((await visitor.get('/api/consents/disclosures')).body as { disclosures: { fields: string[] }[] }).disclosures.map(({ fields }) => fields);
    expect(await seen(person)).toEqual([['answers', 'headline', 'skills'], ['headline', 'skills']]);
    expect(await seen(silent)).toEqual([['headline', 'skills']]);
  });

  it('are none without the field, in the statement that takes it back, and none after the consent', async () => {
    const person = await sharing(['answers', 'place']);
    expect(await answersOf(person)).toEqual(THREE);
    await world.database.query(`update consent.live_grant set fields = '{headline,place,skills}' where subject_id = $1`, [person.accountId]);
    expect(await listed(person)).toEqual({ of: null, due: false });
    expect(await opened(person)).toMatchObject({ answers: null, place: 'Lisbon' });
    await share(world, person.accountId, ['answers']);
    expect(await answersOf(person)).toEqual(THREE);
    await hide(world, person.accountId);
    const [gone, absent] = await Promise.all([person.talentId, randomUUID()].map((id) => acme.visitor.get(`/api/talent/${id}`)));
    expect([gone?.status, gone?.text]).toEqual([404, absent?.text]);
  });

  it('are hidden with the rest from an organisation that is blocked, and from nobody else', async () => {
    const person = await sharing(['answers']);
    const other = await world.recruiter();
    await person.visitor.put('/api/visibility/blocks', { domains: [], organisationIds: [acme.organisationId] });
    const [blocked, absent] = await Promise.all([person.talentId, randomUUID()].map((id) => acme.visitor.get(`/api/talent/${id}`)));
    expect([blocked?.status, blocked?.text]).toEqual([404, absent?.text]);
    expect((await opened(person, other.visitor)).answers?.said).toHaveLength(3);
  });

  it('go with the interview in the commit that deletes it, and then the next best are looked for', async () => {
    const person = await sharing(['answers'], [{ question: 'Why?', text: 'Because.', score: 6 }]);
    const better = await answered(world, person.accountId, '8', FOUR);
    await share(world, person.accountId, ['answers']);
    expect(await answersOf(person)).toEqual(THREE);
    await world.database.query('delete from interviews.interview where id = $1', [better]);
    expect(await listed(person)).toEqual({ of: null, due: true });
    expect(await answersOf(person)).toBeNull();
    await world.app.get(ListingDesk).refreshScores();
    expect(await listed(person)).toEqual({ of: person.interviewId, due: false });
    expect(await answersOf(person)).toEqual(['Because.']);
  });

  it('go with the results, to the second, and are never those of an invitation, a drill, an interview with help, or somebody else', async () => {
    const person = await sharing(['answers']);
    const other = await answered(world, (await listedCandidate(world)).accountId, '9', FOUR);
    const others = await Promise.all([`origin = 'invited', invited_by = 'Acme'`, `competency_id = 'system-design'`, `mode = 'coach'`].map(async (change) => {
      const id = await answered(world, person.accountId, '9.9', [{ question: 'Secret?', text: 'Not for recruiters.', score: 9.9 }]);
      await world.database.query(`update interviews.interview set ${change} where id = $1`, [id]);
      return id;
    }));
    await share(world, person.accountId, ['answers']);
    expect(await answersOf(person)).toEqual(THREE);
    for (const id of [...others, other]) {
      // As a fault elsewhere might leave it.
      await world.database.query('update recruiters.talent_listing set answers_interview_id = $2 where candidate_id = $1', [person.accountId, id]);
      expect(await answersOf(person)).toBeNull();
    }
    await world.database.query(`update interviews.interview set expires_at = clock.now() + interval '1 hour' where id = $1`, [person.interviewId]);
    await share(world, person.accountId, ['answers']);
    await world.database.moveClock('59 minutes');
    expect(await answersOf(person)).toEqual(THREE);
    await world.database.moveClock('1 minute');
    expect(await answersOf(person)).toBeNull();
    await world.app.get(ListingDesk).refreshScores();
    expect(await listed(person)).toEqual({ of: null, due: false });
  });

  it('are the first words that were said, and none of what was left without any', async () => {
    const person = await sharing(['answers'], [{ question: 'Why?', text: 'Because.', score: 6 }, { question: 'How?', text: '  ', score: 0 }]);
    await world.database.query(
      `insert into interviews.attempt (interview_id, position, number, text, state, criteria, points, advice, judged_by) select interview_id, position, 2, 'A better one.', state, criteria, points, advice, 'built-in' from interviews.answer_score where interview_id = $1 and position = 1`,
      [person.interviewId]);
    expect(await answersOf(person)).toEqual(['Because.']);
    await scored(world, person.accountId, '9.5');
    await share(world, person.accountId, ['answers']);
    expect(await opened(person)).toMatchObject({ answers: null, fields: ['headline', 'skills'] });
  });

  it('stand in the copy of my data, with what is shown of them', async () => {
    const person = await sharing(['answers']);
    await person.visitor.post('/api/data-export');
    await world.settle();
    const copy = await Unpacked.fetch(world, person.visitor);
    expect(copy.text('data/recruiters/talentListing.json')).toContain(person.interviewId);
    expect(copy.text('data/interviews/interviews.json')).toContain('turquoise');
  });

  it('cannot be listed without the field, nor found out by the role of the search', async () => {
    const person = await sharing(['scores']);
    const as = async (role: string, sql: string): Promise<string> => {
      const client = new Client({ connectionString: world.database.applicationUrl });
      await client.connect();
      try {
        await client.query(`set role ${role}`);
        return await client.query(sql).then(() => 'done', (error: { code: string }) => error.code);
      } finally {
        await client.end();
      }
    };
    expect(await as('viva_application', `update recruiters.talent_listing set answers_interview_id = '${person.interviewId}', answers_expire_at = 'infinity' where candidate_id = '${person.accountId}'`)).toBe('23514');
    for (const column of ['answers_interview_id', 'answers_expire_at']) expect(await as('viva_talent', `select ${column} from recruiters.talent_listing`)).toBe('42501');
  });
});
