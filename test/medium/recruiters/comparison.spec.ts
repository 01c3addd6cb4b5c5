import { handedIn, type Invited, publishedTemplate } from '../../support/invited.js';
import { takeBack } from '../../support/consents.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Row { name: string; hidden: boolean; evaluation: { overall: string; competencies: Record<string, string> } | null; people: { mean: string; count: number } | null; standing: { shown: string; from: string } | null; mine: { mean: string } | null; decision: string | null; override: string | null }

let world: World;
let ada: { visitor: Visitor; accountId: string; organisationId: string };
let bea: { visitor: Visitor; accountId: string };
let templateId: string;
const people: Record<'Low' | 'High' | 'Unrated' | 'Gone' | 'People', Invited> = {} as never;

const rate = (who: { visitor: Visitor }, { invitationId }: Invited, marks: readonly number[], recommendation = 'yes') =>
  who.visitor.post(`/api/invitations/${invitationId}/scorecard/submission`, { marks: marks.map((mark, index) => ({ position: index + 1, mark, note: '' })), recommendation, summary: '' });
const compare = async (query = '', who: { visitor: Visitor } = ada): Promise<Row[]> => ((await who.visitor.get(`/api/templates/${templateId}/comparison${query}`)).body as { rows: Row[] }).rows;
const names = async (query = ''): Promise<string[]> => (await compare(query)).map(({ name }) => name);

beforeAll(async () => {
  world = await World.create();
  ada = await world.recruiter();
  bea = await world.recruiter({ organisationId: ada.organisationId });
  const template = await publishedTemplate(world, ada.organisationId);
  templateId = template.templateId;
  people.Low = await handedIn(world, template, { name: 'Low', scores: [3, 4] });
  people.High = await handedIn(world, template, { name: 'High', scores: [9, 9] });
  people.Unrated = await handedIn(world, template, { name: 'Unrated', scores: [10, 10] });
  people.Gone = await handedIn(world, template, { name: 'Gone' });
  people.People = await handedIn(world, template, { name: 'People', scores: null });
  for (const rated of [people.Low, people.High, people.Gone]) await rate(ada, rated, [3, 4]);
  await rate(ada, people.People, [4, 4], 'strong_yes');
  await rate(bea, people.Unrated, [5, 5], 'strong_yes');
  await takeBack(world, people.Gone.accountId, 'invited_result', people.Gone.invitationId);
});
afterAll(() => world.destroy());

describe('candidates of one job beside each other', () => {
  it('show scores of those alone whom the reader has rated; the others stand at the end and say why', async () => {
    const rows = await compare();
    expect(rows.map(({ name }) => name)).toEqual(['High', 'People', 'Low', 'Unrated']);
    expect(rows[0]).toMatchObject({ hidden: false, evaluation: { overall: '9.00', competencies: { analysis: '9.00' } }, standing: { shown: '9.00', from: 'evaluation' }, mine: { mean: '3.500' } });
    expect(rows[1]).toMatchObject({ hidden: false, evaluation: null, standing: { shown: '4.00', from: 'people' } });
    expect(rows[3]).toMatchObject({ hidden: true, evaluation: null, people: null, standing: null, mine: null, override: null });
  });

  it('give away no hidden score to a filter', async () => {
    expect(await names('?leastScore=9.5')).toEqual([]);
    expect(await names('?leastScore=0')).toEqual(['High', 'People', 'Low']);
    expect(await names('?recommendation=strong_yes')).toEqual(['People']);
    expect((await ada.visitor.get(`/api/templates/${templateId}/comparison?leastScore=x`)).status).toBe(422);
  });

  it('can be had by state, decision, name and time', async () => {
    await ada.visitor.get(`/api/invitations/${people.High.invitationId}/report`);
    await ada.visitor.post(`/api/invitations/${people.High.invitationId}/decisions`, { outcome: 'advance', reason: 'Both answers are what the job needs.' });
    expect((await ada.visitor.get(`/api/templates/${templateId}/comparison?state=unrated`)).body).toMatchObject({ rows: [{ name: 'Unrated' }], comparedWith: 4 });
    expect(await names('?decision=advance')).toEqual(['High']);
    expect(await names('?decision=open&sort=name')).toEqual(['Low', 'People', 'Unrated']);
    expect(await names('?sort=submitted')).toEqual(['People', 'Unrated', 'High', 'Low']);
  });

  it('are written down once a day for those whose scores were shown, and for nobody else', async () => {
    const seen = async ({ visitor, invitationId }: Invited) => ((await visitor.get(`/api/consents/disclosures?matter=${invitationId}`)).body as { disclosures: { what: string; fields: string[] }[] }).disclosures.filter(({ what }) => what === 'invited_comparison');
    // As on a day on which nobody has opened anything.
    await world.database.query('delete from recruiters.report_opening');
    await compare();
    await compare();
    expect(await seen(people.Low)).toMatchObject([{ fields: ['scores'] }]);
    expect(await seen(people.Unrated)).toEqual([]);
    await compare('', bea);
    expect(await seen(people.Unrated)).toHaveLength(1);
  });

  it('are a 404 for every other organisation', async () => {
    const other = await world.recruiter();
    const absent = await ada.visitor.get('/api/templates/0198aaaa-0000-7000-8000-000000000000/comparison');
    for (const path of ['comparison', 'agreement']) {
      const { status, text } = await other.visitor.get(`/api/templates/${templateId}/${path}`);
      expect([status, text]).toEqual([404, absent.text]);
    }
  });

  it('have figures of how alike people rate, of what the reader has rated alone, and say when there are too few', async () => {
    await rate(bea, people.Low, [3, 5]);
    await rate(bea, people.High, [3, 4]);
    expect((await ada.visitor.get(`/api/templates/${templateId}/agreement`)).body).toEqual({ answers: 4, pairs: 4, fewest: 5, alpha: null, withinOne: null, alignment: { interviews: 2, correlation: null } });
    await rate(bea, people.People, [4, 4]);
    expect((await ada.visitor.get(`/api/templates/${templateId}/agreement`)).body).toMatchObject({ answers: 6, pairs: 6, alpha: expect.any(Number), withinOne: 1, alignment: { interviews: 2, correlation: null } });
  });
});
