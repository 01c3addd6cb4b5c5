import { extractText, getDocumentProxy } from 'unpdf';
import { AssessmentShelf } from '../../../src/candidates/assessments/assessment-shelf.js';
import { PaperPress } from '../../../src/platform/paper/index.js';
import { candidatesPersonalData } from '../../../src/candidates/candidates.personal-data.js';
import { Database } from '../../../src/platform/db/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { sampleResumePdf } from '../../support/sample-resumes.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

const DESCRIPTION = `Backend engineer

Requirements
- Go or Rust
- PostgreSQL, 12+ years of experience
- Elixir

Nice to have
- GraphQL

Benefits
- Free COBOL courses`;

interface Seen {
  id: string;
  roleTitle: string;
  fit: number;
  madeAt: string;
  expiresAt: string;
  description: string;
  descriptionText: string;
  reasons: string[];
  parts: { id: string; points: number; of: number }[];
  findings: { oneOf: { id: string }[]; importance: string; state: string; asked: { number: number; text: string } | null; seen: { id: string; line: string | null } | null }[];
  advice: { kind: string; skillId: string | null; text: string }[];
}

let world: World;
beforeAll(async () => { world = await World.create(); });
afterAll(() => world.destroy());

const withResume = async (): Promise<Visitor> => {
  const me = await world.candidate();
  expect((await me.putFile('/api/resume', await sampleResumePdf())).status).toBe(200);
  return me;
};
const made = async (me: Visitor, description = DESCRIPTION, roleId = 'software-engineer'): Promise<Seen> => {
  const answer = await me.post('/api/assessments', { roleId, description });
  expect(answer.status).toBe(201);
  return answer.body as Seen;
};
const rows = (id: string) => world.database.query('select 1 from candidates.assessment where id = $1', [id]);

