import jsQR from 'jsqr';
import { newKeyRing } from '../../../src/certificates/credentials/keys/key-ring.js';
import { PdfSigner } from '../../../src/certificates/credentials/keys/pdf-signer.js';
import { CertificatePaper, type PaperFormat } from '../../../src/certificates/drawing/certificate-paper.js';
import { CertificatePictures } from '../../../src/certificates/drawing/certificate-pictures.js';
import { anInscription } from '../../../src/certificates/drawing/inscription.fixture.js';
import { type Inscription } from '../../../src/certificates/facts.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { askPoppler, withPoppler } from '../../support/poppler.js';

const CREDENTIAL = '{"name":"Mária Őszi-Novák","note":"with spaces,\\n\\u0000 and a line"}\n';
const NAMES = ['Ada Lovelace', 'Wolfeschlegelsteinhausen-Bergerdorff Maximiliane Alexandra-Eu', 'فاطمة الزهراء بنت محمد', 'श्रीमती कृष्णा लक्ष्मी त्रिपाठी', 'Олександра Ξένια علي (Ali) Nguyễn Thị Ánh'];
/** As much as a certificate can hold at most. */
const FULL = anInscription({
  name: 'Maximiliane Alexandra von Hohenlohe-Langenburg '.repeat(4).slice(0, 199),
  facts: {
    roleTitle: 'Customer success and support operations manager for large organisations', questionSet: 'Customer success manager',
    competencies: Array.from({ length: 12 }, (_, index) => ({ title: `Collaboration across teams and time zones ${index + 1}`, score: '7.75' })),
    evaluator: { name: 'A rather long name of a model by one of its makers', version: '2026-08-31', builtIn: false, person: true },
    transcripts: ['program', 'edited', 'typed'], transcribers: ['Whisper on this server (base.en)', 'OpenAI (gpt-4o-transcribe)'],
  },
});

