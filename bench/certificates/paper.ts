import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { drawCertificate } from '../../src/certificates/drawing/certificate-sheet.js';
import { unsignedPaper } from '../../src/certificates/drawing/certificate-paper.js';
import { anInscription } from '../../src/certificates/drawing/inscription.fixture.js';
import { type Inscription } from '../../src/certificates/facts.js';
import { Sheet } from '../../src/certificates/drawing/sheet.js';
import { addSignatureField } from '../../src/certificates/drawing/signature-field.js';
import { Lettering } from '../../src/platform/paper/index.js';
import { type Figures, inTurns } from './figures.js';

const HELVETICA = { text: 'Helvetica', strong: 'Helvetica-Bold', italic: 'Helvetica-Oblique', small: 'Helvetica' } as const;
const FIRST = ['Zoë', 'Björn', 'Łucja', 'André', 'Mária', 'José', 'Anna'];
/** As ours is, but for the fonts. */
const ACCESSIBLE: object = { subset: 'PDF/UA' };
const ISSUER = 'The operator of this Viva Voce';
const CREDENTIAL = JSON.stringify({ filler: Array.from({ length: 120 }, (_, index) => `claim ${index}`) });

/** A page with embedded Unicode fonts against the same page in Helvetica, which every reader brings along; both unsigned. */
export async function paperFigures(): Promise<Figures> {
  return inTurns('certificate as PDF ÷ the same page in Helvetica', 400, (round) => unsignedPaper(certificate(round), 'A4', CREDENTIAL, ISSUER), (round) => inHelvetica(certificate(round)));
}

/** Another name, address and score each time, as in life. */
function certificate(round: number): Inscription {
  const slug = createHash('sha256').update(String(round)).digest('base64url').slice(0, 22);
  const letters = slug.replaceAll(/[^A-Za-z]/g, '').toLowerCase();
  const name = `${FIRST[Math.abs(round) % FIRST.length] ?? ''} M${letters.slice(0, 5)} K${letters.slice(5, 12)}`;
  return anInscription({ name, slug, url: `https://vivavoce.example/c/${slug}`, facts: { overall: (7.51 + (Math.abs(round) % 200) / 100).toFixed(2) } });
}

async function inHelvetica(inscription: Inscription): Promise<Buffer> {
  const doc = new PDFDocument({ ...ACCESSIBLE, size: 'A4', margin: 0, pdfVersion: '1.7', tagged: true, lang: 'en', displayTitle: true, info: { Title: inscription.name, CreationDate: inscription.issuedAt } });
  const sheet = new Sheet(doc, helvetica(doc));
  drawCertificate(sheet, inscription, ISSUER);
  doc.file(Buffer.from(CREDENTIAL), { name: 'credential.json', type: 'application/json' });
  addSignatureField(sheet, { by: ISSUER, at: inscription.issuedAt });
  sheet.end();
  return buffer(doc);
}

function helvetica(doc: PDFKit.PDFDocument): Pick<Lettering, 'width' | 'wrap' | 'draw'> {
  return {
    width: (text, { face, size, spacing = 0 }) => doc.font(HELVETICA[face]).fontSize(size).widthOfString(text) + spacing * (text.length - 1),
    wrap(text, letters, width) { return Lettering.prototype.wrap.call(this as Lettering, text, letters, width); },
    draw: (text, { face, size, spacing = 0 }, { x, baseline }) => {
      doc.font(HELVETICA[face]).fontSize(size).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing });
    },
  };
}
