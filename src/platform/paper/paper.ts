import PDFDocument from 'pdfkit';
import { type Face, Typefaces } from './typefaces.js';

const MARGIN = { top: 64, bottom: 72, left: 68, right: 68 };
const INK = '#1c2430';
const SOFT = '#4a5361';
const ACCENT = '#0e5a5c';
const RULE = '#dcd8ce';

/** The types of pdfkit do not know it yet. */
const ACCESSIBLE: object = { subset: 'PDF/UA' };

type Structure = PDFKit.PDFStructureElement;

interface Look {
  readonly face: Face;
  readonly size: number;
  readonly colour?: string;
  /** Space above, in points. */
  readonly above?: number;
  readonly indent?: number;
}

const HEADINGS: Readonly<Record<'H1' | 'H2' | 'H3' | 'H4', Look>> = {
  H1: { face: 'strong', size: 24 },
  H2: { face: 'strong', size: 16, above: 22 },
  H3: { face: 'strong', size: 12.5, above: 18 },
  H4: { face: 'strong', size: 10.5, above: 9 },
};

/**
 * A tagged PDF (PDF/UA): whatever is written stands in a structure that a screen reader can follow; lines and page
 * numbers are marked as decoration.
 */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  private readonly typefaces = Typefaces.load();
  private readonly root: Structure;

  constructor(title: string) {
    this.doc = new PDFDocument({
      size: 'A4', margins: MARGIN, bufferPages: true, pdfVersion: '1.7', tagged: true, lang: 'en', displayTitle: true, info: { Title: title, Creator: 'Viva Voce' }, ...ACCESSIBLE,
    });
    this.typefaces.registerIn(this.doc);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  heading(level: keyof typeof HEADINGS, text: string): void {
    const { top, bottom } = MARGIN;
    // A heading alone at the foot of a page leads nowhere.
    if (this.doc.y > this.doc.page.height - bottom - 80 && this.doc.y > top) this.doc.addPage();
    this.add(this.root, level, text, HEADINGS[level]);
  }

  paragraph(text: string, look: Partial<Look> = {}): void {
    this.add(this.root, 'P', text, { face: 'text', size: 10.5, above: 4, ...look });
  }

  soft(text: string): void {
    this.paragraph(text, { face: 'small', size: 9.5, colour: SOFT });
  }

  /** What somebody said, paragraph by paragraph. */
  quotation(text: string): void {
    const quotation = this.doc.struct('BlockQuote');
    this.root.add(quotation);
    for (const part of text.split(/\n{2,}/)) if (part.trim()) this.add(quotation, 'P', part, { face: 'text', size: 11, above: 5, indent: 14 });
    quotation.end();
  }

  list(items: readonly string[]): void {
    const list = this.doc.struct('L');
    this.root.add(list);
    for (const item of items) {
      const entry = this.doc.struct('LI');
      list.add(entry);
      const start = this.doc.y;
      this.add(entry, 'LBody', item, { face: 'text', size: 10.5, above: 3, indent: 14 });
      // The bullet is drawn beside the words; screen readers announce a list item by themselves.
      if (this.doc.y > start) this.decoration(() => { this.doc.circle(MARGIN.left + 4, start + 3 + 6.5, 1.5).fill(ACCENT); });
      entry.end();
    }
    list.end();
  }

  /** A bar from 0 to 10 that only repeats what the words beside it say. */
  bar(value: number): void {
    const width = 220;
    const y = this.doc.y + 4;
    this.decoration(() => {
      this.doc.roundedRect(MARGIN.left, y, width, 5, 2.5).fill(RULE);
      if (value > 0) this.doc.roundedRect(MARGIN.left, y, (width * Math.min(10, value)) / 10, 5, 2.5).fill(ACCENT);
    });
    this.doc.y = y + 9;
  }

  /** Numbers the pages and ends the file. */
  end(): PDFKit.PDFDocument {
    this.root.end();
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      // Below the margin, pdfkit would begin a new page.
      this.doc.page.margins.bottom = 0;
      this.decoration(() => { this.doc.font('source-sans-3-latin-400-normal').fontSize(9).fillColor(SOFT).text(`${page + 1} of ${count}`, MARGIN.left, this.doc.page.height - 44, { lineBreak: false }); });
    }
    this.doc.end();
    return this.doc;
  }

  private add(parent: Structure, type: string, text: string, look: Look): void {
    parent.add(this.doc.struct(type, {}, () => this.write(text, look)));
  }

  private write(text: string, { face, size, colour = INK, above = 0, indent = 0 }: Look): void {
    const { doc } = this;
    const x = MARGIN.left + indent;
    const width = doc.page.width - MARGIN.right - x;
    const runs = this.typefaces.runs(text.trim(), face);
    doc.y += above;
    doc.fontSize(size).fillColor(colour);
    runs.forEach((run, index) => {
      doc.font(run.font);
      const options = { width, lineGap: 2, continued: index < runs.length - 1 };
      if (index === 0) doc.text(run.text, x, doc.y, options);
      else doc.text(run.text, options);
    });
  }

  private decoration(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }
}
