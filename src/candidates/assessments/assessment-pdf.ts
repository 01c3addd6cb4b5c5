import { type Finding } from './assessment.js';
import { type KeptAssessment } from './assessments.repository.js';
import { Sheet } from './sheet.js';
import { nameOf } from './wording.js';

const ADVICE_KINDS = { add: 'Add, if it is true', learn: 'Learn', rehearse: 'Rehearse' } as const;
const GROUPS = [['Your resume shows', 'matched'], ['Your resume shows something near it', 'related'], ['Your resume does not show', 'missing']] as const;

/** The assessment as a tagged PDF of A4 pages: headings, lists and reading order are there for a screen reader, too. */
export async function assessmentPdf(kept: KeptAssessment): Promise<Buffer> {
  // Read when the first is asked for: a start needs none.
  const { default: PDFDocument } = await import('pdfkit');
  const title = `How your resume fits: ${kept.roleTitle}`;
  const doc = new PDFDocument({
    size: 'A4', margins: { top: 64, bottom: 72, left: 64, right: 64 }, pdfVersion: '1.7', tagged: true, lang: 'en', displayTitle: true, bufferPages: true,
    info: { Title: title, Creator: 'Viva Voce', CreationDate: kept.madeAt },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => doc.on('end', () => resolve(Buffer.concat(chunks))).on('error', reject));
  const sheet = new Sheet(doc);
  write(sheet, kept, title);
  sheet.end();
  return done;
}

function write(sheet: Sheet, { result, madeAt, expiresAt }: KeptAssessment, title: string): void {
  sheet.heading('H1', title);
  sheet.note(`Made on ${day(madeAt)}. ${expiresAt ? `Deleted on ${day(expiresAt)} (UTC), unless you delete it before.` : 'Kept until you delete it.'}`);
  sheet.heading('H2', `Fit: ${result.fit} of 100`);
  sheet.bar(result.fit);
  sheet.list(result.parts.map(({ title: part, points, of }) => ({ text: `${part}: ${points} of ${of} points` })));
  sheet.note('The fit is the sum of these points over the most there were, in percent. Something near a skill counts half. It compares words we know with words you wrote; it does not judge how good you are.');
  sheet.heading('H2', 'Why');
  sheet.list(result.reasons.map((text) => ({ text })));
  if (result.advice.length > 0) {
    sheet.heading('H2', 'What to do, in this order');
    sheet.note('Add only what is true. What you know already, though it stands under “Learn”, belongs in your resume.');
    sheet.list(result.advice.map(({ kind, text }, index) => ({ label: `${index + 1}.`, strong: `${ADVICE_KINDS[kind]}.`, text })));
  }
  for (const [heading, state] of GROUPS) {
    const findings = result.findings.filter((finding) => finding.state === state);
    if (findings.length === 0) continue;
    sheet.heading('H2', heading);
    sheet.list(findings.map((finding) => ({ strong: `${nameOf(finding)}.`, text: linesOf(finding) })));
  }
}

function linesOf({ asked, seen }: Finding): string {
  const where = asked ? `Description, line ${asked.number}: “${asked.text}”` : 'Usual for the role.';
  if (!seen) return where;
  return `${where}\nYour resume, ${seen.name}: ${seen.line === null ? 'the line was not kept.' : `“${seen.line}”`}`;
}

function day(date: Date): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}
