import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SkillDictionary } from '../../../src/candidates/skills/skill-dictionary.js';
import { findSkills } from '../../../src/candidates/skills/find-skills.js';
import { ResumeReader } from '../../../src/candidates/resumes/resume-reader.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { bombPdf, encryptedPdf, longPdf, pdf, png, rawPdf, sampleResumePdf, scannedPdf, twoColumnResumePdf } from '../../support/sample-resumes.js';

const policy = Policy.load('viva-voce', join(import.meta.dirname, '../../../policies'));
const reader = new ResumeReader(policy);
const dictionary = SkillDictionary.load();
const skillsIn = (text: string): string[] => findSkills(text, dictionary).map(({ id }) => id);

afterAll(() => reader.onModuleDestroy());

describe('reading a resume', () => {
  it('finds the skills of an ordinary one', async () => {
    const { text, pages, words } = await reader.read(await sampleResumePdf());
    expect(pages).toBe(1);
    expect(words).toBeGreaterThan(150);
    expect(skillsIn(text)).toEqual(expect.arrayContaining(['go', 'typescript', 'java', 'spring', 'postgresql', 'kafka', 'kubernetes', 'terraform', 'ci-cd', 'react', 'nodejs', 'mentoring']));
  });

  it('reads two columns one after the other, so that nothing of one column is joined to the other', async () => {
    const { text } = await reader.read(await twoColumnResumePdf());
    expect(text).toMatch(/SKILLS\nFigma and prototyping\nUser research, machine\nlearning for designers\n[\s\S]*TOOLS[\s\S]*Lead Product Designer[\s\S]*across the whole page/);
    expect(skillsIn(text)).toEqual(expect.arrayContaining(['figma', 'prototyping', 'user-research', 'machine-learning', 'design-systems', 'accessibility']));
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

const cyclic = (): Buffer => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']);
const wordy = (): Promise<Buffer> => pdf((doc) => doc.fontSize(4).text('Python and Java for a living. '.repeat(8000), { lineGap: -2 }));

describe('a file that cannot be a resume', () => {
  it.each([
    ['is a picture with another name', png, 'resume_not_a_pdf', 415],
    ['is empty', () => Buffer.alloc(0), 'resume_not_a_pdf', 415],
    ['is a web page', () => Buffer.from('<!doctype html><p>%PDF</p>'), 'resume_not_a_pdf', 415],
    ['needs a password', encryptedPdf, 'resume_encrypted', 422],
    ['is a scan', scannedPdf, 'resume_has_no_text', 422],
    ['has an empty page', () => pdf(() => undefined), 'resume_has_no_text', 422],
    ['has a dozen words', () => pdf((doc) => doc.text('John Doe has a dozen words in this file and no more.')), 'resume_has_no_text', 422],
    ['is cut off', async () => (await sampleResumePdf()).subarray(0, 1500), 'resume_unreadable', 422],
    ['is only a header', () => Buffer.from('%PDF-1.7\n'), 'resume_unreadable', 422],
    ['contains itself', cyclic, 'resume_unreadable', 422],
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
  it.each([
    ['unpacks to 300 MB of spaces', { megabytes: 300, filler: ' ' }, /resume_unreadable|resume_has_no_text/],
    ['unpacks twice, to 500 MB of brackets', { megabytes: 500, filler: '[', layers: 2 }, /resume_unreadable/],
    ['unpacks to two million lines of text', { megabytes: 90, filler: 'BT /F1 12 Tf 10 700 Td (Hello world) Tj ET\n' }, /resume_too_large|resume_unreadable/],
    ['keeps the processor busy for a minute', { megabytes: 60, filler: 'q ' }, /resume_took_too_long|resume_unreadable/],
  ])('%s: is answered within 15 seconds and a bounded memory', async (_, bomb, code) => {
    const file = bombPdf(bomb);
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const watch = watchMemory();
    const refusal: unknown = await reader.read(file).catch((error: unknown) => error);
    const { peakMegabytes } = watch.end();
    expect(refusal).toHaveProperty('code', expect.stringMatching(code));
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1_048_576);
    if (process.platform === 'linux') expect(peakMegabytes).toBeGreaterThan(20);
    expect(peakMegabytes).toBeLessThan(policy.values.limits.resume.memoryMb + 150);
    expect(parsers()).toEqual([]);
  });

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

  it('reads two files at a time, lets eight wait, and asks the others to come back', async () => {
    const file = await sampleResumePdf();
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => reader.read(file)));
    const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason as unknown);
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({ code: 'candidates.resume_desk_busy', status: 503, extras: { retryAfterSeconds: 10 } });
  });
});

/** Numbers of the processes of ours that parse a file right now (Linux only). */
function parsers(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && about(entry, 'status').includes(`PPid:\t${process.pid}\n`) && about(entry, 'cmdline').includes('resume-parser.child'));
}

function about(processId: string, file: string): string {
  try {
    return readFileSync(`/proc/${processId}/${file}`, 'utf8');
  } catch {
    return ''; // It ended while we looked.
  }
}

function watchMemory(): { end(): { peakMegabytes: number } } {
  let peakMegabytes = 0;
  const look = (): void => {
    for (const parser of parsers()) peakMegabytes = Math.max(peakMegabytes, Number(/VmHWM:\s+(\d+)/.exec(about(parser, 'status'))?.[1] ?? 0) / 1024);
  };
  const timer = setInterval(look, 50);
  return {
    end: () => {
      clearInterval(timer);
      return { peakMegabytes };
    },
  };
}
