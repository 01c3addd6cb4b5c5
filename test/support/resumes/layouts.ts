import { pdf } from '../sample-resumes.js';
import { docx, paragraph, table, textBox } from './docx.js';
import { type Person } from './people.js';

type Doc = PDFKit.PDFDocument;

const contactOf = ({ email, phone, address, link }: Person): string[] => [email, phone, address, link];
const spaced = (text: string): string => text.toUpperCase().split('').join(' ').replace(/ {3}/g, '   ');

/** One column, a heading with its date at the right edge. */
export const classicPdf = (person: Person): Promise<Buffer> => pdf((doc) => {
  doc.font('Helvetica-Bold').fontSize(22).text(person.name, { align: 'center' });
  doc.font('Helvetica').fontSize(10).text(contactOf(person).join('  |  '), { align: 'center' }).moveDown();
  body(doc, person, (job) => {
    const { y } = doc;
    doc.font('Helvetica-Bold').text(`${job.title}, ${job.employer}`);
    doc.font('Helvetica').text(job.time, 54, y, { align: 'right' });
  });
});

/** As LaTeX sets a resume: employer and date, then the title in italics, small capitals above. */
export const latexPdf = (person: Person): Promise<Buffer> => pdf((doc) => {
  doc.font('Times-Roman').fontSize(25).text(person.name.toUpperCase(), { align: 'center', characterSpacing: 1 });
  doc.fontSize(9).text([person.phone, person.email, person.link].join(' · '), { align: 'center' }).text(person.address, { align: 'center' }).moveDown();
  body(doc, person, (job) => {
    const { y } = doc;
    doc.font('Times-Bold').text(job.employer);
    doc.font('Times-Roman').text(job.time, 54, y, { align: 'right' });
    doc.font('Times-Italic').text(job.title, 54);
  });
});

/** A coloured column with white letters at the left, spaced capitals, the name in two lines: as drawing programs for everybody do it. */
export const sidebarPdf = (person: Person): Promise<Buffer> => pdf((doc) => {
  const { headings } = person;
  doc.rect(0, 0, 195, 842).fill('#24364b');
  doc.fillColor('white').fontSize(9);
  const left = [
    spaced(headings.contact), ...contactOf(person), ...person.particulars, '', spaced(headings.skills), ...person.skills.flatMap((line) => line.split(', ')), '', spaced(headings.languages), ...person.languages,
  ];
  let y = 60;
  for (const line of left) {
    doc.text(line, 24, y, { width: 160 });
    y = Math.max(doc.y, y + 11) + 3;
  }
  const [first = '', ...rest] = person.name.split(' ');
  doc.fillColor('#24364b').font('Helvetica-Bold').fontSize(28).text(first.toUpperCase(), 220, 50).text(rest.join(' ').toUpperCase(), 220);
  doc.font('Helvetica').fontSize(12).text(person.title).moveDown();
  doc.fillColor('black').fontSize(9.5);
  section(doc, spaced(headings.profile), () => doc.text(person.profile, 220, undefined, { width: 320 }), 220);
  section(doc, spaced(headings.work), () => person.jobs.forEach((job) => {
    doc.font('Helvetica-Bold').text(job.title, 220).font('Helvetica').text(`${job.employer} | ${job.time}`);
    job.points.forEach((point) => doc.text(`• ${point}`, 228, undefined, { width: 310 }));
    doc.moveDown(0.5);
  }), 220);
  section(doc, spaced(headings.education), () => person.education.forEach(({ degree, school, time }) => doc.text(degree, 220).text(`${school}, ${time}`)), 220);
});

/** Dates in a narrow column at the left, as moderncv and the German tabular resume do it. */
export const datesLeftPdf = (person: Person): Promise<Buffer> => pdf((doc) => {
  doc.font('Helvetica').fontSize(20).text(person.name).fontSize(12).text(person.title).moveDown(0.5);
  doc.fontSize(9).text(person.address).text(`Tel. ${person.phone}`).text(person.email).text(person.link);
  person.particulars.forEach((line) => doc.text(line));
  doc.moveDown().fontSize(10);
  const row = (label: string, lines: readonly string[]): void => {
    const { y } = doc;
    doc.text(label, 54, y, { width: 120 });
    const under = doc.y;
    doc.text(lines[0] ?? '', 190, y, { width: 350 });
    lines.slice(1).forEach((line) => doc.text(line, 190, undefined, { width: 350 }));
    doc.y = Math.max(doc.y, under) + 5;
  };
  const { headings } = person;
  const headed = (title: string, draw: () => void): void => section(doc, title, draw, 54);
  headed(headings.profile, () => doc.text(person.profile, 54));
  headed(headings.work, () => person.jobs.forEach((job) => row(job.time, [`${job.title}, ${job.employer}`, ...job.points])));
  headed(headings.education, () => person.education.forEach(({ degree, school, time }) => row(time, [degree, school])));
  headed(headings.skills, () => person.skills.forEach((line) => doc.text(line, 54)));
  headed(headings.languages, () => person.languages.forEach((line) => doc.text(line, 54)));
});