describe('how my resume fits', () => {
  it('[MO07] is assessed against role and description: what is matched and missing with its lines, the fit with its reasons, ordered suggestions', async () => {
    const me = await withResume();
    const assessment = await made(me);
    const of = (id: string) => assessment.findings.find(({ oneOf }) => oneOf.some((skill) => skill.id === id));
    expect(of('go')).toMatchObject({ importance: 'must', state: 'matched', asked: { number: 4, text: 'Go or Rust' }, seen: { id: 'go' } });
    expect(of('postgresql')).toMatchObject({ state: 'matched', asked: { number: 5 } });
    expect(of('elixir')).toMatchObject({ importance: 'must', state: 'missing', asked: { number: 6 }, seen: null });
    expect(of('graphql')).toMatchObject({ importance: 'nice', asked: { number: 9 } });
    expect(of('cobol')).toBeUndefined();
    const [points, most] = assessment.parts.reduce(([sum, all], part) => [sum + part.points, all + part.of], [0, 0]);
    expect(assessment.fit).toBe(Math.round((100 * points) / most));
    expect(assessment.reasons[0]).toMatch(/^Of the \d skills that the description asks for, your resume shows \d\. It does not show Elixir\.$/);
    const kinds = assessment.advice.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds].sort((a, b) => ['add', 'learn', 'rehearse'].indexOf(a) - ['add', 'learn', 'rehearse'].indexOf(b)));
    expect(assessment.advice.find(({ kind }) => kind === 'learn')).toMatchObject({ skillId: 'elixir' });
  });

  it('quotes the line of the resume where a skill was seen', async () => {
    const assessment = await made(await withResume());
    expect(assessment.findings.find(({ seen }) => seen?.id === 'go')?.seen?.line).toMatch(/\bGo\b/);
  });

  it('can be found again, read again and deleted', async () => {
    const me = await withResume();
    const first = await made(me);
    const second = await made(me, '');
    const { items } = (await me.get('/api/assessments')).body as { items: { id: string; fit: number; hasDescription: boolean }[] };
    expect(items.map(({ id, fit, hasDescription }) => [id, fit, hasDescription])).toEqual([[second.id, second.fit, false], [first.id, first.fit, true]]);
    expect((await me.get(`/api/assessments/${first.id}`)).body).toEqual(first);
    expect((await me.delete(`/api/assessments/${first.id}`)).status).toBe(204);
    expect((await me.get(`/api/assessments/${first.id}`)).status).toBe(404);
    expect(await rows(first.id)).toEqual([]);
  });

  it('says so when the description names no skill we know', async () => {
    const assessment = await made(await withResume(), 'We want somebody kind who likes mornings and tea.');
    expect(assessment.description).toBe('no_skills');
    expect(assessment.reasons[0]).toMatch(/^The description names no skill we know/);
    expect(assessment.findings.every(({ asked }) => asked === null)).toBe(true);
  });

  it('offers every role that one can practise for', async () => {
    const visitor = await world.candidate();
    const ids = async (path: string): Promise<string[]> => ((await visitor.get(path)).body as { roles: { id: string }[] }).roles.map(({ id }) => id).toSorted();
    expect(await ids('/api/assessment-roles')).toEqual(await ids('/api/interview-roles'));
  });

  it('is refused without a resume, for an unknown role, beyond 20,000 characters and with a NUL; nothing is kept then', async () => {
    const nobody = await world.candidate();
    expect(await nobody.post('/api/assessments', { roleId: 'software-engineer' })).toMatchObject({ status: 409, body: { code: 'candidates.assessment_needs_resume' } });
    const me = await withResume();
    const tries = await Promise.all([{ roleId: 'astronaut' }, { roleId: 'data-analyst', description: 'x'.repeat(20_001) }, { roleId: 'data-analyst', description: 'SQL\0' }, {}]
      .map((body) => me.post('/api/assessments', body)));
    expect(tries.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [422, 'candidates.assessment_unknown_role'], [422, 'candidates.job_description_too_long'], [422, 'http.invalid_body'], [422, 'http.invalid_body'],
    ]);
    expect((await me.get('/api/assessments')).body).toEqual({ items: [] });
  });

  it('takes any text for a description: half characters, right-to-left, 20,000 signs in one line', async () => {
    const me = await withResume();
    for (const text of ['Python \ud83d and SQL', '\ud83d\ude00'.repeat(10_000), `${'😀'.repeat(149)}a ${'😀'.repeat(20)} Python`, '\u202ePython', 'Python '.repeat(2857)]) {
      const assessment = await made(me, text);
      expect((await me.get(`/api/assessments/${assessment.id}/pdf`)).status).toBe(200);
    }
  });

  it('is nobody else’s: foreign, absent and malformed ids get the same answer', async () => {
    const { id } = await made(await withResume());
    const other = await world.candidate();
    const asked = [id, '00000000-0000-7000-8000-000000000000', 'x'];
    const answers = await Promise.all(asked.flatMap((one) => [other.get(`/api/assessments/${one}`), other.get(`/api/assessments/${one}/pdf`), other.delete(`/api/assessments/${one}`)]));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(404);
    const guest = world.visitor();
    expect((await Promise.all([guest.get('/api/assessments'), guest.get(`/api/assessments/${id}`), guest.get(`/api/assessments/${id}/pdf`)])).map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(await rows(id)).toHaveLength(1);
  });

  it('may be made thirty times an hour, and fifty are kept at most', async () => {
    const me = await withResume();
    const { id } = await made(me);
    await world.database.query(
      `insert into candidates.assessment select gen_random_uuid(), account_id, role_id, role_title, description, result, made_at, expires_at
       from candidates.assessment, generate_series(1, 49) where id = $1`, [id]);
    expect(await me.post('/api/assessments', { roleId: 'data-analyst' })).toMatchObject({ status: 409, body: { code: 'candidates.assessments_full' } });
    let last = 0;
    for (let time = 3; time <= 31; time += 1) last = (await me.post('/api/assessments', { roleId: 'data-analyst' })).status;
    expect(last).toBe(429);
  });

  it('is kept fifty times at most, even when several are made in the same moment', async () => {
    const me = await withResume();
    const { id } = await made(me);
    await world.database.query(
      `insert into candidates.assessment select gen_random_uuid(), account_id, role_id, role_title, description, result, made_at, expires_at
       from candidates.assessment, generate_series(1, 48) where id = $1`, [id]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => me.post('/api/assessments', { roleId: 'data-analyst' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });
});

describe('the press for PDFs', () => {
  it('sets one at a time, and lets others be served between two of them', async () => {
    const press = world.app.get(PaperPress);
    const order: string[] = [];
    const set = (name: string) => press.set(`press ${name}`, async () => {
      order.push(`${name} begins`);
      setImmediate(() => order.push('somebody else'));
      await Promise.resolve();
      order.push(`${name} ends`);
    });
    await Promise.all([set('one'), set('two')]);
    const [first, second] = order[0] === 'one begins' ? ['one', 'two'] : ['two', 'one'];
    expect(order.slice(0, 5)).toEqual([`${first} begins`, `${first} ends`, 'somebody else', `${second} begins`, `${second} ends`]);
  });

  it('sets as many papers of an assessment in an hour as the policy allows', async () => {
    const me = await withResume();
    const { id } = await made(me);
    const { rates } = world.app.get(Policy).values.limits;
    const before = rates.papersPerHour;
    rates.papersPerHour = 1;
    const statuses = [(await me.get(`/api/assessments/${id}/pdf`)).status, (await me.get(`/api/assessments/${id}/pdf`)).status];
    rates.papersPerHour = before;
    expect(statuses).toEqual([200, 429]);
  });
});

describe('the report as a PDF', () => {
  it('is tagged, says its title and language, and holds fit, reasons, lines and advice', async () => {
    const me = await withResume();
    const assessment = await made(me);
    const answer = await fetch(`${world.url}/api/assessments/${assessment.id}/pdf`, { headers: { cookie: me.cookie } });
    expect(Object.fromEntries(['content-type', 'content-disposition', 'cache-control'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="resume-fit-software-engineer.pdf"', 'cache-control': 'no-store',
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const source = bytes.toString('latin1');
    for (const mark of ['/MarkInfo', '/StructTreeRoot', '/Lang (en)', '/DisplayDocTitle true', '/H1', '/H2', '/LBody']) expect(source).toContain(mark);
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const text = (await extractText(document, { mergePages: true })).text.replace(/\s+/g, ' ');
    for (const said of [`Fit: ${assessment.fit} of 100`, 'Description, line 6: “Elixir”', assessment.reasons[0]!, assessment.advice[0]!.text]) expect(text).toContain(said);
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'L', 'LI', 'LBody', 'P']) expect(tree).toContain(`"role":"${role}"`);
  });
});

describe('the end of an assessment', () => {
  it('comes with its owner: it is in the export, and nothing remains after the erasure', async () => {
    const me = await withResume();
    const { id } = await made(me);
    const [owner] = await world.database.query<{ account_id: string }>('select account_id from candidates.assessment where id = $1', [id]);
    const { alone } = world.app.get(Database);
    expect(await candidatesPersonalData.export(alone, owner!.account_id)).toMatchObject({ assessments: [{ role: 'Software engineer', description: DESCRIPTION }] });
    await candidatesPersonalData.erase(alone, owner!.account_id);
    expect(await candidatesPersonalData.export(alone, owner!.account_id)).toEqual({});
    expect(await rows(id)).toEqual([]);
  });

  it('comes 90 days after it was made, to the second: then it is invisible, and soon gone', async () => {
    const { id, madeAt, expiresAt } = await made(await withResume());
    expect(Date.parse(expiresAt) - Date.parse(madeAt)).toBe(90 * 86_400_000);
    const [owner] = await world.database.query<{ account_id: string }>('select account_id from candidates.assessment where id = $1', [id]);
    const shelf = world.app.get(AssessmentShelf, { strict: false });
    await world.database.moveClock('89 days 23:59:30');
    expect(await shelf.read(owner!.account_id, id)).toMatchObject({ id });
    await world.database.moveClock('30 seconds');
    await expect(shelf.read(owner!.account_id, id)).rejects.toMatchObject({ status: 404 });
    await expect(shelf.delete(owner!.account_id, id)).rejects.toMatchObject({ status: 404 });
    expect(await shelf.list(owner!.account_id)).toEqual([]);
    expect(await rows(id)).toHaveLength(1);
    await world.settle();
    expect(await rows(id)).toEqual([]);
  });
});
