import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

/** What only the person's file holds, and nothing of ours may. */
export const samplePerson = { name: 'Ines Halvorsen', email: 'ines.halvorsen@postkasse.example', phone: '+47 412 55 908' };

type Doc = PDFKit.PDFDocument;
type Options = ConstructorParameters<typeof PDFDocument>[0];

/** A PDF of A4 pages, drawn by `draw`. */
export function pdf(draw: (doc: Doc) => void, options: Options = {}): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: 54, ...options });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
  draw(doc);
  doc.end();
  return done;
}

const EXPERIENCE = [
  ['Senior Software Engineer, Nordlys Freight', '2021 to today', [
    'Rebuilt the booking platform as services in Go and TypeScript on Kubernetes; 4 million bookings a month.',
    'Moved 2 TB from MySQL to PostgreSQL without a minute of downtime, with Kafka carrying the changes.',
    'Cut the p95 of the price search from 900 ms to 140 ms by profiling and a better database design.',
    'Mentored three engineers and introduced code review by risk instead of by habit.',
  ]],
  ['Software Engineer, Fjordbank', '2017 to 2021', [
    'Wrote the payment API in Java with Spring Boot, tested with JUnit and contract testing.',
    'Set up CI/CD with GitHub Actions and Terraform on AWS; releases went from monthly to daily.',
    'Took part in the on-call rotation and wrote the guide to incident response.',
  ]],
  ['Junior Developer, Kystdata', '2015 to 2017', ['Built React front ends and Node.js services for fish farms, with accessibility from the start.']],
] as const;

/** A realistic resume of one page, of a software engineer. */
export function sampleResumePdf(): Promise<Buffer> {
  return pdf((doc) => {
    doc.font('Helvetica-Bold').fontSize(22).text(samplePerson.name);
    doc.font('Helvetica').fontSize(10).text(`Bergen, Norway · ${samplePerson.email} · ${samplePerson.phone}`).moveDown();
    heading(doc, 'Profile');
    doc.text('Backend engineer with eleven years of experience in distributed systems, data and the people around them.').moveDown();
    heading(doc, 'Experience');
    for (const [title, years, points] of EXPERIENCE) {
      const { y } = doc;
      doc.font('Helvetica-Bold').text(title);
      doc.font('Helvetica').text(years, 54, y, { align: 'right' });
      points.forEach((point) => doc.text(`• ${point}`, 60, undefined, { width: 470 }));
      doc.moveDown(0.6).text('', 54);
    }
    heading(doc, 'Skills');
    doc.text('Languages: Go, TypeScript, Java, Python, SQL');
    doc.text('Tools: PostgreSQL, Redis, Apache Kafka, Docker, Kubernetes, Terraform, Grafana, Git').moveDown();
    heading(doc, 'Education');
    doc.text('MSc in Computer Science, University of Bergen, 2015');
  });
}

function heading(doc: Doc, title: string): void {
  doc.font('Helvetica-Bold').fontSize(12).text(title.toUpperCase(), { characterSpacing: 2 });
  doc.font('Helvetica').fontSize(10);
}

/** Two columns side by side under a name across the page; headings in spaced capitals. Nothing in one column belongs to the other. */
export function twoColumnResumePdf(): Promise<Buffer> {
  return pdf((doc) => {
    doc.font('Helvetica-Bold').fontSize(20).text('Tomasz Wierzbicki, designer of learning products', { align: 'center' });
    const left = ['S K I L L S', 'Figma and prototyping', 'User research, machine', 'learning for designers', 'Design systems', 'English, Polish', 'Accessibility'];
    const right = ['Lead Product Designer at Skolehuset since 2020, where I', 'built a design practice of six people from nothing, and', 'learning paths for 40,000 pupils in four countries.', 'Before that, interaction design for a museum and a', 'railway. I speak at conferences and teach at night.', 'My portfolio is shown on request, with the stories', 'behind each of its eleven projects.'];
    doc.font('Helvetica').fontSize(10);
    // The columns are set with different leading, as real ones are.
    left.forEach((line, index) => doc.text(line, 54, 130 + index * 15, { lineBreak: false }));
    right.forEach((line, index) => doc.text(line, 230, 132 + index * 13.4, { lineBreak: false }));
    doc.fontSize(12).text('TOOLS', 54, 300, { characterSpacing: 5, lineBreak: false });
    doc.fontSize(10).text('Everything above was done in teams that shipped every week, across the whole page and without hurry.', 54, 320);
  });
}

/** The sample resume behind a password. */
export const encryptedPdf = (): Promise<Buffer> =>
  pdf((doc) => doc.text('A resume that nobody can open. '.repeat(20)), { userPassword: 'open sesame', ownerPassword: 'owner', pdfVersion: '1.7' });

/** What a scanner makes: a picture on each page and not one letter. */
export const scannedPdf = (): Promise<Buffer> => pdf((doc) => doc.image(png(), 54, 54, { width: 400 }));

/** Pages of text, as many as asked for. */
export const longPdf = (pages: number): Promise<Buffer> =>
  pdf((doc) => {
    for (let page = 1; page <= pages; page += 1) {
      if (page > 1) doc.addPage();
      doc.text(`Page ${page}. I wrote Python and Java for a living, and this is page ${page} of my memoirs.`);
    }
  });

/** A small file whose one page unpacks to `megabytes` of `filler`, packed as many times as `layers` says. */
export function bombPdf({ megabytes, filler, layers = 1 }: { megabytes: number; filler: string; layers?: number }): Buffer {
  let content: Buffer = Buffer.alloc(megabytes * 1_000_000, filler);
  for (let layer = 0; layer < layers; layer += 1) content = deflateSync(content, { level: 1 });
  const filter = `[${' /FlateDecode'.repeat(layers)} ]`;
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    Buffer.concat([Buffer.from(`<< /Filter ${filter} /Length ${content.length} >>\nstream\n`), content, Buffer.from('\nendstream')]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

/** A PDF of these objects, the first of them its catalogue. */
export function rawPdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF`)]);
}

/** A grey picture of 64 by 64 points, as PNG. */
export function png(): Buffer {
  const header = Buffer.from([0, 0, 0, 64, 0, 0, 0, 64, 8, 0, 0, 0, 0]);
  const rows = Buffer.concat(Array.from({ length: 64 }, () => Buffer.concat([Buffer.from([0]), randomBytes(64)])));
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
