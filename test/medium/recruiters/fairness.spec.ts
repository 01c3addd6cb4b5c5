import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { FairnessWorker } from '../../../src/recruiters/fairness/fairness.worker.js';
import { takeBack } from '../../support/consents.js';
import { handedIn, type Invited, type PublishedTemplate, publishedTemplate } from '../../support/invited.js';
import { signedIn } from '../../support/people.js';
import { World } from '../../support/world.js';

let world: World;
let acme: Awaited<ReturnType<World['recruiter']>>;
let template: PublishedTemplate;
beforeAll(async () => {
  world = await World.create();
  acme = await world.recruiter();
  template = await publishedTemplate(world, acme.organisationId);
});
afterAll(() => world.destroy());

interface Impact { kind: string; sex: string | null; race: string | null; people: number; above: number; rate: number; ratio: number | null }

const answer = (invited: Invited, said: { sex: string | null; race: string | null }, invitationId = invited.invitationId) =>
  invited.visitor.post(`/api/invitations/mine/${invitationId}/survey`, { eventId: randomUUID(), noticeVersion: 1, ...said });
const stored = () => world.database.query('select sex, race from survey.answer order by sex');
const tallies = (templateId: string) => world.database.query('select year, sex, race, score, people from survey.tally where template_id = $1 order by score', [templateId]);
const figures = async (templateId: string, year: number): Promise<Impact[]> => ((await acme.visitor.get(`/api/templates/${templateId}/fairness?year=${year}`)).body as { groups: Impact[] }).groups;
const shown = (groups: readonly Impact[]) => groups.map(({ kind, sex, race, people, above, ratio }) => [kind, sex ?? race, people, above, ratio]);

/** Scores of a year that are over, group by group. */
async function counted(...groups: readonly { sex?: string; race?: string; scores: readonly number[] }[]): Promise<string> {
  const { templateId } = await publishedTemplate(world, acme.organisationId);
  for (const { sex = null, race = null, scores } of groups) {
    for (const score of scores) {
      await world.database.query(
        `insert into survey.tally as t (template_id, year, sex, race, score, people, expires_at) values ($1, 2025, $2, $3, $4, 1, clock.now() + interval '3 years')
         on conflict (template_id, year, sex, race, score) do update set people = t.people + 1`, [templateId, sex, race, score * 1000]);
    }
  }
  return templateId;
}

/** Sign-ins end before results do. */
async function later(interval: string): Promise<void> {
  await world.database.moveClock(interval);
  acme.visitor.keep(`viva.session_token=${await signedIn(world, acme.accountId)}; Path=/`);
}

async function scored(...people: readonly Invited[]): Promise<void> {
  const { interviewScored } = await import('../../../src/interviews/index.js');
  const { Outbox } = await import('../../../src/platform/jobs/index.js');
  const { Database } = await import('../../../src/platform/db/index.js');
  await world.app.get(Database).transaction(async (tx) => {
    for (const { interviewId } of people) await world.app.get(Outbox).publish(tx, interviewScored, { interviewId });
  });
  await world.settle();
}

