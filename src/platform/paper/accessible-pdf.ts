import { Typefaces } from './typefaces.js';

/** The types of pdfkit do not know it yet. */
const ACCESSIBLE: object = { subset: 'PDF/UA' };

/** Else the library begins by reading the measures of Helvetica, which no paper of ours is set in. */
const NONE = '';

/** A tagged PDF (PDF/UA) with our fonts. The library is read when the first one is asked for: a start needs none. */
export async function accessiblePdf(options: PDFKit.PDFDocumentOptions): Promise<PDFKit.PDFDocument> {
  const [{ default: PDFDocument }, typefaces] = await Promise.all([import('pdfkit'), Typefaces.load()]);
  const doc = new PDFDocument({
    pdfVersion: '1.7', font: NONE, tagged: true, lang: 'en', displayTitle: true, ...ACCESSIBLE, ...options, info: { Creator: 'Viva Voce', ...options.info },
  });
  typefaces.registerIn(doc);
  return doc;
}
