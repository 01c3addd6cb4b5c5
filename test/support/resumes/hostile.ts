import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { bombPdf, encryptedPdf, pdf, png, rawPdf, sampleResumePdf, scannedPdf } from '../sample-resumes.js';
import { docx, docxParts, paragraph } from './docx.js';
import { zip } from './zip.js';

/** A file that is no honest resume, and the code and status it is to be answered with. */
export interface Hostile {
  readonly is: string;
  readonly make: () => Buffer | Promise<Buffer>;
  readonly codes: readonly string[];
  readonly status: readonly number[];
}

const WORDS = 'I wrote Python and Java for a living, and this is one line of my memoirs. ';
const PROSE = WORDS.repeat(20);
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

const stream = (content: string, dictionary = ''): string => `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
const onePage = (content: string, catalog = '', others: readonly string[] = []): Buffer => rawPdf([
  `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>', stream(content), FONT, ...others,
]);

function manyPages(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, index) => `${index + 5} 0 R`).join(' ');
  const page = '<</Type/Page/Parent 2 0 R>>';
  return rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /MediaBox [0 0 99 99] /Kids [${kids}] /Count ${count} >>`, stream('BT ET'), FONT, ...Array<string>(count).fill(page)]);
}

function nestedZips(depth: number): Buffer {
  let inner = zip([{ name: 'zeros', content: Buffer.alloc(10_000_000) }]);
  for (let level = 0; level < depth; level += 1) inner = zip(Array.from({ length: 8 }, (_, index) => ({ name: `${level}-${index}.zip`, content: inner })));
  return inner;
}

const laughs = (): string => `<!DOCTYPE w [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha">${'bcdefghi'.split('').map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`).join('')}]>`;
const withPart = (name: string, content: string | Buffer = ''): Buffer => zip([...docxParts(paragraph(PROSE)), { name, content }]);

type Doc = Parameters<Parameters<typeof pdf>[0]>[0];
const STUFFING = 'Kubernetes, Terraform';
const hiddenSkills: readonly (readonly [where: string, hide: (doc: Doc) => unknown])[] = [
  ['white on white', (doc) => doc.fillColor('#fefefe').text(STUFFING)],
  ['in letters of one point', (doc) => doc.fontSize(1).text(STUFFING)],
  ['beside the page', (doc) => doc.text(STUFFING, 900, 100, { lineBreak: false })],
  ['clear as glass', (doc) => doc.fillOpacity(0).text(STUFFING)],
  ['without ink on a coloured ground', (doc) => { doc.rect(54, 400, 300, 40).fill('#224466'); doc.addContent('3 Tr').text(STUFFING, 60, 410); }],
];

const pdfs: readonly Hostile[] = [
  { is: 'a PDF that unpacks to 300 MB of spaces', make: () => bombPdf({ megabytes: 300, filler: ' ' }), codes: ['unreadable', 'has_no_text', 'took_too_long'], status: [422] },
  { is: 'a PDF that unpacks twice, to 500 MB of brackets', make: () => bombPdf({ megabytes: 500, filler: '[', layers: 2 }), codes: ['unreadable', 'took_too_long'], status: [422] },
  { is: 'a PDF that unpacks to two million lines of text', make: () => bombPdf({ megabytes: 90, filler: 'BT /F1 12 Tf 10 700 Td (Hello world) Tj ET\n' }), codes: ['too_large', 'unreadable', 'took_too_long'], status: [413, 422] },
  { is: 'a PDF that keeps the processor busy for a minute', make: () => bombPdf({ megabytes: 60, filler: 'q ' }), codes: ['took_too_long', 'unreadable'], status: [422] },
  { is: 'a PDF whose pages contain themselves', make: () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']), codes: ['unreadable'], status: [422] },
  { is: 'a PDF of 50,000 pages', make: () => manyPages(50_000), codes: ['too_many_pages'], status: [422] },
  { is: 'a PDF that says it has one page and has a billion', make: () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>']), codes: ['too_many_pages', 'has_no_text', 'unreadable'], status: [422] },
  { is: 'a PDF of a hundred thousand arrays in each other', make: () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids ${'['.repeat(100_000)}${']'.repeat(100_000)} /Count 1 >>`]), codes: ['unreadable', 'has_no_text'], status: [422] },
  { is: 'a PDF that opens only with a password', make: encryptedPdf, codes: ['encrypted'], status: [422] },
  { is: 'a PDF that is cut off', make: async () => (await sampleResumePdf()).subarray(0, 1500), codes: ['unreadable'], status: [422] },
  { is: 'a PDF that is only a header', make: () => Buffer.from('%PDF-1.7\n'), codes: ['unreadable'], status: [422] },
  { is: 'a PDF header before random bytes', make: () => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)]), codes: ['unreadable'], status: [422] },
  { is: 'a PDF whose table of contents points nowhere', make: () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\nendobj\nxref\n0 2\n9999999999 00000 n \n9999999999 00000 n \ntrailer\n<< /Size 2 /Root 8 0 R /Prev 12 >>\nstartxref\n99999\n%%EOF'), codes: ['unreadable'], status: [422] },
  { is: 'a PDF that is a scan', make: scannedPdf, codes: ['has_no_text'], status: [422] },
  { is: 'a PDF with an empty page', make: () => pdf(() => undefined), codes: ['has_no_text'], status: [422] },
  { is: 'a PDF that wants to run scripts and programs, and says nothing', make: () => onePage('BT ET', '/OpenAction << /S /JavaScript /JS (for(;;){}) >> /AA << /WC << /S /Launch /F (calc.exe) >> >>'), codes: ['has_no_text'], status: [422] },
  { is: 'a PDF that holds another file instead of text', make: () => onePage('BT ET', '/Names << /EmbeddedFiles << /Names [(resume.txt) 6 0 R] >> >>', ['<< /Type /Filespec /F (resume.txt) /EF << /F 7 0 R >> >>', stream(PROSE, '/Type /EmbeddedFile')]), codes: ['has_no_text'], status: [422] },
  { is: 'a PDF of nothing but white letters on white', make: () => pdf((doc) => doc.fillColor('white').text(PROSE)), codes: ['has_hidden_text'], status: [422] },
  { is: 'a PDF of nothing but letters without ink', make: () => onePage(`BT /F1 9 Tf 3 Tr 40 700 Td (${PROSE}) Tj ET`), codes: ['has_hidden_text'], status: [422] },
  ...hiddenSkills.map(([where, hide]): Hostile => ({ is: `a PDF with skills that nobody sees, ${where}`, make: () => pdf((doc) => { doc.text(PROSE).moveDown(); hide(doc); }), codes: ['has_hidden_text'], status: [422] })),
  { is: 'a PDF with a photograph, and skills in white beside it', make: () => pdf((doc) => { doc.text(PROSE).image(png(), 400, 600, { width: 90 }).fillColor('white').text('Kubernetes, Terraform', 54, 600); }), codes: ['has_hidden_text'], status: [422] },
];

const archives: readonly Hostile[] = [
  { is: 'a Word file that unpacks to 30 MB', make: () => docx(paragraph(' '.repeat(30_000_000))), codes: ['too_much_inside'], status: [422] },
  { is: 'a Word file that unpacks to 400 MB and says it is small', make: () => zip(docxParts(paragraph('')).map((part) => (part.name === 'word/document.xml' ? { ...part, packed: deflateRawSync(Buffer.alloc(400_000_000, ' '), { level: 1 }), saysBytes: 5000 } : part))), codes: ['unreadable'], status: [422] },
  { is: 'a Word file whose five hundred files are one', make: () => zip([...docxParts(paragraph(PROSE)), ...Array.from({ length: 500 }, (_, index) => ({ name: `word/${index}.xml`, content: 'x', sharesFirst: true }))]), codes: ['unreadable'], status: [422] },
  { is: 'a Word file of ten thousand files', make: () => zip([...docxParts(paragraph(PROSE)), ...Array.from({ length: 10_000 }, (_, index) => ({ name: `word/${index}.xml`, content: '' }))]), codes: ['too_much_inside'], status: [422] },
  { is: 'an archive of archives of archives', make: () => nestedZips(4), codes: ['unknown_format'], status: [415] },
  { is: 'a Word file that names a file of this machine', make: () => docx(paragraph('&x;'.replace('&', '')) + '<w:p><w:r><w:t>&x;</w:t></w:r></w:p>', { head: '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }), codes: ['unreadable'], status: [422] },
  { is: 'a Word file that laughs a billion times', make: () => docx('<w:p><w:r><w:t>&i;</w:t></w:r></w:p>', { head: laughs() }), codes: ['unreadable'], status: [422] },
  { is: 'a Word file of half a million tags in each other', make: () => docx('<w:p>'.repeat(500_000)), codes: ['unreadable'], status: [422] },
  { is: 'a Word file that wants to be unpacked elsewhere', make: () => withPart('../../etc/cron.d/resume', PROSE), codes: ['unreadable'], status: [422] },
  { is: 'a Word file with the same name twice', make: () => withPart('word/document.xml', PROSE), codes: ['unreadable'], status: [422] },
  { is: 'a Word file with macros', make: () => withPart('word/vbaProject.bin', OLD_OFFICE), codes: ['has_macros'], status: [422] },
  { is: 'a Word file whose parts are encrypted', make: () => zip(docxParts(paragraph(PROSE)).map((part) => ({ ...part, encrypted: true }))), codes: ['encrypted'], status: [422] },
  { is: 'a Word file that opens only with a password', make: () => Buffer.concat([OLD_OFFICE, Buffer.alloc(2000), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(2000)]), codes: ['encrypted'], status: [422] },
  { is: 'a Word file that is cut off', make: () => docx(paragraph(randomBytes(20_000).toString('hex'))).subarray(0, 9000), codes: ['unreadable'], status: [422] },
  { is: 'a Word file of nothing but hidden letters', make: () => docx(paragraph(PROSE, { hidden: true }) + paragraph(PROSE, { color: 'FFFFFF' }) + paragraph(PROSE, { size: 1 })), codes: ['has_hidden_text'], status: [422] },
  ...[{ hidden: true }, { color: 'FFFFFF' }, { size: 1 }].map((how): Hostile => ({ is: `a Word file with skills that nobody sees (${JSON.stringify(how)})`, make: () => docx(paragraph(PROSE) + paragraph('Kubernetes, Terraform', how)), codes: ['has_hidden_text'], status: [422] })),
  { is: 'an empty archive', make: () => zip([]), codes: ['unknown_format'], status: [415] },
];

const others: readonly Hostile[] = [
  { is: 'a Word file of the nineties', make: () => Buffer.concat([OLD_OFFICE, Buffer.alloc(4000, 'WordDocument')]), codes: ['unknown_format'], status: [415] },
  { is: 'an OpenDocument', make: () => zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }, { name: 'content.xml', content: `${HEAD}<office:document-content/>` }]), codes: ['unknown_format'], status: [415] },
  { is: 'an RTF', make: () => Buffer.from(`{\\rtf1\\ansi ${PROSE}}`), codes: ['unknown_format'], status: [415] },
  { is: 'a program with another name', make: () => Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00', 'latin1'), randomBytes(50_000)]), codes: ['unknown_format'], status: [415] },
  { is: 'a photograph with another name', make: () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(50_000)]), codes: ['unknown_format'], status: [415] },
  { is: 'a picture with another name', make: png, codes: ['unknown_format'], status: [415] },
  { is: 'a web page with another name', make: () => Buffer.from(`<!doctype html><p>%PDF ${PROSE}</p>`), codes: ['unknown_format'], status: [415] },
  { is: 'an archive with another name', make: () => zip([{ name: 'resume.txt', content: PROSE }]), codes: ['unknown_format'], status: [415] },
  { is: 'no byte at all', make: () => Buffer.alloc(0), codes: ['unknown_format'], status: [415] },
  { is: 'a text of spaces', make: () => Buffer.from(' \n'.repeat(10_000)), codes: ['has_no_text'], status: [422] },
  { is: 'a text of a dozen words', make: () => Buffer.from('Ines has a dozen words in this file and not one more.'), codes: ['has_no_text'], status: [422] },
  { is: 'a text with NUL in it', make: () => Buffer.from(`${PROSE}\0${PROSE}`), codes: ['unknown_format'], status: [415] },
  { is: 'UTF-16 that is none', make: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(3000, 1), randomBytes(501)]), codes: ['unknown_format'], status: [415] },
  { is: 'a text that is turned around', make: () => Buffer.from(`\u202e${PROSE}`), codes: ['disguised'], status: [422] },
  { is: 'a text of 4 MB in one line', make: () => Buffer.from('word '.repeat(800_000)), codes: ['too_large'], status: [413] },
  { is: 'a file of 6 MB', make: () => Buffer.alloc(6_000_000, 'x'), codes: ['too_large'], status: [413] },
];

/** Files made to break, fool or exhaust whoever reads them. */
export const hostileFiles: readonly Hostile[] = [...pdfs, ...archives, ...others];

/** Texts that are read, and on which a careless pattern would spend minutes: each near the most we read. */
export const exhaustingTexts: readonly (readonly [is: string, text: string])[] = [
  ['signs of addresses', 'a@a@a.a-'.repeat(24_000)], ['digits', '1 2-3(4)5.6/7 '.repeat(14_000)], ['capital words', 'Ada Bo Cy, '.repeat(18_000)], ['spaces', `x${' '.repeat(190_000)}x`],
  ['dates', '2018-2019-03/2017 - '.repeat(9900)], ['line ends', `word\n`.repeat(39_000)], ['spaced capitals', 'A B C D '.repeat(24_000)], ['one word', `${'a'.repeat(190_000)} ${PROSE}`],
  ['dots', 'a.b.c.'.repeat(33_000)], ['brackets', '[at](at) (dot) '.repeat(13_000)], ['accents', '´e¨u'.repeat(49_000) + PROSE], ['streets', '12 Long Acre Hill Way '.repeat(9000)],
].map(([is, text]) => [is!, `${text} ${PROSE}`] as const);
