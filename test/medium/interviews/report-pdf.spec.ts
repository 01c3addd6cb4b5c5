import { extractText, getDocumentProxy } from 'unpdf';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Node { role?: string; type?: string; children?: Node[] }
type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const ENGLISH = 'I took that server out, wrote a test that reproduced the race, fixed the lock, and shipped it behind a flag. Failures went from two percent to zero within a day, and I added an alert because I wanted us to see it before customers do.';
const LONG = 'donaudampfschiffahrts'.repeat(20);
const TYPED = `Last March our checkout failed for one customer in fifty – “naïve”, fi ffl, ½.\n\nI read the logs because 2 % failed; Zoë Łukasz Ωmega Tiếng Việt 👩‍🚀 \u202Eright to left\u202C <b>&amp;</b>, Донаудампфшифффарт.\n${ENGLISH}\n${LONG}`;

describe('a report on paper', () => {
  let world: World;
  let candidate: Visitor;
  let id: string;

  beforeAll(async () => {
    world = await World.create();
    candidate = await world.candidate();
    ({ id } = (await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 })).body as { id: string });
    await candidate.put(`/api/interviews/${id}/answers/1`, { text: TYPED, baseRevision: 0 });
    await candidate.put(`/api/interviews/${id}/answers/2`, { text: 'I read the logs, compared the failing requests with the good ones, and found the one server that failed.', baseRevision: 0 });
    await candidate.post(`/api/interviews/${id}/submission`);
    await world.settle();
  });
  afterAll(() => world.destroy());

  const download = async (who = candidate, of = id) => {
    const response = await fetch(`${world.url}/api/interviews/${of}/report/pdf`, { headers: { cookie: who.cookie } });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const read = async (): Promise<Pdf> => getDocumentProxy((await download()).bytes);
  /** Without the number at the foot of each page, which may stand within an answer. */
  const textOf = async (pdf: Pdf): Promise<string> => (await extractText(pdf, { mergePages: false })).text.map((page) => page.trimEnd().replace(/\s*\d+ of \d+$/, '')).join(' ').replaceAll(/\s+/g, ' ');
  const rolesIn = (node: Node): string[] => [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesIn)];

  it('[MR07] is downloaded as a PDF that no cache keeps, under a name with its day', async () => {
    const { response, bytes } = await download();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="interview-report-\d{4}-\d{2}-\d{2}\.pdf"$/);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  it('is tagged: it says so, has a language and a title, and its headings, lists and quotes can be walked', async () => {
    const pdf = await read();
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'en', Title: 'Interview report: Software engineer, Mid-level' });
    expect(metadata.get('pdfuaid:part')).toBe('1');
    const roles: string[] = [];
    for (let page = 1; page <= pdf.numPages; page += 1) roles.push(...rolesIn(await (await pdf.getPage(page)).getStructTree()));
    for (const role of ['Document', 'H1', 'H2', 'H3', 'H4', 'P', 'L', 'LI', 'LBody', 'BlockQuote']) expect(roles).toContain(role);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'H3')).toHaveLength(3);
  });

  it('says what the report says: scores, reasons, quotes, what was missing, the outline, who scored it, and until when it stays', async () => {
    const report = (await candidate.get(`/api/interviews/${id}/report`)).body as {
      overall: { shown: string }; competencies: { title: string; shown: string }[];
      answers: { question: string; criteria: { title: string; score: number; reason: string; quotes: { text: string }[] }[]; points: { text: string }[]; advice: string[]; modelOutline: string[] }[];
    };
    const text = await textOf(await read());
    const said = [
      `${report.overall.shown} of 10`, 'built-in', 'vv-1', 'We delete this interview on',
      ...report.competencies.map(({ title, shown }) => `${title}: ${shown} of 10`),
      ...report.answers.flatMap(({ question, criteria, points, advice, modelOutline }) => [
        question, ...criteria.map(({ title, score, reason }) => `${title}, ${score} of 100. ${reason}`), ...points.map((point) => point.text.slice(1)), ...advice, ...modelOutline,
      ]),
    ];
    // A line may end behind a hyphen of the words themselves.
    const inOne = (words: string): string => words.replaceAll(/\s+/g, ' ').replaceAll('- ', '-');
    expect(said.filter((words) => !inOne(text).includes(inOne(words)))).toEqual([]);
    expect(text).toContain('You left this question without an answer. It counts as 0.');
  });

  it('prints letters of many scripts, long words and marks as they were typed, and a question mark for what no font here has', async () => {
    const pdf = await read();
    const text = await textOf(pdf);
    for (const words of ['– “naïve”, fi ffl, ½.', 'Zoë Łukasz Ωmega Tiếng Việt ?', 'right to left', '<b>&amp;</b>', 'Донаудампфшифффарт']) expect(text).toContain(words);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const [, , width] = page.view;
      const items = (await page.getTextContent()).items as { str: string; width: number; transform: number[] }[];
      expect(items.filter((item) => (item.transform[4] ?? 0) + item.width > (width ?? 0) - 60)).toEqual([]);
    }
  });

  it('is nobody else’s, and there is none before there are scores', async () => {
    const stranger = await world.candidate();
    expect((await download(stranger)).response.status).toBe(404);
    const open = (await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 })).body as { id: string };
    expect((await download(candidate, open.id)).response.status).toBe(404);
    expect((await download(world.visitor())).response.status).toBe(401);
  });

  it('holds twelve answers of the greatest length, and lets others have their turn while it is drawn', async () => {
    const { reportPdf } = await import('../../../src/interviews/report-pdf/report-pdf.js');
    const report = (await candidate.get(`/api/interviews/${id}/report`)).body as Parameters<typeof reportPdf>[0];
    const text = 'I compared the failing requests with the good ones. '.repeat(385).slice(0, 20_000);
    const answers = Array.from({ length: 12 }, (_, index) => ({ ...(report.answers[1] as (typeof report.answers)[number]), position: index + 1, text }));
    // Whoever waits without a clock: a timer is due once in a millisecond, and a fast machine draws several parts in one.
    const drawn = async (of: typeof answers) => {
      let [turns, others] = [0, setImmediate(() => undefined)];
      const waiting = (): void => {
        turns += 1;
        others = setImmediate(waiting);
      };
      waiting();
      const file = await reportPdf({ ...report, roleTitle: 'R'.repeat(200), answers: of }, { mark: '7.5', now: new Date() });
      clearImmediate(others);
      return { file, turns };
    };
    const { file, turns } = await drawn(answers);
    const { turns: ofTheRest } = await drawn([]);
    // Others had their turn several times for each answer.
    expect(turns - ofTheRest).toBeGreaterThan(3 * answers.length);
    const chunks: Buffer[] = [];
    for await (const chunk of file as AsyncIterable<Buffer>) chunks.push(chunk);
    expect((await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)))).numPages).toBeGreaterThan(40);
  });
});