function body(doc: Doc, person: Person, jobHeading: (job: Person['jobs'][number]) => void): void {
  const { headings } = person;
  const font = (): Doc => doc.font('Helvetica').fontSize(10);
  section(doc, headings.profile, () => font().text(person.profile), 54);
  section(doc, headings.work, () => person.jobs.forEach((job) => {
    jobHeading(job);
    job.points.forEach((point) => font().text(`• ${point}`, 60, undefined, { width: 470 }));
    doc.moveDown(0.5).text('', 54);
  }), 54);
  section(doc, headings.education, () => person.education.forEach(({ degree, school, time }) => font().text(`${degree}, ${school}, ${time}`)), 54);
  section(doc, headings.skills, () => person.skills.forEach((line) => font().text(line)), 54);
  section(doc, headings.languages, () => font().text(person.languages.join(', ')), 54);
  person.particulars.forEach((line) => font().text(line));
}

function section(doc: Doc, title: string, draw: () => void, x: number): void {
  doc.font('Helvetica-Bold').text(title, x, doc.y + 8).font('Helvetica').moveDown(0.3);
  draw();
}

/** A plain Word document: name in the page's header, tabs before the dates. */
export const plainDocx = (person: Person): Promise<Buffer> => Promise.resolve(docx([
  paragraph(person.title, { size: 14 }),
  ...entries(person, (job) => [paragraph(`${job.employer}\t${job.time}`), paragraph(job.title), ...job.points.map((point) => paragraph(point, { bullet: true }))]),
].join(''), { header: paragraph(person.name, { size: 22 }) + paragraph(contactOf(person).join(' · ')), author: person.name }));

/** Word with a table for the whole page: who and what at the left, the work at the right. */
export const columnsDocx = (person: Person): Promise<Buffer> => {
  const { headings } = person;
  const left = [headings.contact, ...contactOf(person), ...person.particulars, headings.skills, ...person.skills, headings.languages, ...person.languages].map((line) => paragraph(line));
  const right = [
    paragraph(headings.profile), paragraph(person.profile), paragraph(headings.work), ...person.jobs.flatMap((job) => [paragraph(`${job.title} – ${job.employer}`), paragraph(job.time), ...job.points.map((point) => paragraph(point, { bullet: true }))]),
    paragraph(headings.education), ...person.education.map(({ degree, school, time }) => paragraph(`${degree}, ${school} (${time})`)),
  ];
  return Promise.resolve(docx(textBox([paragraph(person.name, { size: 26 }), paragraph(person.title)]) + table([[left, right]])));
};

/** Europass: labels at the left, what they say at the right. */
export const europassDocx = (person: Person): Promise<Buffer> => {
  const words = person.name.split(' ');
  const { headings } = person;
  const cells = (label: string, ...lines: string[]): string[][] => [[paragraph(label)], lines.map((line) => paragraph(line))];
  return Promise.resolve(docx([
    paragraph('Europass Curriculum Vitae', { size: 16 }), paragraph(headings.contact),
    table([
      cells('First name(s)', words.slice(0, -1).join(' ')), cells('Surname(s)', words.at(-1)!), cells('Address', person.address), cells('Telephone', person.phone), cells('E-mail', person.email), cells('Website', person.link),
      ...person.particulars.map((line) => cells(...(line.split(/(?<=:)\s/) as [string, ...string[]]))),
    ]),
    paragraph(headings.profile), paragraph(person.profile), paragraph(headings.work),
    table(person.jobs.map((job) => cells(job.time, job.title, job.employer, ...job.points))),
    paragraph(headings.education), table(person.education.map(({ degree, school, time }) => cells(time, degree, school))),
    paragraph(headings.skills), ...person.skills.map((line) => paragraph(line)),
    paragraph(headings.languages), ...person.languages.map((line) => paragraph(line)),
  ].join(''), { author: person.name }));
};

function entries(person: Person, job: (job: Person['jobs'][number]) => string[]): string[] {
  const { headings } = person;
  return [
    paragraph(headings.profile, { style: 'Heading1' }), paragraph(person.profile),
    paragraph(headings.work, { style: 'Heading1' }), ...person.jobs.flatMap(job),
    paragraph(headings.education, { style: 'Heading1' }), ...person.education.map(({ degree, school, time }) => paragraph(`${degree}, ${school}\t${time}`)),
    paragraph(headings.skills, { style: 'Heading1' }), ...person.skills.map((line) => paragraph(line, { bullet: true })),
    paragraph(headings.languages, { style: 'Heading1' }), paragraph(person.languages.join('; ')),
    ...person.particulars.map((line) => paragraph(line)),
  ];
}

/** What one writes in an editor. */
export function plainTxt(person: Person): string {
  const { headings } = person;
  return [
    person.name, person.title, contactOf(person).join(' | '), ...person.particulars, '', headings.profile.toUpperCase(), person.profile, '',
    headings.work.toUpperCase(), ...person.jobs.flatMap((job) => [`${job.title} at ${job.employer} (${job.time})`, ...job.points.map((point) => `- ${point}`), '']),
    headings.education.toUpperCase(), ...person.education.map(({ degree, school, time }) => `${degree}, ${school}, ${time}`), '',
    headings.skills.toUpperCase(), ...person.skills, '', headings.languages.toUpperCase(), ...person.languages, '',
  ].join('\r\n');
}

/** UTF-8, the way Windows writes UTF-16, and the old Western code page. */
export const utf8Txt = (person: Person): Promise<Buffer> => Promise.resolve(Buffer.from(plainTxt(person)));
export const utf16Txt = (person: Person): Promise<Buffer> => Promise.resolve(Buffer.from(`\ufeff${plainTxt(person)}`, 'utf16le'));
export const westernTxt = (person: Person): Promise<Buffer> => Promise.resolve(Buffer.from(plainTxt(person).replaceAll('–', '-').replaceAll('’', "'"), 'latin1'));
