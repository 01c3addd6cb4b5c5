import { join } from 'node:path';
import { fileText } from '../../../src/candidates/resumes/formats/file-text.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { docx, docxParts, paragraph, run, table, textBox } from '../../support/resumes/docx.js';
import { pdf, png } from '../../support/sample-resumes.js';
import { zip } from '../../support/resumes/zip.js';

const { resume: limits } = Policy.load('viva-voce', join(import.meta.dirname, '../../../policies')).values.limits;
const linesOf = async (file: Buffer | Promise<Buffer>): Promise<string[]> => (await fileText(await file, limits)).lines.map(({ text }) => text).filter((text) => text !== '');

describe('what a reader of a Word file sees', () => {
  it('is read once and in order: header, text boxes, tables cell by cell, dates beside their line, footer', async () => {
    const file = docx([
      textBox([paragraph('Ines Halvorsen')]), paragraph('Engineer\t2019 – 2021'), paragraph('Go & Rust <3', { bullet: true }),
      table([[[paragraph('Skills'), paragraph('Java'), paragraph('SQL')], [paragraph('Work'), paragraph('Acme')]]]),
      table([[[paragraph('2015 –'), paragraph('2017')], [paragraph('Developer, Kystdata'), paragraph('Wrote pages')]]]),
      table([[[paragraph('E-mail')], [paragraph('ines@postkasse.example')]]]),
    ].join(''), { header: paragraph('Page of Ines') });
    expect(await linesOf(file)).toEqual([
      'Page of Ines', 'Ines Halvorsen', 'Engineer\t2019 – 2021', '• Go & Rust <3', 'Skills', 'Java', 'SQL', 'Work', 'Acme', 'Developer, Kystdata\t2015 – 2017', 'Wrote pages', 'E-mail\tines@postkasse.example',
    ]);
  });

  it('does not hold what is hidden, deleted, white on white or too small to see', async () => {
    const hidden = [paragraph('Hidden Kubernetes', { hidden: true }), paragraph('White Terraform', { color: 'FFFFFF' }), paragraph('Tiny Kafka', { size: 1 }), `<w:p><w:del>${run('Deleted Redis')}</w:del><w:moveFrom>${run('Moved Elixir')}</w:moveFrom></w:p>`];
    expect(await linesOf(docx([...hidden, paragraph('Seen Python'), `<w:p><w:ins>${run('Added Java')}</w:ins></w:p>`].join('')))).toEqual(['Seen Python', 'Added Java']);
    expect(await linesOf(docx(table([[[paragraph('White on a coloured cell', { color: 'FFFFFF' })]]])))).toEqual(['White on a coloured cell']);
  });

  it('may lie where the file says, and says who wrote it', async () => {
    const moved = docxParts(paragraph('Python'), { author: 'Ines Halvorsen' }).map((part) => ({
      ...part, name: part.name.replace('document.xml', 'document2.xml'), content: String(part.content).replace('word/document.xml', 'word/document2.xml'),
    }));
    expect(await fileText(zip(moved), limits)).toMatchObject({ format: 'docx', author: 'Ines Halvorsen', pages: 1, lines: [{ text: 'Python' }] });
  });

  it('may have thirty pages', async () => {
    const broken = (pages: number): Buffer => docx(`<w:p>${'<w:r><w:br w:type="page"/></w:r>'.repeat(pages - 1)}${run('Python')}</w:p>`);
    expect(await fileText(broken(30), limits)).toMatchObject({ pages: 30 });
    await expect(fileText(broken(31), limits)).rejects.toThrow('too_many_pages');
  });
});