withPoppler('a certificate on paper', () => {
  const policy = Policy.load('viva-voce', 'policies');
  let set: (inscription: Inscription, format?: PaperFormat) => Promise<Buffer>;

  beforeAll(async () => {
    const ring = await newKeyRing('viva.example', new Date('2026-01-01T00:00:00Z'));
    const signer = new PdfSigner(ring.rsaSecret, ring.x509, new Date('2026-08-31T14:05:00Z'));
    const paper = new CertificatePaper(policy);
    set = (inscription, format = 'A4') => paper.set(inscription, format, CREDENTIAL, signer);
  });

  it.each(NAMES)('bears the name %s as it is written, within its frame, on A4 and Letter', async (name) => {
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = await set(anInscription({ name }), format);
      const text = (await askPoppler(pdf, 'pdftotext', ['-layout', 'paper.pdf', '-'])).toString().replaceAll(/[\u202A-\u202E]/g, '');
      for (const part of name.split(' ')) expect(text).toContain(part);
      const { page, words } = await wordsOn(pdf);
      expect(page).toEqual(format === 'A4' ? { width: 595.28, height: 841.89 } : { width: 612, height: 792 });
      expect(words.filter(({ left, right, top, bottom }) => left < 40 || right > page.width - 40 || top < 40 || bottom > page.height - 40)).toEqual([]);
    }
  });

  it('has room for all it can hold at most', async () => {
    for (const format of ['A4', 'Letter'] as const) {
      const { page, words } = await wordsOn(await set(FULL, format));
      const heights = (text: string): number[] => words.filter((word) => word.text === text).map(({ top }) => top);
      // From top to bottom: title, role, competencies, what stands in small print.
      const order = [heights('Certificate'), heights('Customer'), heights('Collaboration'), heights('Issued'), heights('https://vivavoce.example/c/k3Jx9Qm2TzVb7LwRp0sYdA')].flat();
      expect(order).toEqual(order.toSorted((one, other) => one - other));
      expect(words.filter(({ left, right, bottom }) => left < 40 || right > page.width - 40 || bottom > page.height - 40)).toEqual([]);
    }
  });

  it('is tagged, with each font embedded in part, and its QR code leads to its page', async () => {
    const pdf = await set(anInscription());
    const said = (await askPoppler(pdf, 'pdfinfo', ['paper.pdf'])).toString();
    expect(said).toMatch(/Title: +Certificate of Mária Őszi-Novák: Backend engineer, Senior/);
    expect(said).toMatch(/Tagged: +yes[^]*Pages: +1\n/);
    const fonts = (await askPoppler(pdf, 'pdffonts', ['paper.pdf'])).toString().trim().split('\n').slice(2);
    expect(fonts).toHaveLength(3);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+SourceSerif4-\S+ .* yes yes yes /);
    expect(decoded(await askPoppler(pdf, 'pdftoppm', ['-r', '100', '-gray', '-singlefile', 'paper.pdf', 'page'], 'page.pgm'))).toBe('https://vivavoce.example/c/k3Jx9Qm2TzVb7LwRp0sYdA');
  });

  it('is read in order by those who do not see it, its pictures told in words', async () => {
    const pdf = await set(anInscription());
    const structure = (await askPoppler(pdf, 'pdfinfo', ['-struct', 'paper.pdf'])).toString();
    expect([...structure.matchAll(/^ {2}(\w+)/gm)].map(([, type]) => type).join(' ')).toMatch(/^H1 P H2 P P P P Figure (P ){5,}Link Figure Form$/);
    expect(pdf.toString('latin1')).toContain('/Alt (A ruler from 0 to 10: the mark stands at 7.5, the score at 8.04.');
  });

  it('carries the credential byte by byte, and a PDF digital signature of all of it', async () => {
    const pdf = await set(anInscription());
    expect((await askPoppler(pdf, 'pdfdetach', ['-save', '1', '-o', 'out.json', 'paper.pdf'], 'out.json')).toString()).toBe(CREDENTIAL);
    const said = (await askPoppler(pdf, 'pdfsig', ['paper.pdf'])).toString();
    expect(said).toContain('Signature is Valid.');
    expect(said).toContain('Total document signed');
    expect(said).toMatch(/Signing Time: Aug 31 2026/);
    const forged = Buffer.from(pdf);
    forged.write('9', forged.indexOf('/MediaBox') + 11);
    expect((await askPoppler(forged, 'pdfsig', ['paper.pdf']).catch((error: { stdout: Buffer }) => error.stdout)).toString()).not.toContain('Signature is Valid.');
  });
});

describe('pictures of a certificate', () => {
  it('are PNGs of the sizes that others ask for, with another name another picture', async () => {
    const pictures = new CertificatePictures(Policy.load('viva-voce', 'policies'));
    const [badge, card, other] = await Promise.all([pictures.badgePng(anInscription()), pictures.cardPng(anInscription()), pictures.cardPng(anInscription({ name: NAMES[2] ?? '' }))]);
    expect([badge, card].map((png) => [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)])).toEqual([['PNG', 600, 600], ['PNG', 1200, 630]]);
    expect(other.equals(card)).toBe(false);
    expect((await pictures.badgePng(anInscription())).equals(badge)).toBe(true);
  });
});

interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

async function wordsOn(pdf: Buffer): Promise<{ page: { width: number; height: number }; words: Word[] }> {
  const html = (await askPoppler(pdf, 'pdftotext', ['-bbox', 'paper.pdf', '-'])).toString();
  const [, width = '', height = ''] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(html) ?? [];
  const words = [...html.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)].map(([, left, top, right, bottom, text = '']) => ({
    text, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom),
  }));
  return { page: { width: Math.round(Number(width) * 100) / 100, height: Math.round(Number(height) * 100) / 100 }, words };
}

/** What the QR code on a grey picture (PGM) says. */
function decoded(pgm: Buffer): string | undefined {
  const [header = '', width = '', height = ''] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 64)) ?? [];
  const grey = pgm.subarray(header.length);
  const pixels = new Uint8ClampedArray(grey.length * 4).fill(255);
  grey.forEach((value, index) => pixels.fill(value, index * 4, index * 4 + 3));
  return jsQR.default(pixels, Number(width), Number(height))?.data;
}