describe('the questions of the check for fairness', () => {
  it('[MO14] are answered by whoever handed an interview in, and read by nobody: not by the program that stored them, and on no page', async () => {
    const person = await handedIn(world, template, { scores: [7, 7] });
    expect((await person.visitor.get(`/api/invitations/mine/${person.invitationId}/survey`)).body).toEqual({ isAnswered: false, until: expect.any(String) });
    expect((await answer(person, { sex: 'female', race: 'two_or_more' })).status).toBe(204);
    expect(await stored()).toEqual([{ sex: 'female', race: 'two_or_more' }]);

    const program = new Client({ connectionString: world.database.applicationUrl });
    await program.connect();
    for (const reading of ['select sex from survey.answer', 'select * from survey.answer', `delete from survey.answer where sex = 'female'`, 'select sex from survey.tally', `select * from survey.counted('${template.templateId}', 2026)`]) {
      await expect(program.query(reading)).rejects.toThrow(/permission denied/);
    }
    await program.end();

    expect((await person.visitor.get('/api/consents')).text).toContain('Data analyst');
    const pages = await Promise.all([
      person.visitor.get(`/api/invitations/mine/${person.invitationId}/survey`), person.visitor.get('/api/consents'), acme.visitor.get(`/api/invitations/${person.invitationId}/report`),
      acme.visitor.get(`/api/templates/${template.templateId}/comparison`), acme.visitor.get(`/api/templates/${template.templateId}/fairness`), acme.visitor.get(`/api/templates/${template.templateId}/fairness/file`),
    ]);
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    for (const { text } of pages.slice(0, 5)) expect(text).not.toMatch(/two_or_more|"female"/);
    expect(pages[5].text).not.toMatch(/"two_or_more","[0-9]/);
    expect(pages[0].body).toMatchObject({ isAnswered: true });
    await takeBack(world, person.accountId, 'demographic_survey', person.invitationId);
    expect(await stored()).toEqual([]);
  });

  it('can be answered once, by oneself, of an interview that a program scores', async () => {
    const [person, somebody, byPeople] = [await handedIn(world, template), await handedIn(world, template), await handedIn(world, template, { scores: null })];
    expect((await answer(person, { sex: null, race: 'white' })).status).toBe(204);
    expect((await answer(person, { sex: 'male', race: 'white' })).body).toMatchObject({ code: 'recruiters.survey_answered' });
    expect((await answer(somebody, { sex: 'male', race: null }, person.invitationId)).status).toBe(404);
    expect((await answer(byPeople, { sex: 'male', race: null })).body).toMatchObject({ code: 'recruiters.nothing_to_count' });
    expect((await byPeople.visitor.get(`/api/invitations/mine/${byPeople.invitationId}/survey`)).status).toBe(404);
    expect((await somebody.visitor.get(`/api/invitations/mine/${person.invitationId}/survey`)).status).toBe(404);
    expect(await stored()).toEqual([{ sex: null, race: 'white' }]);
    await takeBack(world, person.accountId, 'demographic_survey', person.invitationId);
  });
});

describe('impact ratios', () => {
  it('count those strictly above the median of all who were scored: whoever ties with it is not above it', async () => {
    const id = await counted({ sex: 'female', scores: [4, 4, 5, 6, 6, 9] }, { sex: 'male', scores: [5, 6, 6, 7, 8, 8] });
    expect(shown(await figures(id, 2025))).toEqual([['all', null, 12, 4, 1], ['sex', 'female', 6, 1, 0.333], ['sex', 'male', 6, 3, 1]]);
    expect(await figures(id, 2024)).toEqual([]);
  });

  it('show no group of fewer than five, and none that the others would tell', async () => {
    const [five, fiveLow] = [[5, 6, 7, 8, 9], [1, 2, 3, 4, 5]];
    // Four are left out: with how many there are in all, they would be known. The smallest other group goes, too.
    const small = await counted({ sex: 'female', scores: [...five, 6] }, { sex: 'male', scores: fiveLow }, { sex: 'non_binary', scores: [5, 5, 5, 5] });
    expect(shown(await figures(small, 2025)).map(([kind, who, people]) => [kind, who, people])).toEqual([['all', null, 15], ['sex', 'female', 6]]);
    // Five others said nothing: the four are four of nine.
    const among = await counted({ sex: 'female', scores: five }, { sex: 'male', scores: fiveLow }, { sex: 'non_binary', scores: [5, 5, 5, 5] }, { scores: fiveLow });
    expect(shown(await figures(among, 2025)).map(([, who]) => who)).toEqual([null, 'female', 'male']);
    const few = await counted({ sex: 'female', scores: [5, 6, 7, 8] });
    expect(await figures(few, 2025)).toEqual([]);
  });

  it('show sex and race together where none of these groups is left out, and not at all otherwise', async () => {
    const five = [5, 6, 7, 8, 9];
    const whole = await counted({ sex: 'female', race: 'asian', scores: five }, { sex: 'male', race: 'asian', scores: five }, { sex: 'female', race: 'white', scores: five }, { sex: 'male', race: 'white', scores: five });
    expect((await figures(whole, 2025)).filter(({ kind }) => kind === 'both')).toHaveLength(4);
    const one = await counted({ sex: 'female', race: 'asian', scores: five }, { sex: 'male', race: 'asian', scores: five }, { sex: 'female', race: 'white', scores: five }, { sex: 'male', race: 'white', scores: [5, 6, 7, 8] }, { scores: five });
    expect((await figures(one, 2025)).map(({ kind, people }) => [kind, people])).toEqual(expect.not.arrayContaining([['both', 5]]));
    // Somebody who says their sex and not their race would be reckoned from the women and the Asian and white women.
    const shy = await counted({ sex: 'female', race: 'asian', scores: five }, { sex: 'male', race: 'white', scores: five }, { sex: 'female', scores: [9] }, { scores: five });
    expect((await figures(shy, 2025)).filter(({ kind }) => kind === 'both')).toEqual([]);
  });

  it('are a file, too, in which every group has its line, those that are left out as well', async () => {
    const id = await counted({ sex: 'female', race: 'asian', scores: [4, 4, 5, 6, 6, 9] }, { sex: 'male', race: 'asian', scores: [5, 6, 6, 7, 8, 8] });
    const file = await acme.visitor.get(`/api/templates/${id}/fairness/file?year=2025`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    const lines = file.text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 3 + 7 + 21);
    expect(lines).toEqual(expect.arrayContaining(['"sex","female","","6","1","0.167","0.333"', '"both","male","asian","6","3","0.500","1.000"', expect.stringMatching(/^"sex","non_binary","","left out/)]));
  });

  it('are shown to the organisation alone whose template it is', async () => {
    const other = await world.recruiter();
    expect((await other.visitor.get(`/api/templates/${template.templateId}/fairness`)).status).toBe(404);
    expect((await other.visitor.get(`/api/templates/${template.templateId}/fairness/file`)).status).toBe(404);
  });
});

describe('the figures of an organisation', () => {
  it('count how far those came who were invited, by template, without anybody in them', async () => {
    const own = await world.recruiter();
    const read = async (query = '') => (await own.visitor.get(`/api/hiring${query}`)).body as { all: Record<string, number | null>; templates: { jobTitle: string; invited: number }[]; weeks: { invited: number; handedIn: number }[] };
    expect(await read()).toMatchObject({ all: { invited: 0, handedIn: 0, medianSeconds: null }, templates: [] });
    const [one, other] = [await publishedTemplate(world, own.organisationId, { jobTitle: 'Baker' }), await publishedTemplate(world, own.organisationId, { jobTitle: 'Miller' })];
    const [first, second] = [await handedIn(world, one), await handedIn(world, one)];
    await handedIn(world, other);
    await world.database.query(`update recruiters.invitation set invited_at = completed_at - interval '2 days' where id = $1`, [first.invitationId]);
    await world.database.query(`update recruiters.invitation set invited_at = completed_at - interval '4 days' where id = $1`, [second.invitationId]);
    await world.database.query(
      `insert into recruiters.decision (id, invitation_id, candidate_id, outcome, reason, decided_by) values (gen_random_uuid(), $1, $2, 'advance', 'Knows what to look at first.', $3)`, [first.invitationId, first.accountId, own.accountId]);
    for (const [state, opened, ended] of [['invited', null, null], ['opened', 'now()', null], ['declined', null, 'now()'], ['invited', null, null]]) {
      await world.database.query(
        `insert into recruiters.invitation (id, organisation_id, template_id, template_version_id, email, state, deadline_at, opened_at, ended_at, expires_at)
         values (gen_random_uuid(), $1, $2, $3, gen_random_uuid() || '@example.com', $4, clock.now() + interval '14 days', $5::timestamptz, $6::timestamptz, clock.now() + interval '90 days')`,
        [own.organisationId, one.templateId, one.versionId, state, opened && 'now', ended && 'now']);
    }
    await world.database.query(`update recruiters.invitation set deadline_at = clock.now() - interval '1 minute' where id = (select id from recruiters.invitation where template_id = $1 and state = 'invited' limit 1)`, [one.templateId]);
    const { all, templates, weeks } = await read(`?template=${one.templateId}&days=30`);
    expect(all).toEqual({ invited: 6, opened: 3, started: 2, handedIn: 2, decided: 1, answered: 4, declined: 1, expired: 1, revoked: 0, withdrawn: 0, medianSeconds: 3 * 86_400 });
    expect(templates.map(({ jobTitle, invited }) => [jobTitle, invited])).toEqual([['Baker', 6], ['Miller', 1]]);
    expect(weeks.reduce((sum, { invited }) => sum + invited, 0)).toBe(6);
    expect((await read()).all).toMatchObject({ invited: 7, handedIn: 3 });
    expect((await acme.visitor.get(`/api/hiring?template=${one.templateId}`)).status).toBe(404);
    expect(JSON.stringify(await read())).not.toMatch(/example\.com|Maren/);
  });
});

/** Moves the clock: stays last. */
describe('when the results end', () => {
  it('an answer becomes part of a count that leads to nobody, what was taken back before is in no count, and a month counts once it is over', async () => {
    const own = await publishedTemplate(world, acme.organisationId);
    const people: Invited[] = [];
    for (const score of [4, 5, 6, 7, 8, 9]) people.push(await handedIn(world, own, { scores: [score, score] }));
    const [leaver, shy, ...others] = people as [Invited, Invited, ...Invited[]];
    for (const person of people) expect((await answer(person, { sex: 'female', race: null })).status).toBe(204);
    await scored(...people);
    await takeBack(world, leaver.accountId, 'invited_result', leaver.invitationId);
    expect(await world.database.query('select 1 from survey.answer where invitation_id = $1 union all select 1 from survey.score where invitation_id = $1', [leaver.invitationId])).toEqual([]);
    await takeBack(world, shy.accountId, 'demographic_survey', shy.invitationId);
    const [now] = await world.database.query<{ year: number }>(`select extract(year from clock.now() at time zone 'UTC')::int as year`) as [{ year: number }];
    expect(await figures(own.templateId, now.year)).toEqual([]);

    await later('32 days');
    expect(shown(await figures(own.templateId, now.year))).toEqual([['all', null, 5, 2, 1]]);
    await later('59 days');
    await world.settle();
    expect(await stored()).toEqual([]);
    expect(await tallies(own.templateId)).toEqual([
      { year: now.year, sex: null, race: null, score: 5000, people: 1 }, ...[6000, 7000, 8000, 9000].map((score) => ({ year: now.year, sex: 'female', race: null, score, people: 1 })),
    ]);
    expect(await world.database.query(`select 1 from consent.live_grant where purpose = 'demographic_survey' and scope = any ($1)`, [others.map(({ invitationId }) => invitationId)])).toEqual([]);
    expect(shown(await figures(own.templateId, now.year))).toEqual([['all', null, 5, 2, 1]]);
  });

  it('the count itself is deleted when its own time is over, by a program that cannot read it', async () => {
    const [over, lasting] = [await counted({ sex: 'female', scores: [4, 5] }), await counted({ sex: 'female', scores: [6] })];
    await world.database.query('update survey.tally set expires_at = clock.now() where template_id = $1', [over]);
    await world.app.get(FairnessWorker).tend();
    expect(await tallies(over)).toEqual([]);
    expect(await tallies(lasting)).toHaveLength(1);
  });
});
