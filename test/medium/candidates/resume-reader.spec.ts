import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ResumeReader } from '../../../src/candidates/resumes/resume-reader.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { parsers } from '../../support/resumes/parsers.js';
import { longPdf, pdf, rawPdf, sampleResumePdf, twoColumnResumePdf } from '../../support/sample-resumes.js';

const policy = Policy.load('viva-voce', join(import.meta.dirname, '../../../policies'));
const reader = new ResumeReader(policy);
const skillsOf = async (file: Buffer): Promise<string[]> => (await reader.read(file)).skills.map(({ id }) => id);

afterAll(() => reader.onModuleDestroy());

describe('reading a resume', () => {
  it('finds the facts of an ordinary one', async () => {
    const reading = await reader.read(await sampleResumePdf());
    expect(reading).toMatchObject({ format: 'pdf', pages: 1, education: [{ level: 'master', year: 2015 }] });
    expect(reading.words).toBeGreaterThan(150);
    expect(reading.years).toBeGreaterThan(11);
    expect(reading.skills.map(({ id }) => id)).toEqual(expect.arrayContaining(['go', 'typescript', 'java', 'spring', 'postgresql', 'kafka', 'kubernetes', 'terraform', 'ci-cd', 'react', 'nodejs', 'mentoring']));
    expect(reading.positions.map(({ title, employer }) => [title, employer])).toEqual([
      ['Senior Software Engineer', 'Nordlys Freight'], ['Software Engineer', 'Fjordbank'], ['Junior Developer', 'Kystdata'],
    ]);
  });

  it('reads two columns one after the other, so that nothing of one column is joined to the other', async () => {
    expect(await skillsOf(await twoColumnResumePdf())).toEqual(expect.arrayContaining(['figma', 'prototyping', 'user-research', 'machine-learning', 'design-systems', 'accessibility']));
  });

  it('reads a file with other bytes before its header, as mail programs leave them', async () => {
    const { words } = await reader.read(Buffer.concat([Buffer.from('\r\n\r\n'), await sampleResumePdf()]));
    expect(words).toBeGreaterThan(150);
  });

  it('reads thirty pages', async () => {
    await expect(reader.read(await longPdf(30))).resolves.toMatchObject({ pages: 30 });
  });

  it('leaves no process behind', async () => {
    await reader.read(await sampleResumePdf());
    expect(parsers()).toEqual([]);
  });
});

const wordy = (): Promise<Buffer> => pdf((doc) => doc.fontSize(4).text('Python and Java for a living. '.repeat(8000), { lineGap: -2 }));

describe('a file that is too much', () => {
  it.each([
    ['has 31 pages', () => longPdf(31), 'resume_too_many_pages', 422],
    ['has 5 MB and a byte', () => Buffer.alloc(policy.values.limits.resume.bytes + 1), 'resume_too_large', 413],
    ['has 240,000 characters', wordy, 'resume_too_large', 413],
  ])('%s: says so, and what to do', async (_, make, code, status) => {
    const file = await make();
    const refusal: unknown = await reader.read(file).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'AppError', code: `candidates.${code}`, status });
    expect(refusal).toHaveProperty('message', expect.stringMatching(/Nothing of it was kept\. (Save|Choose)/));
  });
});

describe('a hostile file', () => {
  it('that points elsewhere fetches nothing', async () => {
    const calls: string[] = [];
    const trap = createServer((request, response) => {
      calls.push(request.url ?? '');
      response.end('BT (fetched) Tj ET');
    });
    await new Promise<void>((listening) => trap.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
    await reader.read(rawPdf([
      `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (${url}/opened) >> >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      `<< /F << /FS /URL /F (${url}/stream) >> /Length 0 >>\nstream\n\nendstream`,
      `<< /Type /Font /Subtype /TrueType /BaseFont /Elsewhere /ToUnicode << /FS /URL /F (${url}/font) >> >>`,
    ])).catch(() => undefined);
    expect(calls).toEqual([]);
    await expect(fetch(`${url}/trap`).then((answer) => answer.status)).resolves.toBe(200);
    expect(calls).toEqual(['/trap']);
    trap.close();
  });

  it('reads two files at a time, lets eight wait, and asks the others at once to come back', async () => {
    const file = await sampleResumePdf();
    const refused: unknown[] = [];
    const all = Array.from({ length: 12 }, () => reader.read(file).catch((error: unknown) => { refused.push(error); }));
    await new Promise(setImmediate);
    // On a slow machine those who wait are refused as well, later.
    const refusedAtOnce = [...refused];
    await Promise.all(all);
    expect(refusedAtOnce).toHaveLength(2);
    for (const refusal of refusedAtOnce) expect(refusal).toMatchObject({ code: 'candidates.resume_desk_busy', status: 503, extras: { retryAfterSeconds: 10 } });
  });
});