describe('what a reader of a PDF sees', () => {
  it('holds white letters on a coloured column, and none on white paper', async () => {
    const lines = await linesOf(pdf((doc) => {
      doc.rect(0, 0, 200, 842).fill('#223344').fillColor('white').text('Figma on the column', 20, 100);
      doc.text('Kubernetes on the paper', 300, 100).fillColor('black').text('Python for all to see', 300, 200);
      doc.fillColor('#fefefe').text('Terraform nearly white', 300, 300);
    }));
    expect(lines).toEqual(['Figma on the column', 'Python for all to see']);
  });

  it('holds nothing beyond the edges of the page, and nothing too small to read', async () => {
    const lines = await linesOf(pdf((doc) => {
      doc.text('Python', 50, 50).text('Kafka', 50, 2000, { lineBreak: false }).text('Redis', 900, 50, { lineBreak: false }).fontSize(1).text('Kubernetes', 50, 90);
    }));
    expect(lines).toEqual(['Python']);
  });
});

describe('what nobody can see', () => {
  const hiddenIn = async (file: Buffer | Promise<Buffer>): Promise<string[]> => (await fileText(await file, limits)).hidden.split('\n').filter((text) => text.trim() !== '');

  it('is told apart from what people see', async () => {
    expect(await hiddenIn(pdf((doc) => { doc.text('Python').fillColor('white').text('Kubernetes').fillColor('black').fillOpacity(0).text('Terraform'); }))).toEqual(['Kubernetes', 'Terraform']);
    expect(await hiddenIn(docx(paragraph('Python') + paragraph('Kubernetes', { hidden: true }) + paragraph('Terraform', { color: 'FFFFFF' })))).toEqual(['Kubernetes', 'Terraform']);
  });

  it('is not the text that was read from a scan, nor white letters on a picture', async () => {
    const scan = pdf((doc) => { doc.image(png(), 0, 0, { width: 595, height: 842 }).addContent('3 Tr').text('Python, as the scanner read it', 54, 100); });
    expect([await linesOf(scan), await hiddenIn(scan)]).toEqual([['Python, as the scanner read it'], []]);
    const poster = pdf((doc) => { doc.image(png(), 0, 0, { width: 595, height: 200 }).fillColor('white').text('Python on a photograph', 54, 100); });
    expect([await linesOf(poster), await hiddenIn(poster)]).toEqual([['Python on a photograph'], []]);
  });

  it('is not white text on a dark ground, be it painted, a thick line, a shaded paragraph, or a drawing in Word', async () => {
    const line = pdf((doc) => { doc.moveTo(54, 100).lineTo(500, 100).lineWidth(24).stroke('#223344').fillColor('white').text('Python on a bar', 60, 94); });
    expect([await linesOf(line), await hiddenIn(line)]).toEqual([['Python on a bar'], []]);
    const shaded = docx(`<w:p><w:pPr><w:shd w:val="clear" w:fill="223344"/></w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Python on a bar</w:t></w:r></w:p>`);
    expect([await linesOf(shaded), await hiddenIn(shaded)]).toEqual([['Python on a bar'], []]);
    expect(await hiddenIn(docx(`<w:p><w:r><w:drawing/></w:r></w:p>${paragraph('Perhaps on the drawing', { color: 'FFFFFF' })}`))).toEqual([]);
  });
});

describe('what a text says', () => {
  it.each([
    ['UTF-8', Buffer.from('Müller – Développeur')], ['UTF-8 with its mark', Buffer.from('\ufeffMüller – Développeur')], ['UTF-16', Buffer.from('\ufeffMüller – Développeur', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeffMüller – Développeur', 'utf16le').swap16()], ['the old code page', Buffer.from('M\xfcller \x96 D\xe9veloppeur', 'latin1')],
  ])('is read from %s', async (_, file) => {
    expect(await linesOf(file)).toEqual(['Müller – Développeur']);
  });

  it('has a line for each line, whichever way they end, and columns where spaces part them', async () => {
    expect(await linesOf(Buffer.from('Engineer      2019 - 2021\r\nAcme\rOslo\nJava\fSQL'))).toEqual(['Engineer\t2019 - 2021', 'Acme', 'Oslo', 'Java', 'SQL']);
  });
});
